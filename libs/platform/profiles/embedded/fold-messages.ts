import type { Instant } from '#kernel/time/instant';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { FoldRequest, ViewName } from '#platform/runtime/as-of/folder';
import type { Scope } from '#platform/view-store/port/scope';
import type { Find } from '#platform/view-store/port/view-store';

/** What the worker is started with. */
export interface FoldWorkerData {
  /** DATA_DIR: the worker opens the log in it for reading only. */
  readonly directory: string;
  /** The module that exports `registry`; code does not cross into another thread, its name does. */
  readonly registryModule: string;
  /** The file of the history index, which this process alone writes; absent, every moment is folded from the first event. */
  readonly history: string | undefined;
}

/** What the worker may be asked. `past` is the number that a fold was answered with: documents stay where they were folded. */
export type FoldAsk =
  | ({ readonly kind: 'fold' } & FoldRequest)
  | { readonly kind: 'sequence-at'; readonly at: Instant }
  | ({ readonly kind: 'get'; readonly scope: Scope; readonly key: string } & OfPast)
  | ({ readonly kind: 'find'; readonly scope: Scope; readonly find: Find } & OfPast)
  | ({ readonly kind: 'choose'; readonly scope: Scope; readonly find: Find } & OfPast)
  | ({ readonly kind: 'take'; readonly scope: Scope; readonly keys: readonly string[] } & OfPast)
  | ({ readonly kind: 'digest' } & OfPast)
  | { readonly kind: 'forget'; readonly past: number };

interface OfPast {
  readonly past: number;
  readonly view: ViewName;
}

/** What a fold is answered with. */
export interface Folded {
  readonly past: number;
  readonly documents: number;
  readonly checkpoint: Checkpoint;
}

export interface FoldOrder {
  readonly id: number;
  readonly ask: FoldAsk;
}

/** The answer as JSON text, because parsing it is quicker than structured cloning; `{}` for undefined, else `{"is": …}`. */
export type FoldMessage =
  { readonly id: number; readonly answer: string } | { readonly id: number; readonly failed: string };
