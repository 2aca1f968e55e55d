import { RegisterPerson } from '#contexts/access/commands/register-person';
import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { START } from '#platform/event-store/port/event-store';
import { registry } from '#platform/profiles/registry';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import { Random } from '../../apps/cli/demo/simulation/random';
import { Model } from '../properties/incentives-model';
import { affiliate, onboardPartner } from '../support/a-founding';
import type { Caller, Heard } from '../support/caller';
import { sequenceOf } from '../support/caller';
import { district } from '../support/network';
import { Served } from '../support/served';

jest.setTimeout(120_000);

const TODAY = '2026-08-04';
const SEEDS = ['one', 'two', 'three', 'four', 'five'];

/** However many claims race for one cap, and in whatever order they come in, what is given is the same to the cent (G5). */
describe.each(['truncate', 'refuse'] as const)('claims that race for one cap, when short: %s', (whenShort) => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.found();
    const policy = { effectiveFrom: TODAY, content: { ...defaultIncentivesPolicy, whenShort } };
    await served.ask('PublishIncentivesPolicy', new PublishIncentivesPolicy(), policy);
  });
  afterAll(() => served.close());

  /** Two people of a new partner: every race has a whole cap before it. */
  async function racers(slug: string): Promise<readonly Caller[]> {
    await onboardPartner(served.ask, slug, slug, `${slug}-1`);
    await served.ask('RegisterPerson', new RegisterPerson(), { handle: `${slug}-2` }, `register ${slug}-2`);
    await affiliate(served.ask, slug, `${slug}-2`);
    return Promise.all([served.as(`${slug}-1`, slug), served.as(`${slug}-2`, slug)]);
  }

  /** Sends a claim for each subject at once: in an order, by a person and after a number of turns that the name draws. */
  async function race(slug: string, outcomeType: string, subjects: readonly string[]): Promise<Heard[]> {
    const [random, people] = [new Random(slug), await racers(slug)];
    const before = await served.head();
    const drawn = subjects.map((subject) => ({ subject, at: random.next(), by: random.pick(people) }));
    const sent = drawn
      .sort((a, b) => a.at - b.at)
      .map(async ({ subject, by }) => {
        for (let turns = random.int(0, 20); turns > 0; turns -= 1) await new Promise(setImmediate);
        return by.claim(outcomeType, subject, { outcomeDate: TODAY });
      });
    const replies = (await Promise.all(sent)).sort((a, b) => sequenceOf(a) - sequenceOf(b));
    // One event a claim, one behind the other: the refused are on record as well.
    expect(replies.map(sequenceOf)).toEqual(subjects.map((_, n) => before + 1 + n));
    expect(await served.head()).toBe(before + subjects.length);
    return replies;
  }

  /** What each claim in turn got, and what the partner's cap says of it all. */
  async function expectGiven(slug: string, replies: readonly Heard[], given: readonly number[]): Promise<void> {
    const none = Array<string>(replies.length - given.length).fill('422 CAP_EXCEEDED');
    expect(replies.map(({ status, json }) => (status === 201 ? json.reservedCents : `${status} ${json.code}`))).toEqual(
      [...given, ...none],
    );
    const sum = given.reduce((total, cents) => total + cents, 0);
    const cap = await (await served.as('fin')).get(`/v1/cap-usage?partner=${slug}&minSequence=${await served.head()}`);
    const left = { reservedCents: sum, headroomCents: 2_500_000 - sum, overCents: 0, claims: given.length };
    expect(cap.json.data).toMatchObject([left]);
  }

  it.each(SEEDS)('E2: 20 plans, in the order of seed %s', async (seed) => {
    const slug = `plans-${seed}`;
    const subjects = Array.from({ length: 20 }, (_, n) => district(SEEDS.indexOf(seed) * 100 + n + 1));
    const replies = await race(slug, 'strategic-plan-completed', subjects);
    const rest = whenShort === 'truncate' ? [100_000] : [];
    await expectGiven(slug, replies, [...Array<number>(8).fill(300_000), ...rest]);
    const truncated = replies.filter(({ json }) => json.truncated === true).map(({ json }) => json.reservedCents);
    expect(truncated).toEqual(rest);
  });

  it.each(SEEDS)('100 cohorts of which 10 fit, in the order of seed %s', async (seed) => {
    const slug = `cohorts-${seed}`;
    const subjects = Array.from({ length: 100 }, (_, n) => `cohort:${seed}-${n}`);
    await expectGiven(slug, await race(slug, 'coach-cohort-managed', subjects), Array<number>(10).fill(250_000));
  });

  it('in one stream, with no partner’s year over its cap at any event of it', async () => {
    const model = new Model();
    model.caps.push({ from: '', capCents: defaultIncentivesPolicy.annualCapCents });
    const streams = new Set<string>();
    for await (const { event } of served.store.readAll(START)) {
      if (['IncentiveClaimed', 'ClaimRefused'].includes(event.type)) streams.add(event.stream);
      model.see(decodeEvent(event, registry.catalogue));
    }
    expect([...streams]).toEqual(['incentives-1']);
    expect(model.used.size).toBe(2 * SEEDS.length);
  });
});
