import type { ErasePayload } from '#contexts/access/commands/erase-payload';
import { PayloadErased } from '#contexts/access/events/payload-erased';
import { payloadStream } from '#contexts/access/facts/erased-payloads';
import { assert, present } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Decider, Reply } from '#kernel/decider/decider';
import type { NewEventOf, RecordedEvent } from '#kernel/decider/event';

/** One stream, one payload: what is left of it is that it was erased. */
interface PayloadState {
  /** Revision of the erasure; null while the payload may be read. */
  erased: number | null;
}

/** A stream for each erased payload, whatever refers to it: a claim, a person, a bank account. */
export const payloadStreams: Decider<PayloadState> = {
  name: 'payloads',
  owns: (stream) => stream.startsWith('payload-'),
  events: [PayloadErased],
  initial: () => ({ erased: null }),
  evolve(state, { revision }) {
    assert(state.erased === null, 'a payload is erased once', { revision });
    state.erased = revision;
    return state;
  },
  touched: ({ erased }) => erased ?? undefined,
  commands: [
    {
      ...{ name: 'ErasePayload', version: 1, rules: 'v1' },
      stream: ({ sha256 }: ErasePayload) => payloadStream(sha256),
      entity: ({ sha256 }: ErasePayload) => sha256,
      facts: (_command: ErasePayload, _state, circumstances): Circumstances => circumstances,
      decide: erasePayload,
      reply: erasureReply,
    },
  ],
};

/** Decides an erasure: once. That something refers to it is looked up at the edge, for any stream may. */
export function erasePayload(
  { sha256, reason }: ErasePayload,
  { erased }: Readonly<PayloadState>,
): Answer<NewEventOf<typeof PayloadErased>> {
  if (erased !== null) return notNow('PAYLOAD_ERASED', `${sha256} was erased before.`, { sha256 });
  return accepted(PayloadErased({ sha256, reason }));
}

function erasureReply(events: readonly RecordedEvent[]): Reply {
  const { sha256 } = (present(events[0], 'the event of an erasure') as PayloadErased).data;
  return { status: 200, body: { sha256, erased: true } };
}
