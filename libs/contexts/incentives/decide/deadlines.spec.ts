import { AppealWindowClosed } from '#contexts/incentives/events/appeal-window-closed';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import {
  A,
  act,
  ana,
  claim,
  claimId,
  deny,
  district,
  incentives,
  pat,
  pia,
  policyOf,
  received,
  verify,
} from '../../../../test/support/network';

const { given } = incentives;
const claimed = () =>
  given(received('file'))
    .when(claim('district-onboarded', district(1), { key: 'c' }))
    .thenAccepted();
const asked = () =>
  claimed()
    .when(act('RequestInformation', 'c', pia, { question: 'Which board?' }))
    .thenAccepted();
const denied = () => claimed().when(deny('c', pia)).thenAccepted();
const answer = (at: string) => ({
  ...act('ResubmitClaim', 'c', ana, { answer: 'The county’s.' }),
  role: 'partner-staff',
  at,
});
const bySystem = (name: string, deadline: string, at: string, key = 'due') => ({
  ...{ name, payload: { claimId: claimId('c') }, by: `service:${deadline}` as const, role: 'service', at, key },
});
const silence = (at: string) => bySystem('DenyUnansweredClaim', 'unanswered-claim', at);
const closing = (at: string) => bySystem('CloseAppealWindow', 'appeal-window', at);

/** Local midnight after day 30, which both the question and the denial of 4 August name. */
const DUE = '2026-09-04T07:00:00.000Z';
const A_SECOND_BEFORE = '2026-09-04T06:59:59.000Z';
const A_SECOND_AFTER = '2026-09-04T07:00:01.000Z';

const standing = {
  claimId: claimId('c'),
  status: 'denied' as const,
  partnerId: A,
  programYear: 2026,
  outcomeType: 'district-onboarded',
  subjectId: 'lea:0100001' as const,
  outcomeDate: plainDate('2026-08-01'),
  requestedCents: cents(500_000),
  reservedCents: cents(0),
  approvedCents: cents(0),
  truncated: false,
  flags: [],
  policy: policyOf(defaultIncentivesPolicy),
};

describe('DenyUnansweredClaim', () => {
  it('turns the claim down, releases what was held, and opens an appeal window from that moment', () => {
    asked()
      .when(silence('2026-12-04T12:00:00.000Z'))
      .then(
        ClaimDenied({
          claim: standing,
          decisionId: entityId('dec', uuidOf('due')),
          releasedCents: cents(500_000),
          cap: {
            capCents: cents(2_500_000),
            headroomBeforeCents: cents(2_000_000),
            headroomAfterCents: cents(2_500_000),
          },
          rivals: [],
          deniedBy: [],
          reason: `The question to the partner was not answered before ${DUE}.`,
          appealableUntil: instant('2027-01-04T08:00:00.000Z'),
        }),
      );
  });

  it('says no in this order: absent, not asked or answered, not due', () => {
    asked()
      .when({ ...silence(DUE), payload: { claimId: claimId('x') } })
      .thenNotNow('NOT_FOUND');
    claimed().when(silence(DUE)).thenNotNow('NOT_OPEN');
    asked().when(answer(A_SECOND_BEFORE)).thenAccepted().when(silence(A_SECOND_AFTER)).thenNotNow('NOT_OPEN');
    asked()
      .when(silence(A_SECOND_BEFORE))
      .thenNotNow('NOT_DUE', { figures: { dueAt: DUE, askedAt: A_SECOND_BEFORE } });
    asked().when(silence(DUE)).thenAccepted();
  });

  it('takes no answer a second later, whether or not it has come', () => {
    asked().when(answer(A_SECOND_AFTER)).thenNotNow('ANSWER_OVERDUE');
    asked().when(silence(A_SECOND_AFTER)).thenAccepted().when(answer(A_SECOND_AFTER)).thenNotNow('NOT_OPEN');
  });

  it('waits for the time of the second question, though the first would be due', () => {
    asked()
      .when(answer('2026-09-01T12:00:00.000Z'))
      .thenAccepted()
      .when({ ...act('RequestInformation', 'c', pia, { question: 'And when?' }), at: '2026-09-02T12:00:00.000Z' })
      .thenAccepted()
      .when(silence(A_SECOND_AFTER))
      .thenNotNow('NOT_DUE');
  });

  it('may be appealed, and decided by whoever asked: nobody has denied it', () => {
    asked()
      .when(silence(DUE))
      .thenAccepted()
      .when({
        ...act('AppealClaim', 'c', ana, { grounds: 'We were away.' }),
        role: 'partner-staff',
        at: A_SECOND_AFTER,
      })
      .thenAccepted()
      .when({ ...act('DecideAppeal', 'c', pia, { upheld: true, reason: 'It is shown.' }), at: A_SECOND_AFTER })
      .thenAccepted();
  });
});

describe('CloseAppealWindow', () => {
  it('makes the denial final', () => {
    denied()
      .when(closing(DUE))
      .then(AppealWindowClosed({ claim: standing, appealableUntil: instant(DUE) }));
  });

  it('says no in this order: absent, no appeal open, not due', () => {
    denied()
      .when({ ...closing(DUE), payload: { claimId: claimId('x') } })
      .thenNotNow('NOT_FOUND');
    claimed().when(closing(DUE)).thenNotNow('NOT_OPEN');
    denied().when(closing(DUE)).thenAccepted().when(closing(DUE)).thenNotNow('NOT_OPEN');
    denied().when(closing(A_SECOND_BEFORE)).thenNotNow('NOT_DUE');
  });

  it('comes to nothing after an appeal, and changes nothing for a claim of the same outcome', () => {
    const appeal = { ...act('AppealClaim', 'c', ana, { grounds: 'It is in force.' }), role: 'partner-staff' };
    denied()
      .when({ ...appeal, at: A_SECOND_BEFORE })
      .thenAccepted()
      .when(closing(DUE))
      .thenNotNow('NOT_OPEN');
    const again = (key: string) =>
      claim('district-onboarded', district(1), { key, at: A_SECOND_AFTER, outcomeDate: '2026-08-20' });
    denied().when(again('open')).thenAccepted().when(verify('open', pat)).thenAccepted();
    denied().when(closing(DUE)).thenAccepted().when(again('closed')).thenAccepted();
  });
});
