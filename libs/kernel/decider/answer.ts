import type { NewEvent } from '#kernel/decider/event';

/**
 * What a decider says (style.md rule 2). The fourth answer, a bug, is thrown by an assertion.
 *  - accepted: these events happened; pinned to the command for ever.
 *  - refused: the business said no, as an event that says why; pinned as well (G4).
 *  - not now: absent, in the wrong state or outdated; nothing is stored and the same key may be tried again.
 */
export type Answer<E extends NewEvent = NewEvent> =
  | { readonly kind: 'accepted'; readonly events: readonly [E, ...E[]] }
  | { readonly kind: 'refused'; readonly event: E & NewEvent<string, Refusal> }
  | NotNow;

export interface NotNow {
  readonly kind: 'not-now';
  readonly status: 403 | 404 | 409 | 412 | 422;
  readonly code: string;
  readonly detail: string;
  readonly figures: Figures;
  /** Where several things are wrong with what was sent: all of them, each with its place. */
  readonly errors?: readonly Flaw[];
}

/** One thing that is wrong with what was sent: `#/content/catalogue/2/amount`, by which rule, and what was expected. */
export interface Flaw {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The numbers and words that an answer compared, for people and for the problem document. */
export type Figures = Readonly<Record<string, string | number | boolean | null>>;

/** What every refusal event says. */
export interface Refusal {
  /** Stable, from the problem table: `CAP_EXCEEDED`. */
  readonly because: string;
  readonly detail: string;
  readonly figures: Figures;
  /** The smallest change that would pass, in the command's own fields; absent when none would. */
  readonly wouldPass?: Figures;
}

export function accepted<E extends NewEvent>(...events: [E, ...E[]]): Answer<E> {
  return { kind: 'accepted', events };
}

export function refused<E extends NewEvent<string, Refusal>>(event: E): Answer<E> {
  return { kind: 'refused', event };
}

export function notNow(code: string, detail: string, figures: Figures = {}): NotNow {
  return { kind: 'not-now', status: 409, code, detail, figures };
}

/** Absent, or not the asker's to see: both look the same (G22). */
export const notFound: NotNow = {
  kind: 'not-now',
  status: 404,
  code: 'NOT_FOUND',
  detail: 'There is nothing at this address, or it is not yours to see.',
  figures: {},
};
