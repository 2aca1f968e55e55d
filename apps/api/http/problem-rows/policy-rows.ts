import { row } from './row';

const correct = 'Correct the member that `pointer` names.';

/** What drafting and publishing rules may answer, and what the linter of policies finds. */
export const POLICY_ROWS = {
  POLICY_MISSING: row(
    409,
    'No policy is published yet',
    'Found the network first: `rpn start` does it.',
    'No incentives policy is published yet.',
  ),
  POLICY_FLAWED: row(
    422,
    'The policy contradicts itself or the brief',
    'Correct all that `errors` names. Nothing was stored: the same key may be sent again.',
    'course-launched: $5,000.01 lies outside $300.00 to $5,000.00.',
  ),
  EFFECTIVE_IN_PAST: row(
    409,
    'A policy never takes effect in the past',
    'Let it rule from today or later; a draft whose day is over is drafted again.',
    'It is 2026-08-04, and this one would rule from 2026-08-01.',
  ),
  DRAFT_OUTDATED: row(
    409,
    'Other rules were published since it was drafted',
    'Draft it again, from the version in force.',
    'It was drafted to replace version 1, and version 2 was published since; draft it again.',
  ),
  // The linter's, in `errors` of POLICY_FLAWED
  AMOUNT_OUT_OF_BOUNDS: row(
    422,
    'An amount outside its bounds',
    'An incentive lies between $300 and $5,000, or within the policy’s own narrower bounds.',
    'course-launched: $299.99 lies outside $300.00 to $5,000.00.',
  ),
  TIERS_OVERLAP: row(422, 'Two tiers begin at one number', correct, 'teachers-implementing: two tiers begin at 15.'),
  TIER_UNREACHABLE: row(
    422,
    'A tier that nobody reaches, or that pays no more',
    'Let the tiers rise, in units and in money.',
    'teachers-implementing: the tier from 15 stands behind that from 30, which nobody then reaches.',
  ),
  OUTCOMES_OVERLAP: row(
    422,
    'Two outcomes that the same evidence proves',
    'Ask one of them for other evidence, or make them one.',
    'plan-adopted is proved by what already proves strategic-plan-completed: one outcome would be paid twice.',
  ),
  NAMED_TWICE: row(422, 'Two things of one name', correct, 'The catalogue names course-launched twice.'),
  INCOMPLETE: row(422, 'Something is missing', correct, 'coding-club-founded: a fixed amount names its amountCents.'),
  CONTRADICTORY: row(
    422,
    'A member that does not belong here',
    correct,
    'coding-club-founded: a fixed amount has no tiers.',
  ),
  CAP_STEPS: row(
    422,
    'The cap schedule is none',
    'Let it begin at 0%, rise in usage, and fall in money.',
    'The cap schedule does not rise.',
  ),
  WEIGHTS: row(
    422,
    'The weights do not make 100',
    correct,
    'The weights of the rubric are whole percents that make 100 together.',
  ),
  SCORE_OUT_OF_RANGE: row(422, 'No such score', 'Name 0 to 500 points.', 'The least score cannot be reached.'),
  CALENDAR_UNKNOWN: row(422, 'No such day or zone', correct, 'The program year cannot begin on 02-30.'),
} as const;
