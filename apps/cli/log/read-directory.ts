import type { Directory } from '#contexts/access/facts/directory';
import { directoryFold } from '#contexts/access/facts/directory';
import { EventCatalogue } from '#kernel/decider/upcast';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { START } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';

/** Who is who in a log: only the events that say so are read. */
export async function readDirectory(reader: EventReader): Promise<Directory> {
  const catalogue = new EventCatalogue(directoryFold.types);
  const types = directoryFold.types.map(({ type }) => type);
  let directory = directoryFold.initial();
  for await (const { event } of reader.readAll(START, types)) {
    directory = directoryFold.evolve(directory, decodeEvent(event, catalogue));
  }
  return directory;
}
