import { plainDate } from '#kernel/time/plain-date';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { AppendResult, EventStore } from '#platform/event-store/port/event-store';
import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { eventsIn, tellStory } from '../../../test/support/demo-story';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import type { Story } from './fill';
import { found } from './found';
import { seed } from './seed';
import { readSeedMark } from './seed-mark';
import { DEMO_PARTNERS } from './sources/partners';
import { tallyOf } from './tally';

jest.setTimeout(120_000);

const NOW = plainDate('2026-11-25');

/** Stops taking appends after so many, as a disk that fills up or a process that is killed between two of them. */
class CutShort extends MemoryEventStore {
  appends = 0;
  limit = Number.POSITIVE_INFINITY;

  override append(...what: Parameters<EventStore['append']>): Promise<AppendResult> {
    this.appends += 1;
    return this.appends > this.limit ? Promise.resolve({ kind: 'full', why: 'cut short' }) : super.append(...what);
  }

  // The log outlives the network that is opened on it.
  override async close(): Promise<void> {}
}

describe('a history that is cut short', () => {
  const cast = ['codeva', 'explora', 'the-div', 'allegheny-iu', 'delaware-county-iu', 'tcnj', 'friday-institute'];
  const partners = DEMO_PARTNERS.filter(({ slug }) => cast.includes(slug));
  const story: Story = { demo: 'full', now: NOW, partners };
  const whole = new CutShort();
  beforeAll(() => tellStory(whole, story));

  // Approvals and the payables that follow from them are appends of their own: a run of neighbours hits both.
  it.each([0, 1, 7, 60, 150, 151, 152, 153, -2, -1])('after %s appends goes on to the same log', async (cut) => {
    const store = new CutShort();
    store.limit = cut < 0 ? whole.appends + cut : cut;
    await expect(tellStory(store, story)).rejects.toThrow('was not recorded');
    const begun = await eventsIn(store);
    expect((await eventsIn(whole)).slice(0, begun.length)).toEqual(begun);
    expect(begun.length > 0).toBe(cut !== 0);
    store.limit = Number.POSITIVE_INFINITY;
    await tellStory(store, story);
    expect(await tallyOf(store)).toEqual(await tallyOf(whole));
  });

  it('gains nothing from being told twice', async () => {
    const { appends } = whole;
    await tellStory(whole, story);
    expect(whole.appends).toBe(appends);
  });
});

describe('seed', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  it('fills an empty folder, and leaves a filled one alone', async () => {
    const first = await seed({ directory: folder.path }, { demo: 'network', now: NOW });
    expect(first).toMatchObject({ what: 'seeded', tally: { partners: 53, people: 172, claims: {}, payables: 0 } });
    const again = await seed({ directory: folder.path }, { demo: 'full', now: NOW });
    expect(again).toEqual({ what: 'untouched', mark: { demo: 'network', now: NOW, isFinished: true } });
  });

  it('brings an earlier run to its end, whatever is asked for now', async () => {
    const stop = (done: number): void => {
      if (done > 200) throw new Error('pulled the plug');
    };
    const asked = { demo: 'network', now: NOW } as const;
    await expect(seed({ directory: folder.path }, { ...asked, onStep: stop })).rejects.toThrow('pulled the plug');
    expect(readSeedMark(folder.path)).toEqual({ ...asked, isFinished: false });
    const resumed = await seed({ directory: folder.path }, { demo: 'none', now: plainDate('2027-01-01') });
    const other = temporaryFolder();
    const straight = await seed({ directory: other.path }, asked);
    other.remove();
    expect(resumed).toEqual({ ...straight, what: 'resumed' });
  });

  it('founds a network that has nothing else, once', async () => {
    const first = await seed({ directory: folder.path }, { demo: 'none', now: NOW });
    expect(first).toMatchObject({ what: 'seeded', tally: { partners: 0, people: 2, events: 6 } });
    expect(await seed({ directory: folder.path }, { demo: 'none', now: NOW })).toMatchObject({ what: 'untouched' });
    const network = await openEmbedded({ directory: folder.path });
    const before = await network.store.head();
    await found(network);
    expect(await network.store.head()).toEqual(before);
    await network.close();
  });
});
