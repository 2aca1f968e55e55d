import { row } from './row';

/** Marketing grants: what is refused, on record. */
export const GRANT_REFUSAL_ROWS = {
  // Pools and rounds
  AMOUNT_OUT_OF_BOUNDS: row(
    422,
    'The amount is out of bounds',
    'See the bound in `figures`.',
    'A year is funded with $0.01 to $10,000,000,000.00; $0.00 was asked for.',
  ),
  ROUND_UNDECIDED: row(
    422,
    'A round of the year is undecided',
    'Decide it first.',
    'The round of 2026-Q4 must be decided before 2026 lapses.',
  ),
  ROUND_TOO_EARLY: row(
    422,
    'The round would open too early',
    'Open it from `wouldPass.opensAt` on.',
    'The round of 2026-Q3 may open from 2026-05-02T07:00:00.000Z on; 2026-05-01T07:00:00.000Z is earlier.',
  ),
  ROUND_DATES: row(
    422,
    'The round’s dates do not fit',
    'Let it close after it opens.',
    'A round closes in the future.',
  ),
  GOAL_REPEATED: row(422, 'Two goals have one id', 'Give each its own.', 'Two goals have the id rural.'),
  EXTENSION_NOT_LATER: row(
    422,
    'The new deadline is not later',
    'Name a moment after the deadline that stands.',
    'The round closes at 2026-09-16T07:00:00.000Z; an extension is later.',
  ),
  // Proposals and reviews
  ROUND_NOT_OPEN: row(
    422,
    'The round is not open yet',
    'Send it again, with a new key, from the opening on.',
    'The round of 2026-Q3 opens at 2026-07-01T07:00:00.000Z; it was 2026-06-30T12:00:00.000Z.',
  ),
  ROUND_CLOSED: row(
    422,
    'The round is closed',
    'Apply to the next round.',
    'The round of 2026-Q3 closed at 2026-09-16T07:00:00.000Z; it was 2026-09-16T07:15:00.000Z.',
  ),
  ROUND_FULL: row(
    422,
    'The round is full',
    'Apply to the next round.',
    'The round of 2026-Q3 has 2500 proposals, as many as one decision takes.',
  ),
  REPORT_OVERDUE: row(
    422,
    'An expense report is overdue',
    'Report the award that the detail names, then apply again with a new key.',
    'The expense report of awd_… was due at 2026-08-01T07:00:00.000Z; send it first.',
  ),
  GOAL_UNKNOWN: row(
    422,
    'The round has no such goal',
    'Choose among those that the detail lists.',
    'The round of 2026-Q3 has no goal urban; it has rural, k5.',
  ),
  CATEGORY_INELIGIBLE: row(
    422,
    'A budget line is not eligible',
    'Leave the line out, or put it under a category that is eligible.',
    'Budget line 2: alcohol is not eligible. Grants pay for no alcohol.',
  ),
  BUDGET_OUT_OF_BOUNDS: row(
    422,
    'The budget’s sum is out of bounds',
    'Ask for something, and for no more than a pool can hold.',
    'The budget comes to $0.00: nothing is requested.',
  ),
  OUTCOME_REPEATED: row(
    422,
    'One number is told twice',
    'Name each metric once.',
    'Two targets are set for people-reached; one is enough.',
  ),
  DATES_REVERSED: row(
    422,
    'It would end before it starts',
    'Swap the dates.',
    'The activity ends (2026-10-01) before it starts (2026-10-03).',
  ),
  STARTS_TOO_EARLY: row(
    422,
    'The activity starts before the round closes',
    'Let it start on `wouldPass.startsOn` or later.',
    'The activity may not start before the round closes, on 2026-09-16; it starts on 2026-09-15.',
  ),
  RECOMMENDATION_OUT_OF_BOUNDS: row(
    422,
    'The recommended amount is out of bounds',
    'Recommend more than nothing and at most what is requested, or leave it out.',
    'A recommendation is between $0.01 and the $4,000.00 that are requested.',
  ),
  // Awards
  OFFER_LAPSED: row(
    422,
    'The offer has lapsed',
    'Apply to a later round.',
    'The offer stood up to 2026-10-21T07:00:00.000Z; it was 2026-10-21T07:00:00.000Z.',
  ),
  ABOVE_OFFER: row(
    422,
    'More than was offered',
    'Accept at most `wouldPass.acceptedCents`.',
    'The offer is $4,000.00; $4,000.01 were to be accepted.',
  ),
  NOTHING_ACCEPTED: row(
    422,
    'An acceptance of nothing',
    'Decline the offer instead.',
    'An acceptance takes something; to take nothing, decline.',
  ),
  AMENDMENT_RAISES: row(
    422,
    'An amendment never raises money',
    'Lower the amount to `wouldPass.acceptedCents` or below; apply anew for more.',
    'At most $3,500.00 can stand; $4,000.00 were asked for.',
  ),
  ABOVE_OWED: row(
    422,
    'More than is owed back',
    'Return at most `wouldPass.returnedCents`.',
    '$625.50 are owed back; $700.00 were to be returned.',
  ),
} as const;
