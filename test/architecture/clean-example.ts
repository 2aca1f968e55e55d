/** A context in miniature, each file importing as much as the rules give it: nothing here may be reported. */
export const cleanExample: Readonly<Record<string, string>> = {
  'libs/kernel/money/cents.ts': 'export type Cents = number & { readonly unit: unique symbol };\n',
  'libs/kernel/assert/assert.ts':
    "export function assert(holds: boolean): asserts holds {\n  if (!holds) throw new Error('broken');\n}\n",
  'libs/kernel/ids/derived.ts':
    "import { createHash } from 'node:crypto';\nexport const derived = (id: string): string => createHash('sha256').update(id).digest('hex');\n",
  'libs/contexts/incentives/commands/claim.ts':
    "import { IsInt } from 'class-validator';\nimport type { Cents } from '#kernel/money/cents';\nexport class Claim {\n  @IsInt() readonly claimCents!: Cents;\n}\n",
  'libs/contexts/incentives/policy/policy.ts': 'export interface Policy {\n  readonly open: boolean;\n}\n',
  'libs/contexts/incentives/facts/facts.ts':
    "import type { Exited } from '#contexts/partners/events/exited';\nexport type Facts = Exited;\n",
  'libs/contexts/partners/events/exited.ts': "export interface Exited {\n  readonly type: 'Exited';\n}\n",
  'libs/contexts/incentives/events/claimed.ts':
    "import type { Cents } from '#kernel/money/cents';\nexport interface Claimed {\n  readonly type: 'Claimed';\n  readonly claimedCents: Cents;\n}\n",
  'libs/contexts/incentives/decide/claim.ts': [
    "import type { Claim } from '#contexts/incentives/commands/claim';",
    "import type { Claimed } from '#contexts/incentives/events/claimed';",
    "import type { Facts } from '#contexts/incentives/facts/facts';",
    "import { type Policy } from '#contexts/incentives/policy/policy';",
    "import { assert } from '#kernel/assert/assert';",
    'export function decide(command: Claim, policy: Policy, _facts: Facts): Claimed {',
    '  assert(policy.open);',
    "  return { type: 'Claimed', claimedCents: command.claimCents };",
    '}',
    '',
  ].join('\n'),
  'libs/contexts/incentives/views/claims.ts':
    "import type { ViewStore } from '#platform/view-store/port/view-store';\nexport interface ClaimDocument {\n  readonly count: number;\n}\nexport const claims = (store: ViewStore): Promise<number> => store.count();\n",
  'libs/contexts/incentives/projections/claims.ts':
    "import type { Claimed } from '#contexts/incentives/events/claimed';\nimport type { ClaimDocument } from '#contexts/incentives/views/claims';\nexport const fold = (document: ClaimDocument, _event: Claimed): ClaimDocument => ({ count: document.count + 1 });\n",
  'libs/contexts/payouts/reactions/on-claimed.ts':
    "import type { Claimed } from '#contexts/incentives/events/claimed';\nimport { Pay } from '#contexts/payouts/commands/pay';\nexport const react = (_event: Claimed): Pay => new Pay();\n",
  'libs/contexts/payouts/commands/pay.ts': 'export class Pay {\n  readonly version = 1;\n}\n',
  'libs/contexts/payouts/payouts.module.ts': [
    "import { Module } from '@nestjs/common';",
    "import { handle } from '#platform/runtime/handle/handle';",
    "import { react } from '#contexts/payouts/reactions/on-claimed';",
    "@Module({ providers: [{ provide: 'react', useValue: [react, handle] }] })",
    'export class PayoutsModule {}',
    '',
  ].join('\n'),
  'libs/platform/view-store/port/view-store.ts':
    'export abstract class ViewStore {\n  abstract count(): Promise<number>;\n}\n',
  'libs/platform/view-store/memory/view-store.ts':
    "import { ViewStore } from '#platform/view-store/port/view-store';\nexport class MemoryViewStore extends ViewStore {\n  async count(): Promise<number> {\n    return 1;\n  }\n}\n",
  'libs/platform/view-store/sqlite/driver.ts':
    "import Database from 'better-sqlite3';\nexport const open = (): object => new Database(':memory:');\n",
  'libs/platform/runtime/handle/handle.ts':
    "import { assert } from '#kernel/assert/assert';\nexport const handle = assert;\n",
  'libs/platform/profiles/embedded/embedded.ts':
    "import { MemoryViewStore } from '#platform/view-store/memory/view-store';\nexport const viewStore = new MemoryViewStore();\n",
  'apps/api/main.ts': [
    "import { readFileSync } from 'node:fs';",
    "import { NestFactory } from '@nestjs/core';",
    "import { PayoutsModule } from '#contexts/payouts/payouts.module';",
    "import { viewStore } from '#platform/profiles/embedded/embedded';",
    'export const start = (): Promise<unknown> => NestFactory.create(PayoutsModule);',
    'export const read = [readFileSync, viewStore];',
    '',
  ].join('\n'),
  'libs/contexts/incentives/decide/claim.spec.ts':
    "import { start } from '../../../../apps/api/main';\nit('may look anywhere', async () => {\n  await start();\n});\n",
};
