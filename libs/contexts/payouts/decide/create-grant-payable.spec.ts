import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import { payableIdOf } from '#contexts/payouts/decide/state';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import { payablesProjection } from '#contexts/payouts/projections/payables';
import { onAwardDue } from '#contexts/payouts/reactions/on-award-due';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { W9Received } from '#contexts/partners/events/w9-received';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { cents } from '#kernel/money/cents';
import { Requested } from '#kernel/requested/requested';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import {
  awardId,
  decisionId,
  fund,
  LATER,
  onAward,
  open,
  partner,
  pat,
  pia,
  Q3,
  rita,
  rob,
  staff,
  submit,
  Year,
} from '../../../../test/support/grants';
import { World } from '../../../../test/support/world';

function acceptance() {
  const year = new Year();
  year.do(fund());
  year.do(open());
  year.do(submit('a', 'x'));
  year
    .reviewed('x', [
      [5, 5],
      [5, 5],
    ])
    .decide();
  return year.do(onAward('AcceptAward', 'x', { by: staff('a'), id: 'accept' })).events[0]!;
}
const created = (holds: readonly 'partner-paused'[] = []) =>
  PayableCreated({
    ...{ payableId: payableIdOf(decisionId('accept')), decisionId: decisionId('accept'), fund: 'grants', holds },
    source: { kind: 'award', awardId: awardId('x'), quarter: Q3 },
    ...{ partnerId: partner('a'), programYear: 2026, outcomeType: 'marketing-grant' },
    ...{ outcomeDate: plainDate('2026-09-20'), decidedAt: instant(LATER), amountCents: cents(400_000) },
    duties: { submitted: [staff('a')], verified: [rita, rob], approved: [pia, pat] },
  });

describe('CreateGrantPayable', () => {
  const { name, command } = onAwardDue.react(acceptance())!;
  const payload = Requested.payloadOf(command);

  /** A partner that may be paid: its W-9 and its account are there. */
  function paidOut(): World {
    const world = new World([payoutsLedger], LATER);
    const [w9, account] = [
      { partnerId: partner('a') },
      { partnerId: partner('a'), bank: { sha256: 'b' }, heldUntil: null },
    ];
    world.record(`partner-${partner('a')}`, [W9Received(w9 as never), PayeeChanged(account as never)]);
    return world;
  }

  it('makes an accepted award payable, and says no for one reason: it is payable already', () => {
    const world = paidOut();
    expect(world.ask(name, payload).answer).toEqual({ kind: 'accepted', events: [created()] });
    expect(world.ask(name, payload).answer).toMatchObject({ kind: 'not-now', code: 'ALREADY_PAYABLE' });
    expect(world.documents(payablesProjection).get(payableIdOf(decisionId('accept')))).toMatchObject({
      ...{ fund: 'grants', claimId: null, status: 'payable' },
      source: { kind: 'award', awardId: awardId('x') },
    });
  });

  it('holds it while the partner is paused', () => {
    const world = paidOut();
    world.record(`partner-${partner('a')}`, [PartnerPaused({ partnerId: partner('a') } as never)]);
    expect(world.ask(name, payload).answer).toEqual({ kind: 'accepted', events: [created(['partner-paused'])] });
  });

  it('reacts to nothing when nothing is due', () => {
    const event = acceptance();
    expect(onAwardDue.react({ ...event, data: { ...event.data, dueCents: 0 } })).toBeUndefined();
  });
});
