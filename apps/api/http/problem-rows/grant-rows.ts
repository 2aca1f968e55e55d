import { row } from './row';

const again = 'Nothing was stored: the same key may be sent again when that has changed.';

/** Marketing grants: not now. */
export const GRANT_ROWS = {
  // Pools
  POOL_FUNDED: row(409, 'The year is funded already', 'See the pool.', 'The program year 2026 is funded already.'),
  POOL_NOT_FUNDED: row(409, 'The year is not funded yet', 'Fund it first.', 'The program year 2026 is not funded yet.'),
  POOL_LAPSED: row(409, 'The year has lapsed', 'Nothing more can be given of it.', 'The program year 2026 has lapsed.'),
  LAPSE_NOT_DUE: row(409, 'It is too early to lapse', again, 'The offer stands up to 2026-10-21T07:00:00.000Z.'),
  // Rounds
  ROUND_EXISTS: row(409, 'The round was opened before', 'See the round.', 'The round of 2026-Q3 was opened before.'),
  ROUND_UNKNOWN: row(409, 'The round is not opened yet', again, 'No round of 2026-Q3 was opened.'),
  ROUND_OPEN: row(
    409,
    'The round still takes proposals',
    'Close it, or wait for its deadline.',
    'The round of 2026-Q3 takes proposals up to 2026-09-16T07:00:00.000Z.',
  ),
  ROUND_OUT_OF_ORDER: row(
    409,
    'A later round is decided already',
    'Rounds of a year are decided in order; open the next one.',
    'Rounds of a year are decided in order, and 2026-Q3 is decided already.',
  ),
  EARLIER_ROUND_UNDECIDED: row(
    409,
    'An earlier round is undecided',
    'Decide that one first.',
    'Rounds of a year are decided in order: 2026-Q2 first.',
  ),
  ROUND_ALLOCATED: row(409, 'The round is decided', 'See its slate.', 'The round of 2026-Q3 is decided already.'),
  NOT_ALLOCATED: row(409, 'The round is not decided yet', again, 'The round of 2026-Q3 is not decided yet.'),
  REVIEWS_MISSING: row(
    409,
    'A proposal lacks reviews',
    'Have it reviewed, or defer it to the next round.',
    'prp_… has 1 valid review; it needs 2, or a deferral.',
  ),
  SLATE_CHANGED: row(
    409,
    'The slate is another by now',
    'Draw it again with a dry run, look at it, and ask anew with its hash.',
    'What the slate was drawn from has changed since. Draw it again, look at it, and ask anew.',
  ),
  NOTHING_TO_PROMOTE: row(
    409,
    'There is nothing to promote',
    again,
    'No line that waits can be funded with the $100.00 that are left.',
  ),
  WAITLIST_ENDED: row(
    409,
    'The wait is over',
    'It ended with the next round’s decision; apply to a later round.',
    'The waitlist of 2026-Q3 ended when 2026-Q4 was decided.',
  ),
  // Reviews
  NOT_A_REVIEWER: row(
    409,
    'The person reviews no grants',
    'Name holders of the role grant-reviewer, or have the role granted first.',
    'per_… does not hold the role grant-reviewer.',
  ),
  NOT_DECLARED: row(
    409,
    'Conflict of interest is not declared yet',
    'Declare it; then the text is shown and may be scored.',
    'Declare first whether you have a conflict of interest.',
  ),
  RECUSED: row(409, 'You are recused', 'Somebody else reviews it.', 'You are recused from this proposal.'),
  // Awards
  NOTHING_OWED: row(409, 'The award owes nothing', again, 'awd_… owes nothing.'),
  MONEY_OWED: row(409, 'Money is still owed back', 'Record its return first.', '$625.50 is still owed back.'),
} as const;
