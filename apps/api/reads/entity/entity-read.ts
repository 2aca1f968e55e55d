import type { Subject } from '#contexts/access/policy/who-may';
import type { PartnerId, Prefix } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import type { ViewReader } from '#platform/view-store/port/view-store';
import type { PartnerRef } from '../table/listed';

/** A thing at an address of its own, declared: `GET /v1/claims/{id}` is made of this. */
export interface EntityRead<D extends object, Shown extends object> {
  /** Its row in the permission table. */
  readonly name: string;
  /** `v1/claims`, under which its id stands. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** What its ids look like: a prefix, or a key of the calendar. */
  readonly prefix: Prefix | KeyShape;
  /** What stands behind the id in its address: `slate`. */
  readonly part?: string;
  readonly view: AnyView;
  /** All that it is shown from. */
  readonly views: readonly AnyView[];
  readonly example: Shown;
  revisionOf(document: D): number;
  /** Whose it is; a thing of the network itself is nobody's, and its `show` looks at no partner. */
  partnerIdOf?(document: D): PartnerId;
  /** Undefined for somebody who may not know of it: it then looks absent. */
  show(document: D, partner: PartnerRef, seen: Seen): Shown | undefined | Promise<Shown | undefined>;
  /** What is shown depends on the day as well, so that it is never "unchanged". */
  readonly daily?: true;
}

/** By whom, when and from what a thing is shown. */
export interface Seen {
  readonly subject: Subject;
  /** What "today" is: the moment of an as-of. */
  readonly at: Instant;
  /** An earlier moment is asked for. */
  readonly past: boolean;
  readonly scope: Scope;
  readonly reader: ViewReader;
}

/** The shape of an id, and how it is told of. */
export interface KeyShape {
  readonly pattern: RegExp;
  readonly expected: string;
  readonly example: string;
}

/** Ids of things that the calendar names. */
export const YEAR: KeyShape = { pattern: /^(19|2\d)\d\d$/, expected: 'a year from 1900 to 2999', example: '2026' };
export const QUARTER: KeyShape = {
  pattern: /^(19|2\d)\d\d-Q[1-4]$/,
  expected: 'a quarter like 2026-Q3',
  example: '2026-Q3',
};

export function keyShapeOf({ prefix }: Pick<EntityRead<object, object>, 'prefix'>): KeyShape {
  if (typeof prefix !== 'string') return prefix;
  const example = `${prefix}_b4d6f2h5j7l3n5p7r2t4v6x3za`;
  const expected = `an id like ${prefix}_ and 26 characters a–z, 2–7`;
  return { pattern: new RegExp(`^${prefix}_[a-z2-7]{26}$`), expected, example };
}
