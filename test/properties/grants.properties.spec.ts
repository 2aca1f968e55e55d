import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { awardsProjection } from '#contexts/grants/projections/awards';
import { grantCapUsageProjection } from '#contexts/grants/projections/grant-cap-usage';
import { poolsProjection } from '#contexts/grants/projections/pools';
import { proposalsProjection } from '#contexts/grants/projections/proposals';
import { addsUp } from '#contexts/grants/views/pool-page';
import type { PersonId } from '#kernel/ids/entity-id';
import { digestOf } from '#kernel/codec/digest';
import fc from 'fast-check';
import {
  champion,
  content,
  fin,
  goals,
  leaving,
  partner,
  pat,
  pia,
  ren,
  rita,
  rob,
  staff,
  Year,
} from '../support/grants';
import { person } from '../support/network';
import { GrantsModel } from './grants-model';

const SLUGS = ['a', 'b', 'c', 'd', 'e'];
/** Enters proposals for partners, and may not touch their money again. */
const clerk = person('clerk');
/** Whoever the edge might let through, and some that it would not. */
const PEOPLE: readonly PersonId[] = [pia, pat, fin, rita, rob, clerk, ...SLUGS.map((slug) => staff(slug))];
/** Small amounts around the walk's borders, and the cap's. */
const money = fc.oneof(
  fc.constantFrom(29_999, 30_000, 60_000, 100_000, 300_000, 300_000, 450_000, 500_000, 500_001),
  fc.integer({ min: 1, max: 700_000 }),
);
const which = fc.nat({ max: 6 });
/** Mostly finance, who holds no other duty: the others may only be told no. */
const who = fc.oneof(
  { weight: 4, arbitrary: fc.constant(2) },
  { weight: 1, arbitrary: fc.nat({ max: PEOPLE.length - 1 }) },
);
const score = fc.constantFrom(1, 2, 3, 4, 4, 4, 5, 5, 5, 5);

const proposal = fc.record({
  slug: fc.nat({ max: 4 }),
  money,
  role: fc.constantFrom('staff', 'staff', 'champion', 'champion', 'entered', 'entered by a reviewer'),
  cosigned: fc.boolean(),
  end: fc.constantFrom(...Array<'stays'>(9).fill('stays'), 'withdrawn', 'revised', 'deferred', 'late'),
  reviews: fc.array(
    fc.record({ alignment: score, reach: score, recommended: fc.option(fc.integer({ min: 1, max: 100 })) }),
    {
      minLength: 2,
      maxLength: 3,
    },
  ),
  conflict: fc.constantFrom(...Array<'none'>(6).fill('none'), 'before', 'after'),
});
const act = fc.record({
  name: fc.constantFrom(
    ...[
      'AcceptAward',
      'AcceptAward',
      'AcceptAward',
      'DeclineAward',
      'DeclineAward',
      'LapseAward',
      'AmendAward',
      'ReportAward',
    ],
    ...[
      'ReportAward',
      'AcceptReport',
      'AcceptReport',
      'ReturnFunds',
      'RecordRepayment',
      'CloseAward',
      'ReverseAward',
      'PromoteWaitlist',
      'PromoteWaitlist',
    ],
  ),
  ...{
    which,
    who,
    money,
    late: fc.constantFrom(false, false, false, true),
    how: fc.constantFrom('repaid', 'never-paid'),
  },
});
const round = fc.record({
  proposals: fc.array(proposal, { minLength: 3, maxLength: 8, size: 'max' }),
  capChange: fc.constantFrom(null, null, null, 30_000, 250_000, 400_000),
  acts: fc.array(act, { minLength: 6, maxLength: 16, size: 'max' }),
});
const history = fc.record({
  funded: fc.constantFrom(1, 800_003, 1_200_000, 1_200_000, 2_000_001, 2_000_001, 3_200_000, 25_000_000),
  release: fc.constantFrom('quarterly', 'quarterly', 'annual'),
  payment: fc.constantFrom('advance' as const, 'reimbursement' as const),
  rounds: fc.array(round, { minLength: 1, maxLength: 2, size: 'max' }),
  leaves: fc.option(fc.nat({ max: 4 })),
  lapses: fc.boolean(),
  after: fc.array(act, { maxLength: 12, size: 'max' }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
type Round = History['rounds'][number];
type Act = Round['acts'][number];

/** Which awards an act is for. */
const FITS: Readonly<Record<string, (standing: AwardStanding) => boolean>> = {
  AcceptAward: ({ status }) => status === 'offered',
  DeclineAward: ({ status }) => status === 'offered',
  LapseAward: ({ status }) => status === 'offered',
  AmendAward: ({ status }) => status === 'accepted' || status === 'reported',
  ReportAward: ({ status }) => status === 'accepted',
  AcceptReport: ({ status }) => status === 'reported',
  ReturnFunds: ({ owedBackCents, status }) => owedBackCents > 0 && status !== 'report-accepted',
  RecordRepayment: ({ owedBackCents, status }) => owedBackCents > 0 && status === 'report-accepted',
  CloseAward: ({ status }) => status === 'report-accepted',
};

/** Rounds follow each other, a month for each phase. */
const MONTHS = ['01', '04', '07', '10'];

class Life {
  readonly year: Year;
  readonly model = new GrantsModel();
  readonly told = new Map<string, number>();
  private count = 0;

  constructor({ funded, release, payment, rounds, leaves, lapses, after }: History) {
    this.year = new Year({ ...defaultGrantsPolicy, payment });
    this.ask('FundPool', { year: 2026, fundedCents: funded, release }, pia);
    for (const [index, one] of rounds.entries()) this.play(one, index);
    if (leaves !== null) this.leave(SLUGS[leaves]!, '2027-02-20T20:00:00.000Z');
    if (lapses) this.ask('LapsePool', { year: '2026' }, fin, '2027-03-01T20:00:00.000Z');
    for (const one of after) this.act(one, '2027-03-02T20:00:00.000Z', '2026-Q1');
  }

  private ask(
    name: string,
    payload: object,
    by: PersonId | 'service:job',
    at = '2026-01-01T20:00:00.000Z',
    behalf?: PersonId,
  ) {
    this.count += 1;
    const more = { at, key: `ask ${this.count}`, ...(behalf === undefined ? {} : { onBehalfOf: behalf }) };
    const asked = this.year.world.ask(name, payload, { by, ...more });
    for (const event of asked.events) {
      this.model.see(event);
      this.told.set(event.type, (this.told.get(event.type) ?? 0) + 1);
    }
    return asked;
  }

  private play({ proposals, capChange, acts }: Round, index: number): void {
    const quarter = `2026-Q${index + 1}`;
    const month = `2026-${MONTHS[index]}`;
    const times = { opensAt: `${month}-01T08:00:00Z`, closesAt: `${month}-10T08:00:00Z` };
    this.ask('OpenRound', { quarter, ...times, goals }, pia, `${month}-01T08:00:00.000Z`);
    const ids = proposals.map((one) => this.submit(one, quarter, `${month}-02T08:00:00.000Z`));
    if (capChange !== null)
      this.ask(
        'ChangeRoundCap',
        { quarter, capPerPartnerCents: capChange, reason: 'Why.' },
        pia,
        `${month}-03T08:00:00.000Z`,
      );
    const at = `${month}-11T08:00:00.000Z`;
    for (const [n, one] of proposals.entries()) this.review(one, ids[n], at);
    const drawn = this.ask('DrawSlate', { quarter }, pia, at);
    const slateHash = (drawn.reply?.body as { slateHash: string } | undefined)?.slateHash ?? digestOf(quarter);
    this.ask('AllocateRound', { quarter, slateHash }, pat, at, pia);
    for (const [n, one] of proposals.entries()) {
      if (one.conflict === 'after') this.ask('DeclareConflict', { proposalId: ids[n], conflict: true }, rita, at);
    }
    for (const one of acts) this.act(one, `${month}-20T08:00:00.000Z`, quarter);
    this.ask('PromoteWaitlist', { quarter }, pat, `${month}-21T08:00:00.000Z`);
  }

  private submit(one: Round['proposals'][number], quarter: string, at: string) {
    const slug = SLUGS[one.slug]!;
    const dates = { startsOn: '2026-12-01', endsOn: '2026-12-02' };
    const written = { ...content(one.money), ...dates };
    const [by, behalf] = {
      staff: [staff(slug)],
      champion: [champion(slug)],
      entered: [clerk, staff(slug)],
      'entered by a reviewer': [rita, staff(slug)],
    }[one.role];
    const when = one.end === 'late' ? at.replace('-02T', '-10T') : at;
    const told = this.ask('SubmitGrantProposal', { partnerId: partner(slug), quarter, ...written }, by!, when, behalf);
    const proposalId = (told.reply?.body as { id: string } | undefined)?.id;
    if (one.end === 'revised')
      this.ask('ReviseProposal', { proposalId, ...content(one.money + 1), ...dates }, staff(slug, 2), at);
    if (one.cosigned && one.role === 'champion') this.ask('CosignProposal', { proposalId }, staff(slug), at);
    if (one.end === 'withdrawn') this.ask('WithdrawProposal', { proposalId }, staff(slug), at);
    return proposalId;
  }

  private review(one: Round['proposals'][number], proposalId: string | undefined, at: string): void {
    if (proposalId === undefined) return;
    const people = [rita, rob, ren].slice(0, one.reviews.length);
    this.ask('AssignReviewers', { proposalId, reviewerIds: people }, pia, at);
    for (const [n, by] of people.entries()) {
      const { alignment, reach, recommended } = one.reviews[n]!;
      this.ask('DeclareConflict', { proposalId, conflict: one.conflict === 'before' && n === 0 }, by, at);
      // Of what is asked, so many percent; 0 is refused.
      const more = recommended === null ? {} : { recommendedCents: Math.floor((one.money * recommended) / 100) };
      this.ask('ReviewProposal', { proposalId, alignment, reach, comment: 'Why.', ...more }, by, at);
    }
    const { reviewers } = this.year.state.proposals.get(proposalId as never)!;
    const valid = [...reviewers.values()].filter(({ review, recused }) => review !== null && !recused).length;
    if (one.end === 'deferred' || valid < 2) this.ask('DeferProposal', { proposalId, reason: 'Why.' }, pia, at);
  }

  private leave(slug: string, at: string): void {
    this.year.world.record(`partner-${partner(slug)}`, [leaving(slug, at)]);
    this.ask('LapseOffers', { partnerId: partner(slug) }, 'service:job', at);
  }

  private act(one: Act, at: string, quarter: string): void {
    const all = [...this.year.state.awards.values()];
    const fitting = all.filter(({ standing }) => FITS[one.name]?.(standing) ?? true);
    // Mostly one that the act may be done to.
    const awards = one.which === 0 || fitting.length === 0 ? all : fitting;
    const award = awards[one.which % Math.max(1, awards.length)];
    if (one.name === 'PromoteWaitlist') {
      this.ask(one.name, { quarter }, PEOPLE[one.who === 2 ? 1 : one.who]!, at);
      return;
    }
    if (award === undefined) return;
    const { awardId, partnerId, lapsesAt } = award.standing;
    const own = staff(SLUGS.find((slug) => partner(slug) === partnerId)!);
    const payload: Readonly<Record<string, object>> = {
      AcceptAward: one.late
        ? { acceptedCents: one.money }
        : { acceptedCents: Math.min(one.money, award.standing.offeredCents) },
      AmendAward: {
        acceptedCents: one.late ? one.money : Math.min(one.money, award.standing.acceptedCents),
        reason: 'Why.',
      },
      ReportAward: { spentCents: one.money, actualOutcomes: [{ metric: 'people-reached', actual: 1 }] },
      ReturnFunds: { returnedCents: Math.min(one.money, award.standing.owedBackCents), how: one.how },
      RecordRepayment: { repaidCents: Math.min(one.money, award.standing.owedBackCents) },
      ReverseAward: { reason: 'error', note: 'Why.' },
    };
    const partners = ['AcceptAward', 'DeclineAward', 'ReportAward'].includes(one.name);
    const person = partners && one.who < 5 ? own : PEOPLE[one.who]!;
    const by = one.name === 'RecordRepayment' ? 'service:job' : person;
    const when = one.name === 'LapseAward' && one.late && at < lapsesAt ? lapsesAt : at;
    this.ask(one.name, { awardId, ...payload[one.name] }, by, when);
  }

  /** The views say what the ledger says. */
  compare(): void {
    const { world, state } = this.year;
    const awards = world.documents(awardsProjection);
    expect(awards.size).toBe(state.awards.size);
    for (const [id, { standing, touched }] of state.awards) {
      const { awardId: _id, ...rest } = standing;
      expect(awards.get(id)).toMatchObject({ ...rest, revision: touched });
    }
    for (const [id, { standing, touched }] of state.proposals) {
      const { proposalId: _id, ...rest } = standing;
      expect(world.documents(proposalsProjection).get(id)).toMatchObject({ ...rest, revision: touched });
    }
    for (const usage of world.documents(grantCapUsageProjection).values()) {
      expect(state.quarterUse.get(`${usage.partnerId}/${usage.quarter}`)).toBe(usage.usedCents);
    }
    const pool = world.documents(poolsProjection).get('2026')!;
    const { availableCents, offeredCents, awardedCents, lapsedCents, returnedCents } = this.year.pool();
    expect(addsUp(pool)).toBe(true);
    expect(pool).toMatchObject({ availableCents, offeredCents, lapsedCents, returnedCents });
    expect(pool.committedCents + pool.payableCents + pool.paidCents).toBe(awardedCents);
    const parts = pool.quarters.map((one) => one.offeredCents + one.committedCents);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(pool.offeredCents + pool.committedCents);
  }
}

describe('whatever is asked of a year of grants', () => {
  it('the rules of money hold at every prefix, and the views say what the ledger says', () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(history, (one) => {
        const life = new Life(one);
        life.compare();
        for (const [type, count] of life.told) told.set(type, (told.get(type) ?? 0) + count);
      }),
      { numRuns: 1_000, seed: 20_260_805 },
    );
    // A property that never comes to an event says nothing about it.
    const events = grantsLedger.events
      .map(({ type }) => type)
      .filter((type) => !['RoundClosed', 'RoundExtended'].includes(type));
    expect(events.filter((type) => (told.get(type) ?? 0) < 20)).toEqual([]);
  }, 240_000);
});
