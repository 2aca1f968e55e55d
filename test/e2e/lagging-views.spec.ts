import { claimJourney } from '../support/claim-journey';
import type { Caller, Heard } from '../support/caller';
import { sequenceOf } from '../support/caller';
import { lag } from '../support/lagging-networks';
import { district } from '../support/network';
import { Served } from '../support/served';
import { expectSoundLog, expectTrueViews } from '../support/sound-history';

jest.setTimeout(60_000);

/** Views may be behind at any moment; whoever names what they have seen is never shown less (G10). */
describe('views that lag', () => {
  let served: Served;
  afterEach(() => served.close());

  it.each(['one', 'two', 'three'])(
    'show every step to whoever asks for it, with the pauses of seed %s',
    async (seed) => {
      served = await Served.found({ delay: lag(seed) });
      for (const n of [1, 2, 3]) await claimJourney(served, n);
      await expectTrueViews(served.network);
      await expectSoundLog(served.store);
    },
  );

  describe('for as long as one likes', () => {
    let held: Promise<void> = Promise.resolve();
    let release: () => void = () => undefined;
    const hold = (): void => {
      held = new Promise((resolve) => {
        release = resolve;
      });
    };
    let [ana, fin] = [] as unknown as [Caller, Caller];
    beforeEach(async () => {
      served = await Served.found({ delay: () => held });
      [ana, fin] = [await served.as('ana'), await served.as('fin')];
    });
    afterEach(() => release());
    const used = async (query: string): Promise<Heard> => fin.get(`/v1/cap-usage?partner=alpha${query}`);

    it('keep no POST waiting for more than its half second', async () => {
      hold();
      // Nothing would end the wait but the bound itself.
      const claimed = await ana.claim('district-onboarded', district(1));
      expect(claimed.status).toBe(201);
    });

    it('answer 503 rather than older, or older and say so, and the truth once they have it', async () => {
      const before = await ana.claim('district-onboarded', district(1));
      expect((await used(`&minSequence=${sequenceOf(before)}`)).json.data).toMatchObject([{ reservedCents: 500_000 }]);
      hold();
      const claimed = await ana.claim('district-onboarded', district(2));
      const least = `&minSequence=${sequenceOf(claimed)}`;
      const behind = await used(least);
      expect([behind.status, behind.json.code, behind.headers.get('retry-after')]).toEqual([503, 'BEHIND', '1']);
      const older = await used('');
      expect([older.json.data[0].reservedCents, older.json.sequence]).toEqual([500_000, sequenceOf(before)]);
      const asked = used(least);
      release();
      const { json } = await asked;
      expect(json.data).toMatchObject([{ reservedCents: 1_000_000 }]);
      expect(json.sequence).toBeGreaterThanOrEqual(sequenceOf(claimed));
    });
  });
});
