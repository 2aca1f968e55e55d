import { applyImport } from '#contexts/imports/decide/apply-import';
import { receiveImport } from '#contexts/imports/decide/receive-import';
import type { ImportState } from '#contexts/imports/decide/state';
import { ImportApplied } from '#contexts/imports/events/import-applied';
import { ImportReceived } from '#contexts/imports/events/import-received';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { Circumstances, Decider, Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { ImportId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';

export const importStream = (importId: ImportId): string => `import-${importId}`;

const v1 = { version: 1, rules: 'v1', facts: alone };

/** A stream for each file: that it came, and that what was planned of it was done. */
export const importStreams: Decider<ImportState> = {
  name: 'imports',
  owns: (stream) => stream.startsWith('import-'),
  events: [ImportReceived, ImportApplied],
  initial: () => ({ received: null, applied: new Set(), touched: undefined }),
  evolve,
  touched: ({ touched }) => touched,
  commands: [
    {
      ...v1,
      name: 'ReceiveImport',
      stream: (_command, { commandId }) => importStream(entityId('imp', commandId)),
      decide: receiveImport,
      reply: receivedReply,
    },
    {
      ...v1,
      name: 'ApplyImport',
      stream: ({ importId }: { importId: ImportId }) => importStream(importId),
      entity: ({ importId }: { importId: ImportId }) => importId,
      decide: applyImport,
      reply: appliedReply,
    },
  ],
};

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
function evolve(state: ImportState, recorded: RecordedEvent): ImportState {
  const event = recorded as ImportReceived | ImportApplied;
  switch (event.type) {
    case 'ImportReceived':
      assert(state.received === null, 'a file is received once', { importId: event.data.importId });
      state.received = event.data;
      break;
    case 'ImportApplied':
      assert(state.received !== null, 'a file is received before it is applied', { importId: event.data.importId });
      state.applied.add(event.data.planHash);
      break;
    default:
      return impossible(event, 'an event of an import');
  }
  state.touched = event.revision;
  return state;
}

function receivedReply(events: readonly RecordedEvent[]): Reply {
  const {
    importId,
    receivedBy: _receivedBy,
    ...file
  } = present(events[0] as ImportReceived | undefined, 'a file').data;
  return { status: 201, body: { id: importId, ...file }, location: `/v1/imports/${importId}` };
}

function appliedReply(events: readonly RecordedEvent[]): Reply {
  const { importId, planHash } = present(events[0] as ImportApplied | undefined, 'the event of an import').data;
  return { status: 200, body: { id: importId, status: 'applied', planHash } };
}

/** For commands that need to know nothing beyond their own stream. */
function alone(_command: unknown, _state: unknown, circumstances: Circumstances): Circumstances {
  return circumstances;
}
