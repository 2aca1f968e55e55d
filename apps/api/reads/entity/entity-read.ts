import type { PartnerId, Prefix } from '#kernel/ids/entity-id';
import type { AnyView } from '#platform/view-store/port/view';
import type { PartnerRef } from '../table/listed';

/** A thing at an address of its own, declared: `GET /v1/claims/{id}` is made of this. */
export interface EntityRead<D extends object, Shown extends object> {
  /** Its row in the permission table. */
  readonly name: string;
  /** `v1/claims`, under which its id stands. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly prefix: Prefix;
  readonly view: AnyView;
  /** All that it is shown from. */
  readonly views: readonly AnyView[];
  readonly example: Shown;
  revisionOf(document: D): number;
  /** Whose it is; a thing of the network itself is nobody's, and its `show` looks at no partner. */
  partnerIdOf?(document: D): PartnerId;
  show(document: D, partner: PartnerRef): Shown;
}
