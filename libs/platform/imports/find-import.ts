import type { ImportApplied } from '#contexts/imports/events/import-applied';
import type { ImportReceived, ImportReceivedData } from '#contexts/imports/events/import-received';
import type { SequencedEvent } from '#kernel/decider/event';
import { receivedAt } from '#kernel/decider/received-at';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { decodeEvent } from '#platform/runtime/codec/event-codec';

/** A file that came, and what was done with it. */
export interface KnownImport {
  readonly file: ImportReceivedData;
  /** The event that it came by, which causes what its rows do; the file's plan is of the log up to it. */
  readonly received: { readonly id: Uuid; readonly sequence: number; readonly at: Instant };
  /** The commands that said it applied. */
  readonly appliedBy: readonly Uuid[];
  /** Revision of the last event that touched it. */
  readonly touched: number;
}

/** The import with this id, by its stream; undefined where there is none. */
export async function findImport(
  log: Pick<EventReader, 'readStream'>,
  catalogue: EventCatalogue,
  importId: string,
): Promise<KnownImport | undefined> {
  const events: SequencedEvent[] = [];
  for await (const stored of log.readStream(`import-${importId}`, 0)) events.push(decodeEvent(stored, catalogue));
  const [received, ...applied] = events as [(SequencedEvent & ImportReceived)?, ...(SequencedEvent & ImportApplied)[]];
  if (received === undefined) return undefined;
  const { id, sequence, data } = received;
  return {
    file: data,
    received: { id, sequence, at: receivedAt(received) },
    appliedBy: applied.map(({ metadata }) => metadata.command.id),
    touched: applied.at(-1)?.revision ?? received.revision,
  };
}
