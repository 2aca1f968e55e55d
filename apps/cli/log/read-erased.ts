import { erasedPayloads } from '#contexts/access/facts/erased-payloads';
import { EventCatalogue } from '#kernel/decider/upcast';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { START } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';

/** A payload that the log names and nobody can read any more. */
export interface ErasedPayload {
  readonly sha256: string;
  /** Of the event that says so. */
  readonly sequence: number;
}

/** What a log says is erased: only the events that say so are read. */
export async function readErased(reader: EventReader): Promise<readonly ErasedPayload[]> {
  const catalogue = new EventCatalogue(erasedPayloads.types);
  const types = erasedPayloads.types.map(({ type }) => type);
  const found: ErasedPayload[] = [];
  for await (const { event } of reader.readAll(START, types)) {
    const [sha256 = ''] = erasedPayloads.evolve([], decodeEvent(event, catalogue));
    found.push({ sha256, sequence: event.sequence });
  }
  return found;
}
