import type { PartnerId } from '#kernel/ids/entity-id';

declare const made: unique symbol;
/** Whose documents a reader may see. Only access makes one, from who is asking (G22); there is no unscoped read. */
export type Scope = ({ readonly kind: 'all' } | { readonly kind: 'partner'; readonly partnerId: PartnerId }) & {
  readonly [made]: true;
};

/** True when a document of `partnerId` may be seen; null belongs to nobody in particular and is for every signed-in person. */
export function sees(scope: Scope, partnerId: PartnerId | null): boolean {
  return scope.kind === 'all' || partnerId === null || scope.partnerId === partnerId;
}

/** For access alone (the boundaries hold everybody else off). */
export const scopeOfAll = { kind: 'all' } as Scope;
export const scopeOfPartner = (partnerId: PartnerId): Scope => ({ kind: 'partner', partnerId }) as Scope;

/** Whose a document is that the network's own people alone may see: no partner has this id, so no partner's scope meets it. */
export const NETWORK_ONLY = 'ptr_network' as PartnerId;
