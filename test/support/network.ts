import { incentivesLedger } from '#contexts/incentives/decide/incentives-ledger';
import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { IncentivesPolicy } from '#contexts/incentives/policy/incentives-policy';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { digestOf, sha256 } from '#kernel/codec/digest';
import type { NewEvent } from '#kernel/decider/event';
import type { ClaimId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import type { PartnerRole } from '#kernel/roles/roles';
import { plainDate } from '#kernel/time/plain-date';
import type { Command, In, Past, Scenario } from './given-when-then';
import { inStream, specification } from './given-when-then';

/** A small network for examples: two partners, their people, the network's staff, the default policy. */
export const person = (name: string): PersonId => entityId('per', uuidOf(name));
export const partnerId = (slug: string): PartnerId => entityId('ptr', uuidOf(slug));
export const claimId = (key: string): ClaimId => entityId('clm', uuidOf(key));

export const [A, B] = [partnerId('partner-a'), partnerId('partner-b')] as const;
export const [ana, abe, amy, bob] = [person('ana'), person('abe'), person('amy'), person('bob')] as const;
export const [pia, pat, pol] = [person('pia'), person('pat'), person('pol')] as const;

/** The moment of the examples: 4 August 2026, 05:00 in Los Angeles and 08:00 in New York. */
export const NOW = '2026-08-04T12:00:00.000Z';

export const onboarded = (id: PartnerId, slug: string, states = ['AL', 'VA']): NewEvent =>
  PartnerOnboarded({
    partnerId: id,
    slug,
    name: slug.toUpperCase(),
    states,
    territory: 'All of it',
    timeZone: 'America/New_York',
    since: plainDate('2017-07-01'),
  });

export const affiliated = (
  id: PartnerId,
  personId: PersonId,
  role: PartnerRole = 'partner-staff',
  [from, until]: readonly [string, string?] = ['2017-07-01'],
): NewEvent =>
  PersonAffiliated({
    partnerId: id,
    personId,
    role,
    from: plainDate(from),
    until: until === undefined ? null : plainDate(until),
  });

export const published = (content: IncentivesPolicy, version = 1, effectiveFrom = '2017-01-01'): NewEvent =>
  IncentivesPolicyPublished({
    policyId: entityId('pol', uuidOf(`policy ${version}`)),
    version,
    effectiveFrom: plainDate(effectiveFrom),
    hash: digestOf(content),
    content,
  });

export const policyOf = (content: IncentivesPolicy, version = 1): { version: number; hash: string } => ({
  version,
  hash: digestOf(content),
});

export const partnerA = inStream(
  `partner-${A}`,
  onboarded(A, 'partner-a'),
  affiliated(A, ana),
  affiliated(A, abe),
  affiliated(A, amy, 'champion'),
);
export const partnerB = inStream(`partner-${B}`, onboarded(B, 'partner-b', ['AL', 'NM']), affiliated(B, bob));
export const policies = (...versions: readonly NewEvent[]): In => inStream('policy-incentives', ...versions);

/** The incentives ledger in this network, under the default policy or another. */
export const incentivesUnder = (...versions: readonly NewEvent[]): { given: (...past: readonly Past[]) => Scenario } =>
  specification([incentivesLedger], 'incentives-1', NOW, [partnerA, partnerB, policies(...versions)]);
export const incentives = incentivesUnder(published(defaultIncentivesPolicy));

const CATALOGUE = new Map(defaultIncentivesPolicy.catalogue.map((rule) => [rule.type, rule]));

export const file = (label: string): string => sha256(label);

/** A file that network staff took in, for any partner. */
export const received = (label: string, from: PartnerId | null = null): NewEvent =>
  EvidenceReceived({ sha256: file(label), bytes: 10, mediaType: 'application/pdf', partnerId: from });

/** The evidence that the catalogue asks for, one file a kind. */
export const evidenceOf = (outcomeType: string, label = 'file'): { kind: string; sha256: string }[] =>
  (CATALOGUE.get(outcomeType)?.evidence ?? []).map(([kind = '']) => ({ kind, sha256: file(label) }));

export interface ClaimExample {
  readonly key?: string;
  readonly by?: PersonId;
  readonly at?: string;
  readonly partner?: PartnerId;
  readonly [field: string]: unknown;
}

/** A claim that nothing speaks against, unless the example says otherwise. */
export function claim(
  outcomeType: string,
  subjectId: string,
  { key, by = ana, at, partner = A, ...fields }: ClaimExample = {},
): Command {
  const payload = {
    partnerId: partner,
    outcomeType,
    subjectId,
    outcomeDate: '2026-08-01',
    evidence: evidenceOf(outcomeType),
    ...fields,
  };
  const who = { by, role: 'partner-staff', ...(at === undefined ? {} : { at }), ...(key === undefined ? {} : { key }) };
  return { name: 'ClaimIncentive', payload, ...who };
}

/** A command of the network's staff on a claim. */
export const act = (name: string, key: string, by: PersonId, fields: object = {}): Command => ({
  name,
  payload: { claimId: claimId(key), ...fields },
  by,
  role: 'program-staff',
});
export const verify = (key: string, by = pia, fields: object = {}): Command => act('VerifyClaim', key, by, fields);
export const approve = (key: string, by = pat, fields: object = {}): Command => act('ApproveClaim', key, by, fields);
export const deny = (key: string, by = pia): Command => act('DenyClaim', key, by, { reason: 'Not shown.' });
export const withdraw = (key: string, by = ana): Command => ({
  ...act('WithdrawClaim', key, by),
  role: 'partner-staff',
});

/** Districts of Alabama: `lea:0100001`, … */
export const district = (n: number): string => `lea:01${String(n).padStart(5, '0')}`;
export const school = (n: number): string => `school:01${String(n).padStart(10, '0')}`;
