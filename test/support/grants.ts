import { RoleGranted } from '#contexts/access/events/role-granted';
import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import { grantsPolicyStream } from '#contexts/grants/decide/policy/grants-policy-stream';
import type { GrantsState } from '#contexts/grants/decide/state';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { Slate } from '#contexts/grants/events/slate';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { digestOf } from '#kernel/codec/digest';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import type { NewEvent } from '#kernel/decider/event';
import type { AwardId, PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import type { Command, Past, Scenario } from './given-when-then';
import { inStream, specification } from './given-when-then';
import { affiliated, onboarded, partnerId, person } from './network';
import type { Asked } from './world';
import { World } from './world';

/** A network that gives grants: partners `a` to `h`, three reviewers, program staff and finance. */
export const SLUGS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
export const partner = (slug: string): PartnerId => partnerId(slug);
/** Staff of a partner: `staff('a')`, a second one `staff('a', 2)`. */
export const staff = (slug: string, n = 1): PersonId => person(`${slug}-staff-${n}`);
export const champion = (slug: string): PersonId => person(`${slug}-champion`);
export const facilitator = (slug: string): PersonId => person(`${slug}-facilitator`);
export const [rita, rob, ren] = [person('rita'), person('rob'), person('ren')] as const;
export const [pia, pat, fin] = [person('pia'), person('pat'), person('fin')] as const;
export const proposalId = (key: string): ProposalId => entityId('prp', uuidOf(key));
export const awardId = (key: string): AwardId => entityId('awd', uuidOf(proposalId(key)));
export const decisionId = (key: string) => entityId('dec', uuidOf(key));

/** In the third quarter of 2026, while its round is open. */
export const NOW = '2026-08-04T12:00:00.000Z';
export const Q3 = '2026-Q3';
/** After the close of the third quarter's round. */
export const LATER = '2026-09-20T12:00:00.000Z';

export const publishedGrants = (content: GrantsPolicy, version = 1, effectiveFrom = '2017-01-01'): NewEvent =>
  GrantsPolicyPublished({
    policyId: entityId('pol', uuidOf(`grants policy ${version}`)),
    version,
    effectiveFrom: plainDate(effectiveFrom),
    hash: digestOf(content),
    content,
  });
export const pinOf = (content: GrantsPolicy = defaultGrantsPolicy, version = 1) => ({
  version,
  hash: digestOf(content),
});

/** That a partner leaves, from a moment on: the only thing about an exit that grants go by. */
export const leaving = (slug: string, leavesAt: string = NOW): NewEvent =>
  PartnerExited({ partnerId: partner(slug), leavesAt: instant(leavesAt) } as never);

const peopleOf = (slug: string): readonly NewEvent[] => [
  onboarded(partner(slug), slug),
  affiliated(partner(slug), staff(slug)),
  affiliated(partner(slug), staff(slug, 2)),
  affiliated(partner(slug), champion(slug), 'champion'),
  affiliated(partner(slug), facilitator(slug), 'facilitator'),
];
const reviewer = (personId: PersonId): Past =>
  inStream(`person-${personId}`, RoleGranted({ personId, role: 'grant-reviewer' }));

export const background = (policy: GrantsPolicy = defaultGrantsPolicy): readonly Past[] => [
  ...SLUGS.map((slug) => inStream(`partner-${partner(slug)}`, ...peopleOf(slug))),
  ...[rita, rob, ren].map(reviewer),
  inStream('policy-grants', publishedGrants(policy)),
];

/** `given(…).when(…).then(…)` on the ledger `grants-1`, under the default policy or another. */
export const grantsUnder = (policy: GrantsPolicy): { given: (...past: readonly Past[]) => Scenario } =>
  specification([grantsLedger, grantsPolicyStream], 'grants-1', NOW, background(policy));
export const grants = grantsUnder(defaultGrantsPolicy);

export interface Example {
  readonly key?: string;
  readonly by?: PersonId;
  readonly onBehalfOf?: PersonId;
  readonly at?: string;
  readonly role?: string;
  readonly [field: string]: unknown;
}

/** Any command, by name. */
export function asked(name: string, { key, by = pia, onBehalfOf, at, role, ...payload }: Example): Command {
  return {
    ...{ name, payload, by, role: role ?? 'program-staff' },
    ...(key === undefined ? {} : { key }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(at === undefined ? {} : { at }),
  };
}

export const fund = (more: Example = {}): Command => asked('FundPool', { year: 2026, ...more });
export const goals = [
  { id: 'rural', text: 'Reach rural districts.' },
  { id: 'k5', text: 'Reach elementary schools.' },
];
/** The round of the third quarter, open from its first day to the middle of September. */
export const open = (more: Example = {}): Command =>
  asked('OpenRound', {
    ...{ quarter: Q3, opensAt: '2026-07-01T00:00:00-07:00', closesAt: '2026-09-16T00:00:00-07:00', goals },
    at: '2026-07-01T12:00:00.000Z',
    ...more,
  });

/** What a proposal says when nothing speaks against it. */
export const content = (cents = 400_000) => ({
  useCase: 'conference',
  title: 'A booth at the state conference',
  targetAudience: 'Curriculum directors of rural districts',
  objectives: 'Meet forty districts and book ten visits.',
  goalIds: ['rural'],
  anticipatedOutcomes: [{ metric: 'people-reached', target: 400 }],
  statesReached: ['AL'],
  startsOn: '2026-10-01',
  endsOn: '2026-10-03',
  budget: [{ category: 'booth', description: 'Ten by ten', quantity: 1, unitCents: cents }],
});

/** A proposal of a partner's first staff member, named by its key. */
export const submit = (slug: string, key: string, cents = 400_000, more: Example = {}): Command =>
  asked('SubmitGrantProposal', {
    ...{ by: staff(slug), role: 'partner-staff', key, partnerId: partner(slug), quarter: Q3 },
    ...content(cents),
    ...more,
  });
export const onProposal = (name: string, key: string, more: Example = {}): Command =>
  asked(name, {
    proposalId: proposalId(key),
    ...(more['id'] === undefined ? {} : { key: more['id'] as string }),
    ...without(more),
  });
const without = ({ id: _id, ...rest }: Example): Example => rest;
export const assign = (key: string, ...reviewerIds: readonly PersonId[]): Command =>
  onProposal('AssignReviewers', key, { reviewerIds });
export const declare = (key: string, by: PersonId, conflict = false, more: Example = {}): Command =>
  onProposal('DeclareConflict', key, { by, role: 'grant-reviewer', conflict, ...more });
export const review = (
  key: string,
  by: PersonId,
  [alignment, reach]: readonly [number, number],
  more: Example = {},
): Command =>
  onProposal('ReviewProposal', key, {
    ...{ by, role: 'grant-reviewer', alignment, reach, comment: 'As the rubric says.', at: LATER },
    ...more,
  });
export const onAward = (name: string, key: string, more: Example = {}): Command =>
  asked(name, {
    awardId: awardId(key),
    at: LATER,
    ...(more['id'] === undefined ? {} : { key: more['id'] as string }),
    ...without(more),
  });

/** A year of grants that is lived rather than judged: every step must be accepted. */
export class Year {
  readonly world: World;

  constructor(policy: GrantsPolicy = defaultGrantsPolicy) {
    this.world = new World([grantsLedger, grantsPolicyStream], NOW);
    for (const one of background(policy)) {
      if ('stream' in one) this.world.record(one.stream, one.events);
    }
  }

  /** Asks, and stops unless it is accepted. */
  do({ name, payload, ...by }: Command): Asked {
    const told = this.world.ask(name, payload, by);
    if (told.answer.kind !== 'accepted') throw new Error(`${name}: ${JSON.stringify(told.answer)}`);
    return told;
  }

  /** Asks, whatever comes of it. */
  try({ name, payload, ...by }: Command): Asked {
    return this.world.ask(name, payload, by);
  }

  get state(): Readonly<GrantsState> {
    return this.world.stateOf<GrantsState>('grants-1');
  }

  pool(year = 2026): PoolStanding {
    return this.state.pools.get(year)!.standing;
  }

  /** Assigns, declares and scores: one reviewer a pair of scores. */
  reviewed(key: string, scores: readonly (readonly [number, number, number?])[], at = LATER): this {
    const people = [rita, rob, ren].slice(0, scores.length);
    this.do(assign(key, ...people));
    for (const [index, by] of people.entries()) {
      const [alignment, reach, recommendedCents] = scores[index]!;
      this.do(declare(key, by));
      const more = recommendedCents === undefined ? {} : { recommendedCents };
      this.do(review(key, by, [alignment, reach], { ...more, at }));
    }
    return this;
  }

  slate(quarter = Q3, at = LATER): Slate {
    return this.do(asked('DrawSlate', { quarter, at })).reply!.body as Slate;
  }

  /** Two people decide the round on the slate of this moment. */
  decide(quarter = Q3, at = LATER): Slate {
    const { slateHash } = this.slate(quarter, at);
    return this.do(
      asked('AllocateRound', { quarter, slateHash, by: pat, onBehalfOf: pia, at, key: `decide ${quarter}` }),
    ).reply!.body as Slate;
  }
}
