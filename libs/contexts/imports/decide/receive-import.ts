import type { ReceiveImport } from '#contexts/imports/commands/receive-import';
import type { ImportState } from '#contexts/imports/decide/state';
import { ImportReceived } from '#contexts/imports/events/import-received';
import { assert } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';

/** Takes a file in, under an id that comes from the command's. What its rows are worth is judged when they are planned. */
export function receiveImport(
  command: ReceiveImport,
  { received }: Readonly<ImportState>,
  circumstances: Circumstances,
): Answer<NewEventOf<typeof ImportReceived>> {
  const importId = entityId('imp', circumstances.commandId);
  assert(received === null, 'a new import’s stream is empty', { importId });
  const receivedBy = actingPeople(circumstances);
  const { kind, mode, sha256, bytes, expectRows, expectCents } = command;
  const fill = command.fill.map(({ column, value }) => ({ column, value }));
  const expected = { expectRows: expectRows ?? null, expectCents: expectCents ?? null };
  return accepted(ImportReceived({ importId, kind, mode, sha256, bytes, fill, ...expected, receivedBy }));
}
