import type { FoldRequest } from '#platform/runtime/as-of/folder';

/** What the worker is started with. */
export interface FoldWorkerData {
  /** DATA_DIR: the worker opens the log in it for reading only. */
  readonly directory: string;
  /** The module that exports `registry`; code does not cross into another thread, its name does. */
  readonly registryModule: string;
}

export interface FoldOrder extends FoldRequest {
  readonly kind: 'fold';
  readonly id: number;
}

/** What the worker is sent: an order, or the word that a slice has been taken and the next may come. */
export type FoldInstruction = FoldOrder | { readonly kind: 'taken' };

/**
 * What the worker sends: slices of `[key, document]` pairs as JSON text, then the end. Text, because parsing it is
 * quicker than structured cloning, and slice by slice as they are taken, so that HTTP has its turn in between.
 */
export type FoldMessage =
  | { readonly id: number; readonly kind: 'slice'; readonly view: number; readonly pairs: string }
  | { readonly id: number; readonly kind: 'end' }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
