import type { PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { greater, subtract, ZERO } from '#kernel/money/cents';
import type { View } from '#platform/view-store/port/view';

/** What a partner has used of a quarter's grant cap; there is none without an offer. Key: `ptr_…/2026-Q3`. */
export interface GrantUsageDocument {
  readonly partnerId: PartnerId;
  readonly quarter: string;
  /** Offered or awarded; of what came back only the part that was never paid is gone from it. */
  readonly usedCents: Cents;
  /** Offers made, whatever became of them. */
  readonly awards: number;
}

export const grantCapUsageView: View<GrantUsageDocument> = {
  name: 'grant-cap-usage',
  version: 1,
  partnerOf: ({ partnerId }) => partnerId,
  fields: { partnerId: 'text', quarter: 'text', usedCents: 'integer' },
  totals: ['usedCents'],
};

export interface GrantCapRow {
  readonly partner: { readonly id: PartnerId; readonly slug: string; readonly name: string };
  readonly quarter: string;
  /** The round's frozen cap. */
  readonly capCents: Cents;
  readonly usedCents: Cents;
  readonly headroomCents: Cents;
  readonly awards: number;
}

/** A row for each of the partners, by slug, under the cap of the quarter's round; none before the round is opened. */
export function grantCapRows(
  partners: readonly GrantCapRow['partner'][],
  usages: readonly GrantUsageDocument[],
  round: { readonly quarter: string; readonly capPerPartnerCents: Cents } | undefined,
): readonly GrantCapRow[] {
  if (round === undefined) return [];
  const { quarter, capPerPartnerCents: capCents } = round;
  const used = new Map(usages.filter((one) => one.quarter === quarter).map((one) => [one.partnerId, one]));
  return [...partners]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ id, slug, name }) => {
      const { usedCents, awards } = used.get(id) ?? { usedCents: ZERO, awards: 0 };
      const headroomCents = greater(ZERO, subtract(capCents, usedCents));
      return { partner: { id, slug, name }, quarter, capCents, usedCents, headroomCents, awards };
    });
}
