import { present } from '#kernel/assert/assert';
import type { SequencedEvent } from '#kernel/decider/event';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { EventStore } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import type { Ask } from '#platform/runtime/handle/decide-command';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** The events of one command, which stand together in its stream from `revision` on. */
export async function commandEvents(
  store: EventStore,
  catalogue: EventCatalogue,
  stream: string,
  revision: number,
): Promise<SequencedEvent[]> {
  const events: SequencedEvent[] = [];
  for await (const stored of store.readStream(stream, revision)) {
    const event = decodeEvent(stored, catalogue);
    if (events[0] !== undefined && event.metadata.command.id !== events[0].metadata.command.id) break;
    events.push(event);
  }
  return events;
}

/** The first reply of a command that was stored before: the same events; or "key reused" when the body is another. */
export async function readCommand(
  { store, catalogue }: { readonly store: EventStore; readonly catalogue: EventCatalogue },
  ask: Ask,
  revision: number,
): Promise<Outcome> {
  const events = await commandEvents(store, catalogue, ask.stream, revision);
  const first = present(events[0], 'the stored event of an earlier try');
  const last = present(events.at(-1), 'the stored event of an earlier try');
  const { command, principal } = first.metadata;
  const isSame = command.bodyHash === ask.context.bodyHash && principal === ask.context.principal;
  if (ask.isLook !== true && !isSame) return { kind: 'key-reused', firstAt: first.recordedAt };
  const refused = catalogue.isRefusal(first.type);
  return { kind: 'recorded', refused, replayed: true, events, sequence: last.sequence };
}
