import type { EventStore } from '#platform/event-store/port/event-store';

/** A log that can only be read: what a worker thread, the CLI or an auditor's copy is given. */
export type EventReader = Pick<EventStore, 'readStream' | 'readAll' | 'head' | 'checkpointAt' | 'close'>;
