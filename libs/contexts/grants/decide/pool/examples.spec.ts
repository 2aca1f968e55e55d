import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import type { PayoutBatchPreparedData } from '#contexts/payouts/events/payout-batch-prepared';
import type { ReceivableCreatedData } from '#contexts/payouts/events/receivable-created';
import { onAwardOwes } from '#contexts/payouts/reactions/on-award-owes';
import { onReceivableRepaid } from '#contexts/grants/reactions/on-receivable-repaid';
import { onAwardDue } from '#contexts/payouts/reactions/on-award-due';
import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import { capStepAt } from '#contexts/grants/policy/cap-schedule';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { poolsProjection } from '#contexts/grants/projections/pools';
import { addsUp } from '#contexts/grants/views/pool-page';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import { Requested } from '#kernel/requested/requested';
import { zoneCalendar } from '#kernel/time/calendar';
import { instant, plusMinutes } from '#kernel/time/instant';
import { quarterInterval, quarterOf } from '#kernel/time/program-calendar';
import { affiliated, onboarded } from '../../../../../test/support/network';
import {
  asked,
  awardId,
  background,
  fin,
  fund,
  goals,
  onAward,
  open,
  partner,
  Q3,
  ren,
  staff,
  submit,
  Year,
} from '../../../../../test/support/grants';
import type { In } from '../../../../../test/support/given-when-then';
import { account, fay, financeRoles, flo, w9 } from '../../../../../test/support/payouts';
import { World } from '../../../../../test/support/world';

const { capSteps } = defaultGrantsPolicy;
const step = (used: number, base: number) => capStepAt(capSteps, cents(used), cents(base)).capCents;

describe('E5, the cap schedule in integers', () => {
  it.each([
    [25_000_000, 18_749_999, 500_000],
    [25_000_000, 18_750_000, 400_000],
    [25_000_000, 23_749_999, 400_000],
    [25_000_000, 23_750_000, 300_000],
    [24_999_999, 18_749_999, 500_000],
    [24_999_999, 18_750_000, 400_000],
  ])('funded %d, used %d: %d', (funded, used, cap) => {
    expect(step(used, funded)).toBe(cap);
  });

  it('usage of no base is 0, and no product is too large', () => {
    expect(step(0, 0)).toBe(500_000);
    expect(step(5, 0)).toBe(500_000);
    expect(step(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe(300_000);
  });
});

const CLOSES = { Q1: '2026-01-10', Q2: '2026-04-10', Q3: '2026-07-10', Q4: '2026-10-10' } as const;
type Quarter = keyof typeof CLOSES;
const day = (date: string) => `${date}T20:00:00.000Z`;
const opened = { Q1: '2026-01-02', Q2: '2026-04-02', Q3: '2026-07-02', Q4: '2026-10-02' } as const;

/** A year whose rounds give what an example says they give: offers of at most the cap, to as many partners as it takes. */
class GivingYear extends Year {
  private given = 0;

  openQuarter(q: Quarter) {
    const quarter = `2026-${q}`;
    const times = { opensAt: `${opened[q]}T00:00:00-08:00`, closesAt: `${CLOSES[q]}T00:00:00-08:00` };
    return this.do(open({ quarter, ...times, at: day(opened[q]) })).reply!.body as {
      capPerPartnerCents: Cents;
      releasedAvailableCents: Cents;
      capReason: object;
    };
  }

  /** Offers of these amounts, each to a partner of its own. */
  give(q: Quarter, amounts: readonly number[]) {
    const keys = amounts.map((amount) => {
      this.given += 1;
      const slug = `p${this.given}`;
      this.world.record(`partner-${partner(slug)}`, [
        onboarded(partner(slug), slug),
        affiliated(partner(slug), staff(slug)),
      ]);
      const dates = { startsOn: '2027-01-01', endsOn: '2027-01-02' };
      const key = `${q} ${this.given}`;
      this.do(submit(slug, key, amount, { quarter: `2026-${q}`, at: day(CLOSES[q].slice(0, 8) + '05'), ...dates }));
      return { key, slug };
    });
    const at = q === 'Q4' ? day('2027-01-30') : day(CLOSES[q].slice(0, 8) + '11');
    for (const { key } of keys)
      this.reviewed(
        key,
        [
          [5, 5],
          [5, 5],
        ],
        at,
      );
    this.decide(`2026-${q}`, at);
    return keys;
  }

  slateLeft(quarter: string) {
    return this.state.rounds.get(quarter)!.allocation!.slate.leftAfterCents;
  }

  used() {
    const { offeredCents, awardedCents } = this.pool();
    return offeredCents + awardedCents;
  }
}

/** As many offers of the cap as fit, and the rest. */
const parts = (total: number, cap: number) => [
  ...Array.from({ length: Math.floor(total / cap) }, () => cap),
  ...(total % cap === 0 ? [] : [total % cap]),
];

describe('E6, roll-forward through a year', () => {
  it('gives the figures of the example', () => {
    const year = new GivingYear();
    year.do(fund());
    expect(year.openQuarter('Q1')).toMatchObject({ capPerPartnerCents: 500_000, releasedAvailableCents: 6_250_000 });
    const q1 = year.give('Q1', [400_000, ...parts(4_330_000, 500_000)]);
    expect(year.used()).toBe(4_730_000);
    year.do(onAward('LapseAward', q1[0]!.key, { at: day('2026-02-20') }));
    for (const { key, slug } of q1.slice(1))
      year.do(onAward('AcceptAward', key, { by: staff(slug), at: day('2026-01-20') }));
    expect(year.used()).toBe(4_330_000);
    expect(year.openQuarter('Q2')).toMatchObject({
      capPerPartnerCents: 500_000,
      capReason: { usedCents: 4_330_000, baseCents: 6_250_000, fromPercent: 0 },
      releasedAvailableCents: 8_170_000,
    });
    const q2 = year.give('Q2', parts(7_900_000, 500_000));
    expect(year.slateLeft('2026-Q2')).toBe(270_000);
    expect(year.used()).toBe(12_230_000);
    const first = q2[0]!;
    year.do(
      onAward('AcceptAward', first.key, { by: staff(first.slug), acceptedCents: 437_450, at: day('2026-05-01') }),
    );
    expect(year.used()).toBe(12_167_450);
    expect(year.openQuarter('Q3')).toMatchObject({
      capPerPartnerCents: 300_000,
      capReason: { usedCents: 12_167_450, baseCents: 12_500_000, fromPercent: 95 },
      releasedAvailableCents: 6_582_550,
    });
    year.give('Q3', parts(6_500_000, 300_000));
    expect(year.used()).toBe(18_667_450);
    expect(year.openQuarter('Q4')).toMatchObject({ capPerPartnerCents: 300_000, releasedAvailableCents: 6_332_550 });
    // Decided late, so that its offers still stand when the year lapses: 30 days from 30 January.
    const q4 = year.give('Q4', parts(6_000_000, 300_000));
    expect(year.pool()).toMatchObject({ availableCents: 332_550 });
    expect(
      year.do(asked('LapsePool', { year: '2026', by: fin, at: '2027-02-28T08:00:00.000Z' })).events[0]!.data,
    ).toMatchObject({
      lapsedCents: 332_550,
    });
    const last = q4[0]!;
    year.do(onAward('DeclineAward', last.key, { by: staff(last.slug), at: '2027-02-28T09:00:00.000Z' }));
    expect(year.pool()).toMatchObject({
      availableCents: 0,
      lapsedCents: 632_550,
      offeredCents: year.pool().offeredCents,
    });
    expect(632_550 + year.used()).toBe(25_000_000);
    expect(year.used()).toBe(24_367_450);
  });
});

describe('E7, one award through the pool', () => {
  it('moves the exclusive figures as the example says', () => {
    const world = new World([grantsLedger, payoutsLedger], day('2026-08-04'));
    for (const one of background()) if ('stream' in one) world.record(one.stream, one.events);
    const year = Object.assign(new Year(), { world });
    for (const one of [w9(partner('a')), account(partner('a')), ...financeRoles] as In[])
      world.record(one.stream, one.events);
    year.do(fund());
    const shown = () => {
      const document = world.documents(poolsProjection).get('2026')!;
      expect(addsUp(document)).toBe(true);
      const { availableCents, offeredCents, committedCents, payableCents, paidCents } = document;
      return [availableCents, offeredCents, committedCents, payableCents, paidCents];
    };
    expect(shown()).toEqual([25_000_000, 0, 0, 0, 0]);
    year.do(open());
    year.do(submit('a', 'p'));
    year
      .reviewed('p', [
        [5, 5],
        [5, 5],
      ])
      .decide();
    expect(shown()).toEqual([24_600_000, 400_000, 0, 0, 0]);
    const acceptance = year.do(onAward('AcceptAward', 'p', { by: staff('a'), acceptedCents: 350_000 }));
    expect(shown()).toEqual([24_650_000, 0, 350_000, 0, 0]);
    const { name, command } = onAwardDue.react(acceptance.events[0]!)!;
    expect(world.ask(name, Requested.payloadOf(command)).events[0]!.data).toMatchObject({
      fund: 'grants',
      amountCents: 350_000,
      source: { kind: 'award', awardId: awardId('p'), quarter: Q3 },
    });
    expect(shown()).toEqual([24_650_000, 0, 0, 350_000, 0]);
    const first = payOut(world, 'first');
    bank(world, first, 'returned');
    expect(shown()).toEqual([24_650_000, 0, 0, 350_000, 0]);
    world.ask('RepayPayable', { payableId: owedFor(world), reason: 'Put right.' }, by(fin));
    bank(world, payOut(world, 'second'), 'settled');
    expect(shown()).toEqual([24_650_000, 0, 0, 0, 350_000]);
    const actualOutcomes = [{ metric: 'people-reached', actual: 380 }];
    year.do(onAward('ReportAward', 'p', { by: staff('a'), spentCents: 287_450, actualOutcomes }));
    const inOrder = year.do(onAward('AcceptReport', 'p', { by: ren }));
    const owes = onAwardOwes.react(inOrder.events[0]!)!;
    const receivable = world.ask(owes.name, Requested.payloadOf(owes.command)).events[0]!.data as ReceivableCreatedData;
    expect(receivable.receivable.openCents).toBe(62_550);
    expect(shown()).toEqual([24_650_000, 0, 0, 0, 350_000]);
    const { receivableId } = receivable.receivable;
    const back = { receivableId, repaidCents: 62_550, receivedOn: '2026-08-04' };
    const repaid = world.ask('RepayReceivable', back, by(fin)).events[0]!;
    const door = onReceivableRepaid.react(repaid)!;
    world.ask(door.name, Requested.payloadOf(door.command));
    expect(shown()).toEqual([24_712_550, 0, 0, 0, 287_450]);
    expect(year.pool()).toMatchObject({ returnedCents: 62_550, awardedCents: 287_450 });
  });
});

const by = (who: PersonId) => ({ by: who, role: 'finance' });
const owedFor = (world: World) => [...world.stateOf<PayoutsState>('payouts-1').payables.keys()][0]!;

/** One payment leaves: prepared, approved and exported by three people of finance. */
function payOut(world: World, key: string): string {
  const { batchId } = (
    world.ask('PreparePayoutBatch', {}, { ...by(fin), key }).events[0]!.data as PayoutBatchPreparedData
  ).batch;
  world.ask('ApprovePayoutBatch', { batchId }, by(fay));
  world.ask('ExportPayoutBatch', { batchId }, by(flo));
  return batchId;
}

function bank(world: World, batchId: string, result: 'settled' | 'returned'): void {
  const code = result === 'returned' ? { code: 'R03' } : {};
  const results = [{ payableId: owedFor(world), result, on: '2026-08-04', ...code }];
  expect(world.ask('RecordBankResults', { batchId, results }, by(fin)).answer.kind).toBe('accepted');
}

describe('E10, borders', () => {
  const { program } = defaultGrantsPolicy;
  it.each([
    ['2026-Q1', '2026-01-01T08:00:00.000Z', '2026-04-01T07:00:00.000Z', 2_159],
    ['2026-Q2', '2026-04-01T07:00:00.000Z', '2026-07-01T07:00:00.000Z', 2_184],
    ['2026-Q3', '2026-07-01T07:00:00.000Z', '2026-10-01T07:00:00.000Z', 2_208],
    ['2026-Q4', '2026-10-01T07:00:00.000Z', '2027-01-01T08:00:00.000Z', 2_209],
  ])('%s is [%s, %s), %d hours', (quarter, start, end, hours) => {
    expect(quarterInterval(quarter, program, zoneCalendar)).toEqual({ start, end });
    expect(plusMinutes(instant(start), 60 * hours)).toBe(end);
  });

  it('the last millisecond of a quarter is its own', () => {
    const at = (text: string) => quarterOf(zoneCalendar.dateAt(instant(text), program.zone), program);
    expect(at('2026-04-01T06:59:59.999Z')).toBe('2026-Q1');
    expect(at('2026-04-01T07:00:00.000Z')).toBe('2026-Q2');
  });

  it('an offer of the LA date 2026-10-15 lapses at 2026-11-15T08:00Z, and not a millisecond before', () => {
    const year = new Year();
    year.do(fund());
    year.do(
      open({
        quarter: '2026-Q4',
        opensAt: '2026-10-01T00:00:00-07:00',
        closesAt: '2026-10-10T00:00:00-07:00',
        at: day('2026-10-01'),
        goals,
      }),
    );
    const dates = { startsOn: '2027-01-01', endsOn: '2027-01-02' };
    year.do(submit('a', 'p', 400_000, { quarter: '2026-Q4', at: day('2026-10-02'), ...dates }));
    // 15 October 23:59 in Los Angeles.
    const at = '2026-10-16T06:59:00.000Z';
    year
      .reviewed(
        'p',
        [
          [5, 5],
          [5, 5],
        ],
        at,
      )
      .decide('2026-Q4', at);
    expect(year.state.awards.get(awardId('p'))!.standing.lapsesAt).toBe('2026-11-15T08:00:00.000Z');
    const lapse = (moment: string) => year.try(onAward('LapseAward', 'p', { at: moment })).answer;
    expect(lapse('2026-11-15T07:59:59.999Z')).toMatchObject({ kind: 'not-now', code: 'LAPSE_NOT_DUE' });
    expect(
      year.try(onAward('AcceptAward', 'p', { by: staff('a'), at: '2026-11-15T08:00:00.000Z' })).answer,
    ).toMatchObject({
      event: { data: { because: 'OFFER_LAPSED' } },
    });
    expect(lapse('2026-11-15T08:00:00.000Z')).toMatchObject({ kind: 'accepted' });
  });
});
