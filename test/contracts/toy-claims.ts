import type { PartnerId } from '#kernel/ids/entity-id';
import { instant } from '#kernel/time/instant';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { View } from '#platform/view-store/port/view';
import type { Find, ViewStore } from '#platform/view-store/port/view-store';

/** The documents of these specs: claims with every kind of field, some of them missing or null. */
export interface ToyClaim {
  readonly partnerId: PartnerId | null;
  readonly status?: string | null;
  readonly requested?: number | null;
  readonly contested?: boolean;
  readonly paid?: number | null;
  readonly note?: unknown;
}

export const toyClaims: View<ToyClaim> = {
  name: 'toy-claims',
  version: 1,
  partnerOf: (claim) => claim.partnerId,
  fields: { status: 'text', requested: 'integer', contested: 'boolean' },
  totals: ['requested', 'paid'],
};

export const at = (sequence: number): Checkpoint => ({
  sequence,
  knownAt: instant('2026-04-01T07:00:00.000Z'),
  cursor: `c${sequence}`,
});

export const VA: PartnerId = 'ptr_va';
export const NM: PartnerId = 'ptr_nm';
export const everything: Find = { where: [] };

export async function put(store: ViewStore, claims: Readonly<Record<string, ToyClaim | null>>): Promise<void> {
  const from = await store.checkpoint(toyClaims);
  expect(await store.apply(toyClaims, from, new Map(Object.entries(claims)), at(from.sequence + 1))).toBe(true);
}

/** The keys of what is found, in its order. */
export const keysOf = async (store: ViewStore, find: Partial<Find>): Promise<string[]> =>
  (await store.find(scopeOfAll, toyClaims, { where: [], ...find })).rows.map(({ key }) => key);
