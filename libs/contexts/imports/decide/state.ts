import type { ImportReceivedData } from '#contexts/imports/events/import-received';

/** One stream, one file: null until it is received. */
export interface ImportState {
  received: ImportReceivedData | null;
  readonly applied: Set<string>;
  /** Revision of the last event that touched it. */
  touched: number | undefined;
}
