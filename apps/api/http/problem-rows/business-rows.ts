import { row } from './row';

const again = 'Nothing was stored: the same key may be sent again when that has changed.';

/** What the deciders answer. 422 is a refusal on record; 409 is not now, and leaves no trace. */
export const BUSINESS_ROWS = {
  // Claims: refusals
  PARTNER_PAUSED: row(
    422,
    'The partner is paused',
    'Ask program staff to reactivate it.',
    'It may not make new claims.',
  ),
  PARTNER_EXITED: row(
    422,
    'The partner had left by then',
    'Claim outcomes up to the day it left.',
    'The partner left the network on 2026-03-31: later outcomes are not claimable.',
  ),
  OUTCOME_UNKNOWN: row(
    422,
    'The catalogue has no such outcome',
    'Choose one that the detail lists.',
    'The catalogue of policy version 1 has no outcome district-visited.',
  ),
  SUBJECT_KIND: row(
    422,
    'The outcome is about another kind of subject',
    'Name a subject of the kind expected.',
    'course-launched is about a school; lea:0100390 is a district.',
  ),
  CODE_UNKNOWN: row(
    422,
    'Not a code of this outcome',
    'Send one of the codes listed, or none where none is taken.',
    'course-launched needs courseCode: one of CSF, CSD, CSP, CSA, AI.',
  ),
  UNITS_UNEXPECTED: row(
    422,
    'The outcome is not paid by number',
    'Leave `units` out.',
    'district-onboarded is not paid by number.',
  ),
  BELOW_LOWEST_TIER: row(
    422,
    'Too few for the lowest tier',
    'Claim when the number of the lowest tier is reached.',
    'teachers-implementing starts at 5 teachers ($300.00); the claim names 4.',
  ),
  EVIDENCE_MISSING: row(
    422,
    'Evidence is missing',
    'Upload the kinds named and claim again with a new key.',
    'strategic-plan-completed also needs evidence: district-sign-off.',
  ),
  EVIDENCE_UNKNOWN: row(
    422,
    'Evidence of a kind that the outcome does not take',
    'Leave it out, or name its kind as the catalogue does.',
    'course-launched takes no evidence of kind board-minutes.',
  ),
  OUTCOME_IN_FUTURE: row(
    422,
    'The outcome lies in the future',
    'Claim on the day it is reached, or later.',
    'The outcome is dated 2026-09-30; it is 2026-09-29 where the partner is.',
  ),
  CLAIM_WINDOW_CLOSED: row(
    422,
    'The claim came too late',
    'An outcome is claimable for the window that the policy states.',
    'An outcome is claimable until local midnight after day 90.',
  ),
  DUPLICATE_OUTCOME: row(
    422,
    'The outcome was claimed before',
    'See the claim named in `figures`; one outcome is paid once.',
    'This outcome was claimed as clm_… already.',
  ),
  CAP_EXCEEDED: row(
    422,
    'The annual cap leaves too little',
    '`wouldPass` names what would still fit.',
    '$0.00 of the annual cap of $25,000.00 is left; the claim needs at least $300.00.',
  ),
  BELOW_MINIMUM: row(
    422,
    'Below the smallest incentive',
    'Approve at least the minimum, or deny the claim.',
    'An incentive is at least $300.00; $299.99 was to be approved.',
  ),
  ABOVE_CATALOGUE: row(
    422,
    'Above the catalogue’s amount',
    'Approve at most what the catalogue pays.',
    'The catalogue pays $1,000.00 for this outcome; $1,000.01 was to be approved.',
  ),
  APPEAL_WINDOW_CLOSED: row(
    422,
    'The appeal came too late',
    'A denial is appealable for the window that the policy states.',
    'The denial was appealable until 2026-09-04T07:00:00.000Z; the appeal arrived at 2026-09-04T07:00:00.000Z.',
  ),
  REVERSAL_EMPTY: row(422, 'A reversal of nothing', 'Name what is taken back.', 'A reversal takes something back.'),
  REVERSAL_ABOVE_APPROVED: row(
    422,
    'More than stands of the approval',
    'Reverse at most what `figures.standingCents` says.',
    '$5,000.00 of the approval stand; $5,000.01 were to be reversed.',
  ),
  REVERSAL_REMAINDER: row(
    422,
    'Too little would remain',
    'Reverse all of it, or leave at least the minimum.',
    'An incentive is at least $300.00; $299.99 would remain.',
  ),
  // Claims: not now
  ANSWER_OVERDUE: row(
    409,
    'The answer came too late',
    'The claim is denied by policy; the denial may be appealed.',
    'The answer was due before 2026-09-04T07:00:00.000Z.',
  ),
  NOTHING_CHANGED: row(
    409,
    'Nothing was said',
    'Send an answer, or what is to change.',
    'Neither an answer nor a change.',
  ),
  AMOUNT_UNEXPECTED: row(409, 'A rejection approves nothing', 'Leave `approvedCents` out.', 'Leave approvedCents out.'),
  NOT_CONTESTED: row(409, 'Nobody else claims the outcome', again, 'No other claim stands against this one.'),
  CONTEST_UNCLEAR: row(
    409,
    'It is not clear which claim is meant',
    'Resolve at the address of the claim that shall stand.',
    'Several claims contest this one.',
  ),
  EVIDENCE_NOT_RECEIVED: row(
    409,
    'The evidence file is not here',
    'Upload it to /v1/evidence, then send the claim again with the same key.',
    'No file with this SHA-256 was received from this partner.',
  ),
  CONTESTED: row(409, 'Another partner claims the same outcome', again, 'Program staff must first resolve it.'),
  NOT_OPEN: row(409, 'It does not stand where this is possible', again, 'It is approved; it must be claimed.'),
  FLAG_UNKNOWN: row(409, 'The claim does not carry that flag', 'Answer only flags it carries.', 'No such flag.'),
  FLAG_UNANSWERED: row(
    409,
    'A flag must be answered first',
    'Send `flagsAnswered` with a reason for each flag named.',
    'EVIDENCE_REUSED_ACROSS_PARTNERS must be answered with a reason.',
  ),
  OVERRIDE_EMPTY: row(409, 'An override of nothing', 'Name what is added.', 'An override adds something to the cap.'),
  EXPIRES_IN_PAST: row(
    409,
    'It would have expired already',
    'Let it expire today or later.',
    'It is 2026-08-04; an override that expires on 2026-08-03 would change nothing.',
  ),
  // Policies and payables
  POLICY_MISSING: row(
    409,
    'No policy is published yet',
    'Publish the first policy.',
    'No incentives policy is published yet.',
  ),
  ALREADY_PAYABLE: row(409, 'The decision is payable already', 'See the payable named.', 'dec_… is payable as pay_….'),
  POLICY_FLAWED: row(409, 'The policy contradicts itself', 'Correct what the detail names.', 'The catalogue is empty.'),
  EFFECTIVE_IN_PAST: row(
    409,
    'A policy never takes effect in the past',
    'Let it rule from today or later.',
    'It is 2026-08-04, and this one would rule from 2026-08-01.',
  ),
  // Partners and people
  SLUG_TAKEN: row(409, 'Another partner has this slug', 'Choose another.', 'codeva names ptr_… already.'),
  HANDLE_TAKEN: row(409, 'Another person has this handle', 'Choose another.', 'finance-1 names per_… already.'),
  EXIT_BEFORE_START: row(409, 'The partner had not joined by then', again, 'It joined on 2025-01-01.'),
  PERSON_UNKNOWN: row(409, 'No such person', 'Register the person first.', 'per_… is not registered.'),
  ENDS_BEFORE_START: row(409, 'The last day lies before the first', 'Swap them.', '2026-01-01 lies before 2026-02-01.'),
  ALREADY_AFFILIATED: row(
    409,
    'The person holds that role there already',
    again,
    'per_… is champion from 2026-01-01 on.',
  ),
  NOT_AFFILIATED: row(409, 'The person does not hold that role there', again, 'per_… is not champion of this partner.'),
  ROLE_HELD: row(409, 'The person holds the role already', again, 'per_… already holds the role finance.'),
  ERASED: row(410, 'It was erased for good', 'What refers to it stays; the bytes are gone.', 'The file was erased.'),
  PAYLOAD_ERASED: row(
    409,
    'It was erased for good',
    'What was erased is not taken again; what refers to it stays.',
    'The file was erased; it is not taken again.',
  ),
  OWN_ACCOUNT: row(
    409,
    'Not on your own account',
    'Ask another administrator.',
    'Another administrator must do that to your account.',
  ),
  ROLE_NOT_HELD: row(409, 'The person does not hold the role', again, 'per_… does not hold the role finance.'),
} as const;
