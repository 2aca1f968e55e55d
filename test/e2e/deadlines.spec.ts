import { instant } from '#kernel/time/instant';
import { ANetwork } from '../support/a-network';
import { district } from '../support/network';
import { Served } from '../support/served';
import { expectSoundLog } from '../support/sound-history';

jest.setTimeout(60_000);

/** Asked on 4 August: local midnight after day 30. */
const JUST_BEFORE = '2026-09-04T06:59:59.000Z';
const JUST_AFTER = '2026-09-04T07:00:01.000Z';
const THREE_MONTHS_LATER = '2026-11-04T12:00:00.000Z';

describe('a question that nobody answers', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open({ engine: 'sqlite' });
  });
  afterEach(() => net.close());

  const at = async (moment: string): Promise<void> => {
    net.clock.at = instant(moment);
    await net.network.deadlines.settle();
    await net.settle();
  };
  const asked = async (n: number): Promise<string> => {
    const { json } = await net.as('ana').claim('district-onboarded', district(n));
    await net.as('pia').post(`/v1/claims/${json.id}/request-information`, { question: 'Which board?' });
    return json.id as string;
  };
  const answer = (id: string) => net.as('ana').post(`/v1/claims/${id}/resubmit`, { answer: 'The county’s.' });
  const seen = async (id: string) => (await net.as('ana').get(`/v1/claims/${id}`)).json;
  const count = async (type: string): Promise<number> =>
    (await net.as('aud').get(`/v1/audit/events?type=${type}&limit=100`)).json.data.length as number;

  it('is denied by the system after 30 days, its headroom free again, and the partner may appeal', async () => {
    const id = await asked(1);
    await at(JUST_AFTER);
    expect((await seen(id)).status).toBe('information-requested');
    await at('2026-09-04T07:01:00.000Z');
    expect(await seen(id)).toMatchObject({
      status: 'denied',
      reservedCents: 0,
      decidedBy: [],
      appealableUntil: '2026-10-05T07:00:00.000Z',
      history: [
        {},
        {},
        { type: 'ClaimDenied', role: 'service', reason: expect.stringContaining('2026-09-04') as string },
      ],
    });
    const appeal = await net.as('ana').post(`/v1/claims/${id}/appeal`, { grounds: 'The letter was lost.' });
    expect([appeal.status, appeal.json.reservedCents]).toEqual([200, 500_000]);
  });

  it('is answered a second before, and not a second after', async () => {
    const [early, late] = [await asked(1), await asked(2)];
    net.clock.at = instant(JUST_BEFORE);
    expect((await answer(early)).json.status).toBe('claimed');
    net.clock.at = instant(JUST_AFTER);
    expect((await answer(late)).json).toMatchObject({ status: 409, code: 'ANSWER_OVERDUE' });
    await at(THREE_MONTHS_LATER);
    expect([(await seen(early)).status, (await seen(late)).status]).toEqual(['claimed', 'denied']);
  });

  it('is denied once when the clock jumps three months, back, and ahead again', async () => {
    const ids = [await asked(1), await asked(2), await asked(3)];
    for (const moment of [THREE_MONTHS_LATER, '2026-08-05T12:00:00.000Z', THREE_MONTHS_LATER]) await at(moment);
    for (const id of ids) expect((await seen(id)).status).toBe('denied');
    expect(await count('ClaimDenied')).toBe(3);
    // The window opens when the denial is made: three months of silence do not use it up.
    expect((await seen(ids[0] ?? '')).appealableUntil).toBe('2026-12-05T08:00:00.000Z');
  });

  it('is final when no appeal comes, and the outcome free for another claim', async () => {
    const id = await asked(1);
    await at(THREE_MONTHS_LATER);
    await at('2027-01-10T12:00:00.000Z');
    expect(await seen(id)).toMatchObject({ status: 'denied', appealableUntil: null });
    expect(await count('AppealWindowClosed')).toBe(1);
    const again = await net.as('ana').claim('district-onboarded', district(1), { outcomeDate: '2026-12-20' });
    expect(again.status).toBe(201);
  });
});

describe('a deadline whose process ends in the middle', () => {
  let served: Served;
  beforeEach(async () => {
    served = await Served.found();
    const [ana, pia] = [await served.as('ana'), await served.as('pia')];
    for (const n of [1, 2, 3]) {
      const { json } = await ana.claim('district-onboarded', district(n));
      await pia.post(`/v1/claims/${json.id}/request-information`, { question: 'Which board?' });
    }
  });
  afterEach(() => served.close());
  const denied = async (): Promise<number> => {
    const aud = await served.as('aud');
    return (await aud.get('/v1/audit/events?type=ClaimDenied&limit=100')).json.data.length as number;
  };

  it.each(['lost', 'ack-lost'] as const)('is met once after the restart, when the last append was %s', async (kind) => {
    served.clock.at = instant(THREE_MONTHS_LATER);
    served.store.plan = () => ({ kind });
    await served.network.deadlines.settle();
    served = await served.reopen();
    await served.network.deadlines.settle();
    expect(await denied()).toBe(3);
    await expectSoundLog(served.store);
  });

  it('is neither lost nor doubled by restarts', async () => {
    served.clock.at = instant(THREE_MONTHS_LATER);
    for (let restarts = 0; restarts < 3; restarts += 1) {
      served = await served.reopen();
      await served.network.deadlines.settle();
    }
    expect(await denied()).toBe(3);
  });
});
