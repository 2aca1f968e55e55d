import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import { sha256 } from '#kernel/codec/digest';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { Applied } from '#platform/imports/apply-plan';
import { applyPlan, specsOf } from '#platform/imports/apply-plan';
import type { PlannedCommand } from '#platform/imports/plan';
import type { FileToPlan, Planned } from '#platform/imports/plan-file';
import { planFile } from '#platform/imports/plan-file';
import { registry } from '#platform/profiles/registry';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { found, put } from './bare-log';
import { FixedClock } from './fixed-clock';
import { A, NOW } from './network';

/** A file that was uploaded before, as the cell of a claim names it. */
export const MINUTES = `board-minutes=${sha256('minutes')}`;
export const AGREEMENT = `district-agreement=${sha256('agreement')}`;

type Good = Exclude<Planned, { fault: unknown }>;

/** Imports on a log in memory, with the partners and people of test/support/api.ts. */
export class ImportGround {
  readonly store = new MemoryEventStore();
  readonly commands: CommandRuntime;

  private constructor() {
    const { catalogue, deciders, folds } = registry;
    const facts = new FactsBoard(this.store, catalogue, folds);
    const clock = new FixedClock(instant(NOW));
    this.commands = new CommandRuntime(deciders, {
      store: this.store,
      catalogue,
      facts,
      clock,
      patience: () => () => true,
    });
  }

  static async open(): Promise<ImportGround> {
    const ground = new ImportGround();
    await found(ground.store);
    const files = ['minutes', 'agreement'].map((text) =>
      EvidenceReceived({ sha256: sha256(text), bytes: 7, mediaType: 'application/pdf', partnerId: A }),
    );
    await put(ground.store, 'incentives-1', files);
    return ground;
  }

  async plan(text: string, kind: FileToPlan['kind'], by: PersonId, more: Partial<FileToPlan> = {}): Promise<Planned> {
    const file = { file: Buffer.from(text), kind, mode: 'per-row', fill: [], ...more } as const;
    const ground = { ...registry, log: this.store, upTo: await this.store.head() };
    return planFile(file, ground, { personId: by, at: instant(NOW), today: plainDate('2026-08-04') });
  }

  /** The plan of a file that can be read. */
  async good(...asked: Parameters<ImportGround['plan']>): Promise<Good> {
    const planned = await this.plan(...asked);
    if ('fault' in planned) throw new Error(planned.fault.detail);
    return planned;
  }

  apply(commands: readonly PlannedCommand[], by: PersonId, at: Instant = instant(NOW)): Promise<Applied> {
    const authentication = { issuer: 'urn:spec', method: 'simulation' } as const;
    const context = { at, actor: by, principal: by, authentication, correlationId: 'spec' };
    return applyPlan(commands, this.commands, specsOf(registry.deciders), context);
  }

  async length(): Promise<number> {
    return (await this.store.head()).sequence + 1;
  }
}

/** Each row in a few words: its line, what becomes of it, and why not. */
export function brief({ plan }: Good): string[] {
  return plan.rows.map(({ line, verdict, errors, repairs, sameAs }) =>
    [
      `${line} ${verdict}`,
      ...errors.map(({ column, code }) => `${column} ${code}`),
      ...repairs.map(({ now }) => `→ ${now}`),
      ...(sameAs === undefined ? [] : [`= ${sameAs}`]),
    ].join(' '),
  );
}
