import type { PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, greater, subtract, sum, ZERO } from '#kernel/money/cents';
import { inForceOn } from '#kernel/time/in-force';
import type { PlainDate } from '#kernel/time/plain-date';
import { programYearOf } from '#kernel/time/program-calendar';
import type { PolicyDocument } from '#contexts/incentives/views/policies';
import type { View } from '#platform/view-store/port/view';

/** What a partner has used of one program year; there is none for a partner that never claimed. Key: `ptr_…/2026`. */
export interface UsageDocument {
  readonly partnerId: PartnerId;
  readonly programYear: number;
  readonly reservedCents: Cents;
  /** Cumulative and gross: payment does not lower it. */
  readonly approvedCents: Cents;
  readonly reversedCents: Cents;
  readonly paidCents: Cents;
  /** Money beyond the policy's cap, each until a day; expired ones too, for a row of then is made from them. */
  readonly overrides: readonly { readonly cents: Cents; readonly expiresOn: PlainDate; readonly reason: string }[];
  /** Claims made, whatever became of them. */
  readonly claims: number;
}

export const capUsageView: View<UsageDocument> = {
  name: 'cap-usage',
  version: 3,
  partnerOf: ({ partnerId }) => partnerId,
  fields: { partnerId: 'text', programYear: 'integer' },
  totals: ['reservedCents', 'approvedCents', 'reversedCents', 'paidCents'],
};

/** What a row needs of a published version of the rules. */
export type CapPolicy = Pick<PolicyDocument, 'version' | 'effectiveFrom' | 'content'>;

/** What a row needs of a partner; a partner's document has it. */
export interface CapPartner {
  readonly id: PartnerId;
  readonly slug: string;
  readonly name: string;
  readonly since: PlainDate;
  readonly exitedOn: PlainDate | null;
}

/**
 * How a year stands under its cap. Over it by policy change: a version published since lowers it below what is used; what
 * is reserved may still be approved, and nothing is taken back (domain.md section 3). Over it by an override that expired:
 * the same, of the override's money.
 */
export const CAP_STATES = ['within-cap', 'at-cap', 'over-by-policy-change', 'over-by-expired-override'] as const;
export type CapState = (typeof CAP_STATES)[number];

/** A partner's program year under its cap. */
export interface CapUsageRow {
  readonly partner: { readonly id: PartnerId; readonly slug: string; readonly name: string };
  readonly programYear: number;
  readonly capCents: Cents;
  readonly policyCapCents: Cents;
  readonly overrideCents: Cents;
  readonly reservedCents: Cents;
  readonly approvedCents: Cents;
  readonly reversedCents: Cents;
  readonly paidCents: Cents;
  readonly headroomCents: Cents;
  /** Used beyond the cap of today; 0 otherwise. */
  readonly overCents: Cents;
  readonly state: CapState;
  readonly claims: number;
}

/**
 * A row for each partner that was in the network in `year`, or used something of it, by slug. The cap is not stored with
 * the usage: it is that of the policy in force on `today` (a day in the program's zone), so that publishing a policy
 * touches no row, and a row of then is made from the policies of then.
 */
export function capUsageRows(
  partners: readonly CapPartner[],
  usages: readonly UsageDocument[],
  policies: readonly CapPolicy[],
  year: number,
  today: PlainDate,
): readonly CapUsageRow[] {
  const policy = inForceOn(
    [...policies].sort((a, b) => a.version - b.version),
    today,
  );
  if (policy === undefined) return [];
  const used = new Map(usages.filter(({ programYear }) => programYear === year).map((one) => [one.partnerId, one]));
  const { program, annualCapCents } = policy.content;
  return partners
    .filter(
      ({ id, since, exitedOn }) =>
        used.has(id) ||
        (programYearOf(since, program) <= year && (exitedOn === null || year <= programYearOf(exitedOn, program))),
    )
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((partner) => row(partner, used.get(partner.id), year, annualCapCents, today));
}

function row(
  { id, slug, name }: CapPartner,
  usage: UsageDocument | undefined,
  year: number,
  policyCapCents: Cents,
  today: PlainDate,
): CapUsageRow {
  const { reservedCents, approvedCents, reversedCents, paidCents, claims } = usage ?? UNUSED;
  const overrides = usage?.overrides ?? [];
  const overrideCents = sum(overrides.filter(({ expiresOn }) => today <= expiresOn).map(({ cents }) => cents));
  const expiredCents = subtract(sum(overrides.map(({ cents }) => cents)), overrideCents);
  const capCents = add(policyCapCents, overrideCents);
  const left = subtract(capCents, subtract(add(reservedCents, approvedCents), reversedCents));
  return {
    partner: { id, slug, name },
    programYear: year,
    capCents,
    policyCapCents,
    overrideCents,
    reservedCents,
    approvedCents,
    reversedCents,
    paidCents,
    headroomCents: greater(ZERO, left),
    overCents: greater(ZERO, subtract(ZERO, left)),
    state: stateOf(left, expiredCents),
    claims,
  };
}

/** Of what is left of the cap, which is negative beyond it. */
function stateOf(left: Cents, expiredCents: Cents): CapState {
  if (left > ZERO) return 'within-cap';
  if (left === ZERO) return 'at-cap';
  return add(left, expiredCents) >= ZERO ? 'over-by-expired-override' : 'over-by-policy-change';
}

const UNUSED = { reservedCents: ZERO, approvedCents: ZERO, reversedCents: ZERO, paidCents: ZERO, claims: 0 };
