import type { PartnerId, Prefix } from '#kernel/ids/entity-id';
import type { AnyView } from '#platform/view-store/port/view';
import type { PartnerRef } from '../table/listed';

/** What stands in the address of a thing that is not known by an id. */
export interface NaturalKey {
  readonly pattern: RegExp;
  /** After "Expected": `a version like 2`. */
  readonly expected: string;
  readonly example: string;
}

/** A thing at an address of its own, declared: `GET /v1/claims/{id}` is made of this. */
export interface EntityRead<D extends object, Shown extends object> {
  /** Its row in the permission table. */
  readonly name: string;
  /** `v1/claims`, under which its id stands. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly prefix: Prefix;
  /** Where a thing is known by a number or word of its own instead: a version of the rules by `2`. */
  readonly naturalKey?: NaturalKey;
  readonly view: AnyView;
  /** All that it is shown from. */
  readonly views: readonly AnyView[];
  readonly example: Shown;
  revisionOf(document: D): number;
  /** Whose it is; a thing of the network itself is nobody's, and its `show` looks at no partner. */
  partnerIdOf?(document: D): PartnerId;
  show(document: D, partner: PartnerRef): Shown;
}

/** What the address of a thing takes. */
export function keyOf({ prefix, naturalKey }: Pick<EntityRead<object, object>, 'prefix' | 'naturalKey'>): NaturalKey {
  if (naturalKey !== undefined) return naturalKey;
  return {
    pattern: new RegExp(`^${prefix}_[a-z2-7]{26}$`),
    expected: `an id like ${prefix}_ and 26 characters a–z, 2–7`,
    example: `${prefix}_b4d6f2h5j7l3n5p7r2t4v6x3za`,
  };
}
