import { START } from '#platform/event-store/port/event-store';
import { claimJourney } from '../support/claim-journey';
import { Served } from '../support/served';
import { expectSoundLog, expectTrueViews } from '../support/sound-history';
import { collect } from '../support/stored-events';

jest.setTimeout(60_000);

/** The thin path through every layer, over a real port, on SQLite. */
describe('a claim travels from its evidence to a payable', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.found();
  });
  afterAll(() => served.close());

  it('seen at every step, by one person each, to the cent', async () => {
    const first = await claimJourney(served, 1);
    const second = await claimJourney(served, 2);
    expect(second.claimId).not.toBe(first.claimId);
  });

  it('and leaves a log that verifies, decisions that replay and views that a rebuild gives again', async () => {
    await expectTrueViews(served.network);
    await expectSoundLog(served.store);
  });

  it('from which one more start makes nothing new: no payable is double', async () => {
    const [events, fin] = [await served.head(), await served.as('fin')];
    const before = await fin.get(`/v1/payables?minSequence=${events}`);
    served = await served.reopen();
    await served.network.reactions.settle();
    const after = await (await served.as('fin')).get(`/v1/payables?minSequence=${events}`);
    expect(after.json).toEqual(before.json);
    expect(before.json).toMatchObject({ count: 2, totals: { amountCents: 900_000 } });
    expect(await collect(served.store.readAll(START))).toHaveLength(events + 1);
  });
});
