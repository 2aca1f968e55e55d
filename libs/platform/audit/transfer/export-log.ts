import { Frontier } from '#platform/audit/tree/frontier';
import { leafOfEvent } from '#platform/audit/tree/hash';
import type { LogEnd } from '#platform/audit/transfer/log-lines';
import { lineOfEnd, lineOfEvent } from '#platform/audit/transfer/log-lines';
import { check } from '#platform/audit/verify/finding';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { START } from '#platform/event-store/port/event-store';

/** A log as lines of JSON (without line feeds): every event in order, then its size and root. From any store. */
export async function* exportLog(log: Pick<EventReader, 'readAll'>): AsyncGenerator<string, LogEnd> {
  const frontier = Frontier.empty();
  for await (const { event } of log.readAll(START)) {
    check(
      event.sequence === frontier.size,
      `the log goes on with number ${event.sequence} instead of ${frontier.size}`,
    );
    frontier.append(leafOfEvent(event));
    yield lineOfEvent(event);
  }
  const end = { size: frontier.size, root: frontier.root().toString('hex') };
  yield lineOfEnd(end);
  return end;
}
