import { leafOfEvent } from '#platform/audit/tree/hash';
import { Frontier } from '#platform/audit/tree/frontier';
import type { LogEnd } from '#platform/audit/transfer/log-lines';
import { isEnd, parsedLine } from '#platform/audit/transfer/log-lines';
import { check } from '#platform/audit/verify/finding';

/**
 * Reads an exported log to its end and says what it holds: every line to the byte, in order, under the root that it states.
 * Stops with a `Finding` at the first that is wrong. Done before an import, so that a bad export changes nothing.
 */
export async function checkExport(lines: AsyncIterable<string>): Promise<LogEnd> {
  const frontier = Frontier.empty();
  let end: LogEnd | undefined;
  for await (const line of lines) {
    check(end === undefined, 'something follows the end of the log');
    const parsed = parsedLine(line);
    if (isEnd(parsed)) {
      end = parsed;
      continue;
    }
    check(parsed.sequence === frontier.size, `number ${parsed.sequence} follows instead of ${frontier.size}`);
    frontier.append(leafOfEvent(parsed));
  }
  check(end !== undefined, 'the export was cut off: its last line is missing');
  check(frontier.size === end.size, `the export states ${end.size} events and has ${frontier.size}`);
  check(frontier.root().toString('hex') === end.root, 'the export states another root than its events have');
  return end;
}
