import { incentivesLedger } from '#contexts/incentives/decide/incentives-ledger';
import { incentivesPolicyStream } from '#contexts/incentives/decide/incentives-policy-stream';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import { onClaimApproved } from '#contexts/payouts/reactions/on-claim-approved';
import { capUsageProjection } from '#contexts/incentives/projections/cap-usage';
import { claimsProjection } from '#contexts/incentives/projections/claims';
import type { SequencedEvent } from '#kernel/decider/event';
import { Requested } from '#kernel/requested/requested';
import type { ClaimId, PersonId } from '#kernel/ids/entity-id';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { addDays, plainDate } from '#kernel/time/plain-date';
import { cents } from '#kernel/money/cents';
import fc from 'fast-check';
import { affiliated, district, evidenceOf, onboarded, partnerId, person, received, school } from '../support/network';
import { World } from '../support/world';
import { Model } from './incentives-model';

const SLUGS = ['one', 'two'];
const PARTNERS = SLUGS.map(partnerId);
/** Two of each partner, three of the network, some of whom change sides: whoever the edge lets through may come here. */
const PEOPLE: readonly PersonId[] = ['one-1', 'one-2', 'two-1', 'two-2', 'net-1', 'net-2', 'net-3'].map(person);
const STAFF_OF = [PEOPLE.slice(0, 2), PEOPLE.slice(2, 4)];
const TYPES = defaultIncentivesPolicy.catalogue;
const DATES = ['2025-05-20', '2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2028-01-10'];
/** When an outcome of each date is claimed. */
const NOW = ['2025-06-01', '2026-01-05', '2026-01-05', '2026-07-10', '2026-07-10', '2028-02-01'];

const nth = fc.nat({ max: 4 });
/** Mostly the network's own, for partners' people may only be told no. */
const who = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 4, max: 6 }) },
  { weight: 1, arbitrary: fc.nat({ max: 6 }) },
);
const amount = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.constantFrom(29_999, 30_000, 100_000, 300_000, 500_000, 500_001)),
);
const ask = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ask: fc.constant('claim' as const),
      who: fc.nat({ max: 1 }),
      partner: fc.nat({ max: 1 }),
      type: fc.nat({ max: TYPES.length - 1 }),
      subject: fc.nat({ max: 5 }),
      date: fc.nat({ max: DATES.length - 1 }),
      units: fc.integer({ min: 3, max: 32 }),
      code: fc.nat({ max: 1 }),
      behalf: fc.nat({ max: 9 }),
    }),
  },
  { weight: 9, arbitrary: fc.record({ ask: fc.constant('verify' as const), which: nth, who }) },
  { weight: 11, arbitrary: fc.record({ ask: fc.constant('approve' as const), which: nth, who, amount }) },
  { weight: 1, arbitrary: fc.record({ ask: fc.constant('deny' as const), which: nth, who }) },
  { weight: 1, arbitrary: fc.record({ ask: fc.constant('withdraw' as const), which: nth, who: fc.nat({ max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ ask: fc.constant('question' as const), which: nth, who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ ask: fc.constant('resubmit' as const), which: nth, who: fc.nat({ max: 3 }) },
      ...{ date: fc.nat({ max: DATES.length }), code: fc.nat({ max: 2 }), units: fc.integer({ min: 3, max: 32 }) },
    }),
  },
  { weight: 2, arbitrary: fc.record({ ask: fc.constant('appeal' as const), which: nth, who: fc.nat({ max: 3 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ ask: fc.constant('appealed' as const), which: nth, who, upheld: fc.boolean(), amount }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ask: fc.constant('reverse' as const), which: nth, who, amount, reason: fc.nat({ max: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ ask: fc.constant('resolve' as const), which: nth, who, first: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ ask: fc.constant('override' as const), who: fc.integer({ min: 4, max: 6 }), partner: fc.nat({ max: 1 }) },
      ...{ year: fc.constantFrom(2025, 2026, 2028), cents: fc.integer({ min: 0, max: 500_000 }) },
      until: fc.constantFrom('2026-08-03', '2026-08-04', '2026-12-31', '2028-12-31'),
    }),
  },
  {
    weight: 1,
    // Somebody changes sides: to a partner's staff, or (2) to the network's.
    arbitrary: fc.record({ ask: fc.constant('move' as const), who: fc.nat({ max: 6 }), to: fc.nat({ max: 2 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ ask: fc.constant('cap' as const), capCents: fc.integer({ min: 0, max: 1_500_000 }) }),
  },
);
type Ask = typeof ask extends fc.Arbitrary<infer T> ? T : never;

/** The moment of every act that is not a claim: caps published today are in force. */
const TODAY = '2026-08-04T20:00:00.000Z';

function newWorld(): World {
  const world = new World([incentivesLedger, incentivesPolicyStream, payoutsLedger], TODAY);
  for (const [index, slug] of SLUGS.entries()) {
    const id = PARTNERS[index]!;
    world.record(`partner-${id}`, [onboarded(id, slug), ...STAFF_OF[index]!.map((who) => affiliated(id, who))]);
  }
  world.record(
    'incentives-1',
    SLUGS.map((slug) => received(slug)),
  );
  return world;
}

function play(asks: readonly Ask[]): { world: World; model: Model } {
  const world = newWorld();
  const model = new Model();
  const claims: string[] = [];
  const publish = (cap: number) => {
    const capCents = cents(cap);
    const content = { ...defaultIncentivesPolicy, annualCapCents: capCents };
    const { answer } = world.ask('PublishIncentivesPolicy', { effectiveFrom: '2026-08-04', content });
    expect(answer.kind).toBe('accepted');
    // Local midnight in the program's zone.
    model.caps.push({ from: '2026-08-04T07:00:00.000Z', capCents });
  };
  publish(1_000_000);
  const jobs = new Jobs();
  for (const one of asks) {
    if (one.ask === 'move') {
      jobs.move(world, PEOPLE[one.who]!, one.to);
      continue;
    }
    if (one.ask === 'cap') {
      publish(one.capCents);
      continue;
    }
    for (const event of told(world, one, claims, jobs).events) {
      model.see(event);
      if (event.type === 'ClaimApproved') for (const owed of deliver(world, event)) model.see(owed);
      if (event.type === 'IncentiveClaimed') claims.push((event.data as { claim: { claimId: string } }).claim.claimId);
    }
  }
  model.settle();
  return { world, model };
}

/** The reaction's command, and the same event once more by a reaction of another name: one decision, one payable. */
function deliver(world: World, event: SequencedEvent): readonly SequencedEvent[] {
  const { name, command } = onClaimApproved.react(event)!;
  const asked = (reaction: string) =>
    world.ask(name, Requested.payloadOf(command), { by: `service:${reaction}`, key: `${reaction} ${event.id}` });
  return [...asked('on-claim-approved').events, ...asked('on-claim-approved-2').events];
}

/** Who works for which partner; the others are the network's own. */
class Jobs {
  private readonly at = new Map<PersonId, { readonly partner: number; readonly from: string }>(
    STAFF_OF.flatMap((staff, partner) => staff.map((who) => [who, { partner, from: '2017-07-01' }] as const)),
  );
  private moves = 0;

  move(world: World, who: PersonId, to: number): void {
    const now = this.at.get(who);
    if (now !== undefined) {
      const spell = { partnerId: PARTNERS[now.partner]!, personId: who, role: 'partner-staff' as const };
      const days = { from: plainDate(now.from), until: plainDate('2026-08-03') };
      world.record(`partner-${spell.partnerId}`, [AffiliationEnded({ ...spell, ...days })]);
    }
    this.at.delete(who);
    const id = PARTNERS[to];
    if (id === undefined) return;
    // A day of its own for each move, so that spells are told apart; none lies after today.
    const from = addDays(plainDate('2026-01-01'), (this.moves += 1));
    world.record(`partner-${id}`, [affiliated(id, who, 'partner-staff', [from])]);
    this.at.set(who, { partner: to, from });
  }

  staffOf(partner: number): readonly PersonId[] {
    const staff = PEOPLE.filter((who) => this.at.get(who)?.partner === partner);
    return staff.length === 0 ? STAFF_OF[partner]! : staff;
  }
}

function told(world: World, one: Exclude<Ask, { ask: 'cap' | 'move' }>, claims: readonly string[], jobs: Jobs) {
  const by = PEOPLE[one.who % PEOPLE.length]!;
  if (one.ask === 'claim') return claimed(world, one, jobs);
  if (one.ask === 'override') return overridden(world, one, by);
  const needed = NEEDED[one.ask];
  const open =
    needed !== undefined && one.which > 0 ? claims.filter((id) => needed.includes(statusOf(world, id))) : claims;
  const claimId = open.at(-1 - (one.which % Math.max(1, open.length))) ?? `clm_${'a'.repeat(26)}`;
  // Staff of the claim's partner as it is today: some of them were of the network when it was verified.
  const staff = jobs.staffOf(partnerOf(world, claimId));
  const ofPartner = { by: staff[one.who % staff.length]! };
  switch (one.ask) {
    case 'verify':
      return world.ask('VerifyClaim', { claimId, flagsAnswered: [] }, { by });
    case 'approve':
      return world.ask(
        'ApproveClaim',
        { claimId, ...(one.amount === null ? {} : { approvedCents: one.amount }) },
        { by },
      );
    case 'deny':
      return world.ask('DenyClaim', { claimId, reason: 'No.' }, { by });
    case 'withdraw':
      return world.ask('WithdrawClaim', { claimId }, { by });
    case 'question':
      return world.ask('RequestInformation', { claimId, question: 'Which?' }, { by });
    case 'resubmit':
      return world.ask('ResubmitClaim', { claimId, answer: 'This.', ...restated(world, claimId, one) }, ofPartner);
    case 'appeal':
      return world.ask('AppealClaim', { claimId, grounds: 'It is in force.' }, ofPartner);
    case 'appealed': {
      const approvedCents = one.upheld && one.amount !== null ? { approvedCents: one.amount } : {};
      return world.ask('DecideAppeal', { claimId, upheld: one.upheld, reason: 'So.', ...approvedCents }, { by });
    }
    case 'reverse': {
      const reason = ['error', 'duplicate', 'ineligible'][one.reason];
      const some = one.amount === null ? {} : { cents: one.amount };
      return world.ask('ReverseClaim', { claimId, reason, note: 'Back.', ...some }, { by });
    }
    case 'resolve':
      return world.ask('ResolveContest', { claimId, standing: one.first ? 'first' : 'second', reason: 'So.' }, { by });
  }
}

/** Where a claim mostly is when something is asked of it, so that histories go deep. */
const NEEDED: Readonly<Record<string, readonly string[] | undefined>> = {
  approve: ['verified'],
  resubmit: ['information-requested', 'verified', 'claimed'],
  appeal: ['denied'],
  appealed: ['appealed'],
  reverse: ['approved'],
  resolve: ['contested'],
};

const partnerOf = (world: World, id: string): number =>
  PARTNERS.indexOf(
    world.stateOf<IncentivesState>('incentives-1').claims.get(id as ClaimId)?.standing.partnerId ?? PARTNERS[0]!,
  );

const statusOf = (world: World, id: string): string =>
  world.stateOf<IncentivesState>('incentives-1').claims.get(id as ClaimId)?.standing.status ?? '';

/** Another date, code or number of units, where the claim has such. */
function restated(world: World, id: string, one: Extract<Ask, { ask: 'resubmit' }>): object {
  const claim = world.stateOf<IncentivesState>('incentives-1').claims.get(id as ClaimId);
  const code = TYPES.find(({ type }) => type === claim?.standing.outcomeType)?.code;
  const date = DATES[one.date];
  return {
    ...(date === undefined ? {} : { outcomeDate: date }),
    ...(code === undefined || one.code > 1 ? {} : { [code.field]: code.values[one.code] }),
    ...(claim?.stated.units === undefined ? {} : { units: one.units }),
  };
}

function overridden(world: World, one: Extract<Ask, { ask: 'override' }>, by: PersonId) {
  const more = { year: one.year, cents: cents(one.cents), reason: 'Two states.', expiresOn: one.until };
  return world.ask('OverrideCap', { partnerId: PARTNERS[one.partner], ...more }, { by });
}

function claimed(world: World, one: Extract<Ask, { ask: 'claim' }>, jobs: Jobs) {
  const { type, subject, code } = TYPES[one.type]!;
  const staff = jobs.staffOf(one.partner);
  const onBehalfOf = staff[one.who % staff.length]!;
  const payload = {
    partnerId: PARTNERS[one.partner],
    outcomeType: type,
    subjectId: { district: district(one.subject), school: school(one.subject), cohort: `cohort:c${one.subject}` }[
      subject
    ],
    outcomeDate: DATES[one.date],
    evidence: evidenceOf(type, SLUGS[one.partner]),
    ...(type === 'teachers-implementing' ? { units: one.units } : {}),
    ...(code === undefined ? {} : { [code.field]: code.values[one.code] }),
  };
  // Now and then network staff enters a claim for the partner's, and may not touch its money again.
  const by = one.behalf < 2 ? PEOPLE[4 + one.behalf]! : onBehalfOf;
  return world.ask('ClaimIncentive', payload, { by, onBehalfOf, at: `${NOW[one.date]}T20:00:00.000Z` });
}

describe('whatever is asked in whatever order', () => {
  it('the rules of money hold at every prefix, and the views say what the ledger says', () => {
    let approved = 0;
    let refused = 0;
    const again = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(ask, { minLength: 1, maxLength: 150, size: 'max' }), (asks) => {
        const { world, model } = play(asks);
        approved += world.log.filter(({ type }) => type === 'ClaimApproved').length;
        refused += world.log.filter(({ type }) => type === 'ClaimRefused' || type === 'ClaimActRefused').length;
        for (const { type } of world.log) again.set(type, (again.get(type) ?? 0) + 1);
        const ledger = world.stateOf<IncentivesState>('incentives-1').capYears;
        const usage = world.documents(capUsageProjection);
        for (const [partnerYear, { held, approved: paid, reversed }] of model.used) {
          const expected = { reservedCents: held, approvedCents: paid, reversedCents: reversed };
          if (held === 0 && paid === 0 && !ledger.has(partnerYear)) continue;
          expect(ledger.get(partnerYear)).toEqual(expected);
          expect(usage.get(partnerYear)).toMatchObject(expected);
        }
        const state = world.stateOf<IncentivesState>('incentives-1');
        for (const document of world.documents(claimsProjection).values()) {
          const { standing, touched, rivals } = state.claims.get(document.id)!;
          const { claimId: _claimId, ...rest } = standing;
          expect(document).toMatchObject({ ...rest, revision: touched, rivals: [...rivals] });
        }
      }),
      { numRuns: 1_000, seed: 20_260_804 },
    );
    // A run in which nothing comes to an approval would prove nothing.
    expect(approved).toBeGreaterThan(2_000);
    expect(refused).toBeGreaterThan(2_000);
    for (const type of [
      ...['ClaimResubmitted', 'ClaimAppealed', 'AppealRejected', 'ClaimReversed', 'ContestResolved'],
      ...['InformationRequested', 'CapOverridden', 'PayableCreated'],
    ]) {
      expect([type, (again.get(type) ?? 0) > 50]).toEqual([type, true]);
    }
  }, 120_000);
});
