import type { PersonId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { digestOf } from '#kernel/codec/digest';
import { Requested } from '#kernel/requested/requested';
import { instant } from '#kernel/time/instant';
import { registry } from '#platform/profiles/registry';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { personNamed } from '../support/a-founding';
import type { Heard } from '../support/caller';
import { content } from '../support/grants';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(120_000);

/** Whatever races on the ledger of grants, one of each wins, nothing is lost, and the year's figures add up. */
const Q3 = '2026-Q3';
const CLOSES = '2026-09-16T07:00:00.000Z';
const AFTER = '2026-09-20T12:00:00.000Z';
let year: GrantsOverHttp;
beforeEach(async () => {
  year = await GrantsOverHttp.open(['a', 'b']);
  year.at('2026-07-01T12:00:00.000Z');
  await year.do('fin', '/v1/pools', { year: 2026, fundedCents: 900_000, release: 'annual' });
  await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
});
afterEach(() => year.close());

/** Two proposals are reviewed, and the round is shut. */
async function reviewed(): Promise<readonly [string, string]> {
  const ids = [await year.submit('a', 400_000, Q3), await year.submit('b', 500_000, Q3)] as const;
  year.at(AFTER);
  for (const id of ids) await year.reviewed(id);
  return ids;
}

/** How often each type stands in the log. */
async function counted(...types: readonly string[]): Promise<readonly number[]> {
  const counts = new Map<string, number>();
  for await (const { type } of year.served.store.readStream('grants-1', 0))
    counts.set(type, (counts.get(type) ?? 0) + 1);
  return types.map((type) => counts.get(type) ?? 0);
}

async function expectIdentity(): Promise<void> {
  const { json } = await year.get('fin', '/v1/pools/2026');
  const parts = [...(await year.pool()), json.lapsedCents] as number[];
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(json.fundedCents);
}

const told = ({ status, json }: Heard): string => `${status} ${status < 400 ? json.status : json.code}`;

describe('over HTTP', () => {
  it('two allocations: the round is decided once', async () => {
    await reviewed();
    const { slateHash } = await year.slate(Q3);
    const asked = await Promise.all(
      ['pia', 'pat'].map((handle) => year.do(handle, `/v1/rounds/${Q3}/allocate`, { slateHash })),
    );
    const [pol, pia] = [await year.as('pol'), await year.as('pia')];
    const answers = await Promise.all([
      pol.post(`/v1/approvals/${asked[0]!.json.id}/confirm`, {}),
      pia.post(`/v1/approvals/${asked[1]!.json.id}/confirm`, {}),
    ]);
    await year.settle();
    // Whoever comes second hears it, or is confirmed before the first decision was made; the decider then says no.
    expect(['200 confirmed 200 confirmed', '200 confirmed 409 ROUND_ALLOCATED']).toContain(
      answers.map(told).toSorted().join(' '),
    );
    expect(await counted('RoundAllocated', 'GrantActRefused')).toEqual([1, 0]);
    expect(year.served.network.reactions.statuses['on-approval-confirmed']).toMatchObject({ state: 'running' });
    await expectIdentity();
  });

  it.each([1, 2, 3, 4, 5, 6])('a revision and the close, try %d: each is told what the log says', async (n) => {
    const id = await year.submit('a', 400_000, Q3);
    const [staff, pia] = [await year.staff('a'), await year.as('pia')];
    const revise = (): Promise<Heard> =>
      staff.post(`/v1/proposals/${id}/revise`, { ...content(300_000), startsOn: '2026-12-01', endsOn: '2026-12-01' });
    const close = (): Promise<Heard> => pia.post(`/v1/rounds/${Q3}/close`, {});
    const [first, second] = await Promise.all(n % 2 === 0 ? [revise(), close()] : [close(), revise()]);
    const [revision, closing] = n % 2 === 0 ? [first, second] : [second, first];
    expect(closing.status).toBe(200);
    const { json } = await year.get('a-staff', `/v1/proposals/${id}`);
    if (revision.status === 200) expect([json.edition, json.requestedCents]).toEqual([2, 300_000]);
    else expect([revision.json.because, json.edition, json.requestedCents]).toEqual(['ROUND_CLOSED', 1, 400_000]);
    const [revised, refused, closed] = await counted('ProposalRevised', 'GrantActRefused', 'RoundClosed');
    expect([revised! + refused!, closed]).toEqual([1, 1]);
  });

  it.each([1, 2, 3, 4])('an acceptance in the last moment and the lapse, try %d: one of them wins', async (n) => {
    const [id] = await reviewed();
    await year.decide(Q3);
    const award = await year.awardOf(id);
    const [staff, pia] = [await year.staff('a'), await year.as('pia')];
    year.at('2026-10-21T06:59:59.999Z');
    const accept = staff.post(`/v1/awards/${award}/accept`, {});
    for (let turns = n; turns > 0; turns -= 1) await new Promise(setImmediate);
    year.at('2026-10-21T07:00:00.000Z');
    const [acceptance, lapse] = await Promise.all([accept, pia.post(`/v1/awards/${award}/lapse`, {})]);
    await year.settle();
    // In time and first; in time and second; or still on its way when the moment passed.
    const ends = ['200 accepted, 409 NOT_OPEN', '409 NOT_OPEN, 200 lapsed', '422 OFFER_LAPSED, 200 lapsed'];
    expect(ends).toContain(`${told(acceptance)}, ${told(lapse)}`);
    expect((await counted('AwardAccepted', 'AwardLapsed')).toSorted()).toEqual([0, 1]);
    await expectIdentity();
  });

  it.each(['accept', 'lapse'])('in the moment of the lapse itself nobody accepts any more, %s first', async (first) => {
    const [id] = await reviewed();
    await year.decide(Q3);
    const award = await year.awardOf(id);
    const [staff, pia] = [await year.staff('a'), await year.as('pia')];
    year.at('2026-10-21T07:00:00.000Z');
    const asks = {
      accept: () => staff.post(`/v1/awards/${award}/accept`, {}),
      lapse: () => pia.post(`/v1/awards/${award}/lapse`, {}),
    };
    const own = first === 'accept' ? asks.accept() : asks.lapse();
    const other = first === 'accept' ? asks.lapse() : asks.accept();
    const ends = (await Promise.all([own, other])).map(told).sort();
    expect(['422 OFFER_LAPSED', '409 NOT_OPEN']).toContain(ends.find((end) => !end.startsWith('200')));
    expect(ends).toContain('200 lapsed');
    await expectIdentity();
  });
});

describe.each(['one mailbox', 'two mailboxes on one log'])('in %s', (how) => {
  let runtimes: readonly [CommandRuntime, CommandRuntime];
  beforeEach(() => {
    const { commands, store, catalogue, folds, clock } = year.served.network;
    const facts = new FactsBoard(store, catalogue, folds);
    const patience = (): (() => boolean) => () => false;
    const rival = new CommandRuntime(registry.deciders, { store, catalogue, facts, clock, patience });
    runtimes = how === 'one mailbox' ? [commands, commands] : [commands, rival];
  });

  class Any extends Requested {}
  interface By {
    readonly actor: PersonId;
    readonly principal?: PersonId;
    readonly role?: string;
    readonly at?: string;
  }
  let asked = 0;
  function ask(
    runtime: CommandRuntime,
    name: string,
    payload: object,
    { actor, principal = actor, role = 'program-staff', at }: By,
  ): Promise<Outcome> {
    asked += 1;
    return runtime.handle(
      name,
      Requested.in(Object.assign(new Any(), payload), {
        ...{ at: at === undefined ? year.served.clock.at : instant(at), actor, principal, role, dryRun: false },
        ...{ commandId: uuidOf(`${how} ${asked}`), correlationId: name, bodyHash: digestOf(payload) },
        authentication: { issuer: 'urn:rpn:spec', method: 'simulation' },
      }),
    );
  }
  const [pia, pat, pol] = [personNamed('pia'), personNamed('pat'), personNamed('pol')];
  const what = (outcome: Outcome): string =>
    outcome.kind === 'not-now'
      ? outcome.code
      : outcome.kind === 'recorded'
        ? outcome.refused
          ? 'refused'
          : 'done'
        : outcome.kind;

  it('of two allocations one decides', async () => {
    await reviewed();
    const { slateHash } = await year.slate(Q3);
    const payload = { quarter: Q3, slateHash };
    const outcomes = await Promise.all([
      ask(runtimes[0], 'AllocateRound', payload, { actor: pat, principal: pia }),
      ask(runtimes[1], 'AllocateRound', payload, { actor: pol, principal: pia }),
    ]);
    expect(outcomes.map(what).toSorted()).toEqual(['ROUND_ALLOCATED', 'done']);
    expect(await counted('RoundAllocated')).toEqual([1]);
    await expectIdentity();
  });

  it.each([0, 1])('an acceptance in time and the lapse after it: whoever comes first, order %d', async (order) => {
    const [id] = await reviewed();
    await year.decide(Q3);
    const awardId = await year.awardOf(id);
    const accept = (): Promise<Outcome> =>
      ask(
        runtimes[0],
        'AcceptAward',
        { awardId },
        { actor: personNamed('a-staff'), role: 'partner-staff', at: '2026-10-21T06:59:59.999Z' },
      );
    const lapse = (): Promise<Outcome> =>
      ask(runtimes[1], 'LapseAward', { awardId }, { actor: pia, at: '2026-10-21T07:00:00.000Z' });
    const outcomes = await Promise.all(order === 0 ? [accept(), lapse()] : [lapse(), accept()]);
    expect(outcomes.map(what).toSorted()).toEqual(['NOT_OPEN', 'done']);
    expect((await counted('AwardAccepted', 'AwardLapsed')).toSorted()).toEqual([0, 1]);
    await year.settle();
    await expectIdentity();
  });

  it.each([0, 1])('a revision and the close, order %d', async (order) => {
    const proposalId = await year.submit('a', 400_000, Q3);
    const at = instant(CLOSES);
    const revision = { proposalId, ...content(300_000), startsOn: '2026-12-01', endsOn: '2026-12-01' };
    const revise = (): Promise<Outcome> =>
      ask(runtimes[0], 'ReviseProposal', revision, { actor: personNamed('a-staff'), role: 'partner-staff', at });
    const close = (): Promise<Outcome> => ask(runtimes[1], 'CloseRound', { quarter: Q3 }, { actor: pia, at });
    const outcomes = await Promise.all(order === 0 ? [revise(), close()] : [close(), revise()]);
    const [revised, closed] = order === 0 ? outcomes : outcomes.toReversed();
    expect(what(closed!)).toBe('done');
    expect(await counted('ProposalRevised', 'GrantActRefused')).toEqual(what(revised!) === 'done' ? [1, 0] : [0, 1]);
  });
});
