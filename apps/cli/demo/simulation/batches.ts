import { dateIn, PROGRAM_ZONE } from './moments';
import type { Step } from './step';

/** Under the 64 commands that a mailbox decides together, whatever one step asks. */
const ASKS_AT_MOST = 48;

/**
 * Steps that are given together, to share a durable write. A batch ends where something has to be known or done before
 * the next step: after an approval or another from which something follows; where a step hangs on a claim of this batch; at midnight,
 * when deadlines pass; and at every step on another stream than the ledger of incentives.
 */
export function* batchesOf(steps: readonly Step[]): Generator<readonly Step[]> {
  let batch: Step[] = [];
  let claims = new Set<string>();
  let asks = 0;
  for (const step of steps) {
    const isFull = asks + step.asks.length > ASKS_AT_MOST;
    const last = batch.at(-1);
    if (last !== undefined && (isFull || endsBatch(last) || mustWait(step, last) || claims.has(step.after ?? ''))) {
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

const mustWait = (step: Step, last: Step): boolean =>
  !isIncentives(step) || dateIn(step.at, PROGRAM_ZONE) !== dateIn(last.at, PROGRAM_ZONE);

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

const isIncentives = ({ asks }: Step): boolean => asks.every(({ kind }) => INCENTIVES.has(kind));
/** Something follows from it: a payable, an act of two people, a hold. */
export const setsOff = ({ asks }: Step): boolean => asks.some(({ kind }) => EFFECTIVE.has(kind));
const EFFECTIVE = new Set([
  ...['ApproveClaim', 'ConfirmApproval', 'RecordW9', 'ChangePayee'],
  ...['PausePartner', 'ReactivatePartner', 'ExitPartner'],
]);
const endsBatch = (step: Step): boolean => setsOff(step) || !isIncentives(step);
