import type { Failure } from '#platform/event-store/sqlite/failure';
import type { Append, Written } from '#platform/event-store/sqlite/log-writer';

/** What the writing thread is given at its start. */
export interface WriterData {
  readonly directory: string;
}

/** What it is told to do, one after the other. */
export type WriterOrder =
  | { readonly kind: 'write'; readonly group: readonly Append[] }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'close' };

/** What it says to each order, in their order; and once unasked, when the log is open. */
export type WriterAnswer =
  { readonly kind: 'done'; readonly written?: Written } | { readonly kind: 'failed'; readonly failure: Failure };
