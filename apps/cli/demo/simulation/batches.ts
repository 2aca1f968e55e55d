import { dateIn, PROGRAM_ZONE } from './moments';
import type { Step } from './step';

/** Under the 64 commands that a mailbox decides together, whatever one step asks. */
const ASKS_AT_MOST = 48;

/**
 * Steps that are given together, to share a durable write. A batch ends where something has to be known or done before
 * the next step: after an act from which another follows; where a step hangs on an ask of this batch or is settled when its
 * time has come; at midnight, when deadlines pass; and where the steps go on to another ledger, or to a stream that is none.
 */
export function* batchesOf(steps: readonly Step[]): Generator<readonly Step[]> {
  let batch: Step[] = [];
  let claims = new Set<string>();
  let asks = 0;
  for (const step of steps) {
    const isFull = asks + step.asks.length > ASKS_AT_MOST;
    const last = batch.at(-1);
    if (last !== undefined && (isFull || endsBatch(last) || !isTogether(last, step) || claims.has(step.after ?? ''))) {
      yield batch;
      batch = [];
      claims = new Set();
      asks = 0;
    }
    batch.push(step);
    asks += step.asks.length;
    for (const { name } of step.asks) claims.add(name);
  }
  if (batch.length > 0) yield batch;
}

const INCENTIVES = new Set([
  'ReceiveEvidence',
  'ClaimIncentive',
  'VerifyClaim',
  'DenyClaim',
  'WithdrawClaim',
  'ApproveClaim',
  'RequestInformation',
  'ResubmitClaim',
]);

const GRANTS = new Set([
  'SubmitGrantProposal',
  'CosignProposal',
  'ReviseProposal',
  'WithdrawProposal',
  'AssignReviewers',
  'DeclareConflict',
  'ReviewProposal',
]);

/** From which a reaction makes another command: a payable, what two people want, a hold, money back in its pool. */
const FOLLOWED = new Set([
  ...['ApproveClaim', 'ReverseClaim', 'ConfirmApproval', 'AcceptAward', 'AcceptReport', 'ReverseAward'],
  ...['RecordW9', 'ChangePayee', 'PausePartner', 'ReactivatePartner', 'ExitPartner', 'RepayReceivable'],
]);

const LEDGERS = [INCENTIVES, GRANTS];
const isOn = ({ asks }: Step, ledger: ReadonlySet<string>): boolean => asks.every(({ kind }) => ledger.has(kind));
const isTogether = (last: Step, step: Step): boolean =>
  step.settle === undefined &&
  dateIn(step.at, PROGRAM_ZONE) === dateIn(last.at, PROGRAM_ZONE) &&
  LEDGERS.some((ledger) => isOn(last, ledger) && isOn(step, ledger));

export const isFollowed = ({ asks }: Step): boolean => asks.some(({ kind }) => FOLLOWED.has(kind));
const endsBatch = (step: Step): boolean => isFollowed(step) || step.settle !== undefined;
