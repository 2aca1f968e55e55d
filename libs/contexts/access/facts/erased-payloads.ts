import { PayloadErased } from '#contexts/access/events/payload-erased';
import type { RecordedEvent } from '#kernel/decider/event';

/** The stream that says whether a payload was erased, by its SHA-256. */
export const payloadStream = (sha256: string): string => `payload-${sha256}`;

/** What the log says is erased, in its order: for whoever reads a log without its blobs. */
export const erasedPayloads = {
  types: [PayloadErased],
  initial: (): string[] => [],
  evolve: (erased: string[], event: RecordedEvent): string[] => [...erased, (event as PayloadErased).data.sha256],
};
