import { RoleGranted } from '#contexts/access/events/role-granted';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { W9Received } from '#contexts/partners/events/w9-received';
import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payableIdOf } from '#contexts/payouts/decide/state';
import type { PayableCreatedData, PayableHold } from '#contexts/payouts/events/payable-created';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { LeftOut, Payment } from '#contexts/payouts/events/payment';
import { sha256 } from '#kernel/codec/digest';
import type { BatchId, DecisionId, PartnerId, PayableId, PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import type { Command, Past } from './given-when-then';
import { inStream, specification } from './given-when-then';
import { A, affiliated, ana, B, onboarded, pat, person, pia } from './network';

/** Payouts as specs tell them: three people of finance, two partners that may be paid, payables named by a key. */
export const [fin, fay, flo] = [person('fin'), person('fay'), person('flo')];
export const TODAY = '2026-08-04T12:00:00.000Z';
export const DAY = plainDate('2026-08-04');

export const batchId = (key: string): BatchId => entityId('bat', uuidOf(key));
export const decisionOf = (key: string): DecisionId => entityId('dec', uuidOf(key));
export const payableId = (key: string): PayableId => payableIdOf(decisionOf(key));

export const w9 = (partnerId: PartnerId): Past =>
  inStream(
    `partner-${partnerId}`,
    W9Received({
      ...{ partnerId, taxClass: 'exempt', signedOn: plainDate('2017-07-01'), receivedBy: [pia] },
      details: { sha256: 'a'.repeat(64), bytes: 250 },
    }),
  );
export const account = (
  partnerId: PartnerId,
  name = 'first',
  changedBy: readonly PersonId[] = [],
  heldUntil: string | null = null,
): Past =>
  inStream(
    `partner-${partnerId}`,
    PayeeChanged({
      ...{ partnerId, bank: { sha256: sha256(name), bytes: 100 }, changedBy },
      heldUntil: heldUntil === null ? null : instant(heldUntil),
    }),
  );
const finance = (personId: PersonId): Past =>
  inStream(`person-${personId}`, RoleGranted({ personId, role: 'finance' }));
const partner = (partnerId: PartnerId, slug: string): Past =>
  inStream(`partner-${partnerId}`, onboarded(partnerId, slug), affiliated(partnerId, ana));

export const financeRoles = [fin, fay, flo].map(finance);
/** Partners, accounts and roles. */
export const background: readonly Past[] = [
  ...[partner(A, 'partner-a'), partner(B, 'partner-b'), w9(A), w9(B), account(A), account(B)],
  ...financeRoles,
];

export const { given } = specification([payoutsLedger], 'payouts-1', TODAY, background);

/** Money owed to partner A by an approved claim. */
export function owed(key: string, amountCents = 100_000, more: Partial<PayableCreatedData> = {}) {
  return PayableCreated({
    ...{ payableId: payableId(key), decisionId: decisionOf(key), fund: 'incentives', partnerId: A, programYear: 2026 },
    source: { kind: 'claim', claimId: entityId('clm', uuidOf(key)) },
    ...{ outcomeType: 'course-launched', outcomeDate: plainDate('2026-07-01'), decidedAt: instant(TODAY) },
    ...{ amountCents: cents(amountCents), holds: [] as readonly PayableHold[] },
    duties: { submitted: [ana], verified: [pia], approved: [pat] },
    ...more,
  });
}

/** The payment of a payable as `owed` makes it. */
export function payment(key: string, amountCents = 100_000, attempt = 1): Payment {
  const { payableId: id, decisionId, fund, source, partnerId, programYear, outcomeType, outcomeDate } = owed(key).data;
  return {
    ...{
      payableId: id,
      attempt,
      decisionId,
      fund,
      source,
      partnerId,
      partner: { slug: 'partner-a', name: 'PARTNER-A' },
    },
    ...{ programYear, outcomeType, outcomeDate, amountCents: cents(amountCents) },
    account: { sha256: sha256('first'), changedBy: [] },
  };
}

type More = Readonly<Record<string, unknown>> & { readonly by?: PersonId; readonly key?: string; readonly at?: string };
function act(name: string, key: string | undefined, by: PersonId, payload: object, at?: string): Command {
  const more = { ...(key === undefined ? {} : { key }), ...(at === undefined ? {} : { at }) };
  return { name, payload, by, role: 'finance', ...more };
}
export const prepare = (key: string, { by = fin, at, ...payload }: More = {}): Command =>
  act('PreparePayoutBatch', key, by, payload, at);
const onBatch =
  (name: string, by: PersonId) =>
  (key: string, { by: who = by, at, ...payload }: More = {}): Command =>
    act(name, undefined, who, { batchId: batchId(key), ...payload }, at);
export const approve = onBatch('ApprovePayoutBatch', fay);
export const exporting = onBatch('ExportPayoutBatch', flo);
export const cancel = (key: string, more: More = {}): Command =>
  onBatch('CancelPayoutBatch', fin)(key, { reason: 'Why.', ...more });
export const results = (key: string, ...list: readonly object[]): Command =>
  onBatch('RecordBankResults', fin)(key, { results: list });
/** What the bank says of the payable of a key. */
export const said = (key: string, result: string, more: object = {}): object => ({
  ...{ payableId: payableId(key), result, on: DAY },
  ...(result === 'returned' ? { code: 'R03' } : {}),
  ...more,
});

/** A batch of these payables, up to its file. */
export const left = (key: string, ...events: readonly Past[]) =>
  given(...events)
    .when(prepare(key))
    .thenAccepted()
    .when(approve(key))
    .thenAccepted()
    .when(exporting(key))
    .thenAccepted();

export const stateOf = (scenario: ReturnType<typeof given>): Readonly<PayoutsState> =>
  scenario.world.stateOf<PayoutsState>('payouts-1');

/** A prepared batch of one payment by `fin`, but for what is said. */
export const batchStanding = (more: Partial<Record<keyof BatchStanding, unknown>> = {}): BatchStanding =>
  ({
    ...{ batchId: batchId('b'), status: 'prepared', payments: 1, totalCents: 100_000 },
    ...{ preparedBy: [fin], approvedBy: [], file: null, settledCents: 0, returnedCents: 0, unknownCents: 0 },
    ...more,
  }) as BatchStanding;
/** What a batch goes on without. */
export const without = (key: string, because: LeftOut['because'], detail: string, partnerId = A): LeftOut => ({
  ...{ payableId: payableId(key), partnerId, amountCents: cents(100_000), because, detail },
});

/** What came back is to be paid again. */
export function payAgain(key: string): Command {
  const payload = { payableId: payableId(key), reason: 'The account is put right.' };
  return { name: 'RepayPayable', by: fin, role: 'finance', payload };
}
