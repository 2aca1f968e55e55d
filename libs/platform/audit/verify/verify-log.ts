import { laterOf } from '#kernel/time/instant';
import { leafOfEvent } from '#platform/audit/tree/hash';
import { Frontier } from '#platform/audit/tree/frontier';
import { EventChecker } from '#platform/audit/verify/check-event';
import { CheckpointChecker } from '#platform/audit/verify/check-checkpoints';
import { check, Finding } from '#platform/audit/verify/finding';
import type { Verification, VerifyOptions } from '#platform/audit/verify/verification';
import type { EventStore, LoggedEvent } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';

const PROGRESS_EVERY = 10_000;

/** Walks a whole log as a store reads it. */
export async function verifyLog(
  store: Pick<EventStore, 'readAll'>,
  options: VerifyOptions = {},
): Promise<Verification> {
  return verifyEvents(withKnownTime(store.readAll(START)), options);
}

/** Walks events in log order from the first: a store's, an export's, a backup's. Stops at the first that is wrong. */
export async function verifyEvents(
  events: AsyncIterable<StoredEvent>,
  { checkpoints = [], leafAt = () => undefined, trustLeaves = false, onLeaf, onProgress }: VerifyOptions = {},
): Promise<Verification> {
  const frontier = Frontier.empty();
  const kept = new CheckpointChecker(checkpoints);
  const checker = new EventChecker();
  try {
    for await (const event of events) {
      const [leaf, stored] = [leafOfEvent(event), leafAt(frontier.size)];
      const isSame = stored?.equals(leaf);
      if (trustLeaves && isSame === true) checker.pass(event);
      else checker.check(event);
      check(isSame !== false, 'its bytes are not those whose hash was stored');
      onLeaf?.(frontier.size, leaf);
      frontier.append(leaf);
      const bad = kept.compare(frontier);
      if (bad !== undefined) return bad;
      if (frontier.size % PROGRESS_EVERY === 0) onProgress?.(frontier.size);
    }
  } catch (error) {
    if (!(error instanceof Finding)) throw error;
    return { kind: 'bad', badPosition: frontier.size, why: error.message };
  }
  return kept.missing(frontier.size) ?? { kind: 'good', size: frontier.size, root: frontier.root() };
}

/** The known time is derived and in no hash, but as-of reads rest on it: it must be the running maximum. */
async function* withKnownTime(log: AsyncIterable<LoggedEvent>): AsyncIterable<StoredEvent> {
  let known = START.knownAt;
  for await (const { event, checkpoint } of log) {
    known = known === null ? event.recordedAt : laterOf(known, event.recordedAt);
    check(checkpoint.knownAt === known, `its known time is given as ${String(checkpoint.knownAt)} instead of ${known}`);
    yield event;
  }
}
