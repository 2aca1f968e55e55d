import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { W9Received } from '#contexts/partners/events/w9-received';
import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import { onPayeeMoved } from '#contexts/payouts/reactions/on-payee-moved';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import { onClaimApproved } from '#contexts/payouts/reactions/on-claim-approved';
import type { SequencedEvent } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { inStream, specification } from '../../../../test/support/given-when-then';
import {
  A,
  ana,
  B,
  approve,
  claim,
  claimId,
  district,
  incentives,
  NOW,
  pat,
  pia,
  received,
  verify,
} from '../../../../test/support/network';
import { payoutsLedger } from './payouts-ledger';

const PARTNER = `partner-${A}`;
const details = { sha256: 'a'.repeat(64), bytes: 250 };
const w9 = inStream(
  PARTNER,
  W9Received({ partnerId: A, taxClass: 'exempt', signedOn: plainDate('2017-07-01'), details, receivedBy: [pia] }),
);
const account = (heldUntil: string | null = null) =>
  inStream(
    PARTNER,
    PayeeChanged({
      ...{ partnerId: A, bank: details, changedBy: [pia, pat] },
      heldUntil: heldUntil === null ? null : instant(heldUntil),
    }),
  );
/** Nothing keeps the partner from being paid. */
const { given } = specification([payoutsLedger], 'payouts-1', NOW, [w9, account()]);
const { given: givenOnly } = specification([payoutsLedger], 'payouts-1', NOW);
const decisionId = entityId('dec', uuidOf('decision'));
const payableId = entityId('pay', uuidOf(decisionId));

/** An approval of $1,234.56, as the incentives ledger records it. */
function approval(): SequencedEvent {
  const { world } = incentives
    .given(received('file'))
    .when(claim('district-onboarded', district(1), { key: 'c' }))
    .thenAccepted()
    .when(verify('c', pia))
    .thenAccepted()
    .when({ ...approve('c', pat, { approvedCents: 123_456 }), key: 'decision', at: '2026-08-04T18:00:00.000Z' })
    .thenAccepted();
  return world.log.at(-1)!;
}

const asked = () => onClaimApproved.react(approval())!;
const create = () => ({ name: asked().name, payload: asked().command });
const created = (holds: readonly PayableHold[] = []) =>
  PayableCreated({
    payableId,
    decisionId,
    fund: 'incentives',
    source: { kind: 'claim', claimId: claimId('c') },
    partnerId: A,
    programYear: 2026,
    outcomeType: 'district-onboarded',
    outcomeDate: plainDate('2026-08-01'),
    decidedAt: instant('2026-08-04T18:00:00.000Z'),
    amountCents: cents(123_456),
    duties: { submitted: [ana], verified: [pia], approved: [pat] },
    holds,
  });

const partner = {
  slug: 'a',
  name: 'A',
  states: ['AL'],
  territory: 'x',
  timeZone: 'UTC',
  since: plainDate('2017-07-01'),
};
const paused = inStream(PARTNER, PartnerPaused({ partnerId: A, reason: 'x', partner }));
const reactivated = inStream(PARTNER, PartnerReactivated({ partnerId: A, reason: 'x', partner }));

describe('an approved claim becomes payable', () => {
  it('by one command, whole and with the duties of its money', () => {
    given().when(create()).then(created());
  });

  it('the same event asks for the same', () => {
    expect(asked()).toEqual(asked());
    expect(onClaimApproved.types.map(({ type }) => type)).toEqual(['ClaimApproved', 'ClaimReversed']);
  });

  it('is held while the partner is paused', () => {
    given(paused)
      .when(create())
      .then(created(['partner-paused']));
    given(paused, reactivated).when(create()).then(created());
  });

  it('is held without a W-9, without an account, and for a day after another account, in this order', () => {
    givenOnly(paused)
      .when(create())
      .then(created(['no-w9', 'payee-unverified', 'partner-paused']));
    givenOnly(w9)
      .when(create())
      .then(created(['payee-unverified']));
    const held = given(account('2026-08-04T12:00:00.001Z'), paused);
    held.when(create()).then(created(['bank-changed', 'partner-paused']));
    given(account('2026-08-04T12:00:00.000Z')).when(create()).then(created());
  });

  it('CreatePayable says no for one reason: the decision is payable already', () => {
    given(created()).when(create()).thenNotNow('ALREADY_PAYABLE', { status: 409, figures: { decisionId, payableId } });
  });

  it('is told where it is', () => {
    const { payableId: id, ...data } = created().data as { payableId: string };
    given()
      .when(create())
      .thenReply({ status: 201, location: `/v1/payables/${id}`, body: { id, ...data } });
  });
});

describe('ReviewHolds', () => {
  const review = { name: 'ReviewHolds', payload: { partnerId: A } };
  const changed = (holds: readonly PayableHold[]) => HoldsChanged({ partnerId: A, payableIds: [payableId], holds });

  it('holds what the partner is owed when it is paused, and lets go of it when it is not', () => {
    given(created(), paused)
      .when(review)
      .then(changed(['partner-paused']));
    given(created(['partner-paused']), paused, reactivated)
      .when({ ...review, key: 'again' })
      .then(changed([]))
      .when(review)
      .thenNotNow('NOTHING_CHANGED');
  });

  it('says no for one reason: no payable of that very partner is held otherwise', () => {
    given(created(['no-w9']))
      .when({ ...review, payload: { partnerId: B } })
      .thenNotNow('NOTHING_CHANGED');
  });

  it('is asked for whatever happens to the payee', () => {
    const happened = given(paused, reactivated).world.log.filter(({ stream }) => stream === PARTNER);
    expect(happened.map(({ type }) => type)).toEqual([
      ...['W9Received', 'PayeeChanged', 'PartnerPaused', 'PartnerReactivated'],
    ]);
    for (const event of happened) expect(onPayeeMoved.react(event)).toMatchObject({ command: { partnerId: A } });
  });
});

describe('the payouts ledger', () => {
  it('knows the revision of the last event that touched a payable', () => {
    const state = given(created()).world.stateOf<never>('payouts-1');
    expect(payoutsLedger.touched(state, payableId)).toBe(0);
    expect(payoutsLedger.touched(state, 'pay_other')).toBeUndefined();
  });

  const { data } = created();
  const but = (change: object) => ({ ...created(), data: { ...data, ...change } });
  it.each([
    ['a second payable of a decision', [created(), created()], 'one decision yields one payable'],
    [
      'an id that is not the decision’s',
      [but({ payableId: entityId('pay', uuidOf('x')) })],
      'named after its decision',
    ],
    ['nothing owed', [but({ amountCents: 0 })], 'money that is owed'],
    ['two duties in one hand', [but({ duties: { submitted: [ana], verified: [pia], approved: [ana] } })], 'two duties'],
    ['an event of another kind', [{ ...created(), type: 'PayablePaid' }], 'a payouts event'],
  ])('stops on %s', (_, events, words) => {
    expect(() => given(...events)).toThrow(words);
  });
});
