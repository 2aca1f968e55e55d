import type { PartnerId } from '#kernel/ids/entity-id';
import type { View } from '#platform/view-store/port/view';

/** The smallest document with a field to look for. */
export interface Note {
  readonly partnerId: PartnerId | null;
  readonly text: string;
}

export const notes: View<Note> = {
  name: 'notes',
  version: 1,
  partnerOf: (note) => note.partnerId,
  fields: { text: 'text' },
  totals: [],
};
