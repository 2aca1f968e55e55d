import type { AnyDecider, FactFold } from '#kernel/decider/decider';
import type { Deadline } from '#kernel/decider/deadline';
import type { Erasure } from '#kernel/decider/erasure';
import type { Reaction } from '#kernel/decider/reaction';
import type { BuiltView } from '#platform/runtime/project/built-view';

// Folds of many state types in one list; each is typed where it is declared.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFactFold = FactFold<any>;

/** Everything of one context that the machine drives, without a word of Nest: replay, verify and workers load this. */
export interface Context {
  readonly name: string;
  readonly deciders: readonly AnyDecider[];
  /** What its deciders know of other streams. */
  readonly folds: readonly AnyFactFold[];
  readonly views: readonly BuiltView[];
  readonly reactions: readonly Reaction[];
  /** What the system itself does once a moment that an event states has passed. */
  readonly deadlines?: readonly Deadline[];
  /** Events that erase a payload outside the log. */
  readonly erasures?: readonly Erasure[];
}
