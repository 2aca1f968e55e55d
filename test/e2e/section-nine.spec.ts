import { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { instant } from '#kernel/time/instant';
import { partnerNamed, personNamed } from '../support/a-founding';
import { ANetwork } from '../support/a-network';
import { GrantsOverHttp } from '../support/grants-over-http';
import { district } from '../support/network';

jest.setTimeout(60_000);

/** Paused and exited partners, and people whose time is over (domain.md section 9). */
describe('the requests of', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());
  const alpha = `/v1/partners/${partnerNamed('alpha')}`;
  const claimed = async (n: number, more: object = {}) =>
    (await net.as('ana').claim('district-onboarded', district(n), more)).json;
  const verify = (id: string, by = 'pia') =>
    net.as(by).post(`/v1/claims/${id}/verify`, {
      flagsAnswered: [{ flag: 'EVIDENCE_REUSED', reason: 'One agreement.' }].slice(0, reused),
    });
  const approve = (id: string, by = 'pat') => net.as(by).post(`/v1/claims/${id}/approve`, {});
  const payables = async () => {
    await net.settle();
    const { json } = await net.as('fin').get('/v1/payables?sort=decidedAt');
    return json.data.map(({ status, holds }: { status: string; holds: string[] }) => [status, ...holds]);
  };
  // The founding's one file proves every claim: from the second on, that is a flag to answer.
  let reused = 0;
  beforeEach(() => (reused = 0));
  const paid = async (n: number): Promise<void> => {
    const { id } = await claimed(n);
    await verify(id);
    await approve(id);
    reused = 1;
  };
  const log = async (): Promise<number> => net.head();

  describe('a paused partner', () => {
    const pause = () => net.as('pia').post(`${alpha}/pause`, { reason: 'No agreement signed.' });
    const reactivate = () => net.as('pia').post(`${alpha}/reactivate`, { reason: 'It is signed.' });

    it('for new claims are refused, on record; those decided and under way go on, and payables are held', async () => {
      await paid(1);
      const { id } = await claimed(2);
      await pause();
      expect(await payables()).toEqual([['held', 'partner-paused']]);
      const before = await log();
      expect(await claimed(3)).toMatchObject({ status: 422, code: 'PARTNER_PAUSED' });
      expect(await log()).toBe(before + 1);
      expect((await verify(id)).status).toBe(200);
      expect((await approve(id)).json.status).toBe('approved');
      expect(await payables()).toEqual([
        ['held', 'partner-paused'],
        ['held', 'partner-paused'],
      ]);
      await reactivate();
      expect(await payables()).toEqual([['payable'], ['payable']]);
      expect((await claimed(3)).status).toBe('claimed');
    });

    it('about a claim that it made before are heard: an answer, a withdrawal, an appeal', async () => {
      const [asked, denied] = [await claimed(1), await claimed(2)];
      await net.as('pia').post(`/v1/claims/${asked.id}/request-information`, { question: 'Which board?' });
      await net.as('pia').post(`/v1/claims/${denied.id}/deny`, { reason: 'Not in force.' });
      await pause();
      const act = (id: string, path: string, body: object) => net.as('ana').post(`/v1/claims/${id}/${path}`, body);
      expect((await act(asked.id, 'resubmit', { answer: 'The county’s.' })).json.status).toBe('claimed');
      expect((await act(denied.id, 'appeal', { grounds: 'It is.' })).json.status).toBe('appealed');
      expect((await act(asked.id, 'withdraw', {})).json.status).toBe('withdrawn');
    });
  });

  describe('an exited partner', () => {
    it('are heard for what it reached until that day, and refused for what came later; what it is owed is paid', async () => {
      await paid(1);
      await net.as('pia').post(`${alpha}/exit`, { exitedOn: '2026-07-31', reason: 'Closed.' });
      expect((await claimed(2, { outcomeDate: '2026-07-31' })).status).toBe('claimed');
      expect(await claimed(3, { outcomeDate: '2026-08-01' })).toMatchObject({
        ...{ status: 422, code: 'PARTNER_EXITED' },
        wouldPass: { outcomeDate: '2026-07-31' },
      });
      expect(await payables()).toEqual([['payable']]);
      for (const path of ['pause', 'reactivate'])
        expect((await net.as('pia').post(`${alpha}/${path}`, { reason: 'x' })).json.code).toBe('NOT_OPEN');
    });

    it('whose payables were held by a pause are paid when it leaves', async () => {
      await paid(1);
      await net.as('pia').post(`${alpha}/pause`, { reason: 'No agreement signed.' });
      expect(await payables()).toEqual([['held', 'partner-paused']]);
      await net.as('pia').post(`${alpha}/exit`, { exitedOn: '2026-08-04', reason: 'Closed.' });
      expect(await payables()).toEqual([['payable']]);
    });
  });

  describe('somebody whose role is over', () => {
    const affiliation = { partnerId: partnerNamed('beta'), personId: personNamed('aud') };

    it('are those of somebody without it from the day after, for a champion as for staff', async () => {
      const champion = { ...affiliation, role: 'champion', from: '2026-01-01', until: '2026-08-04' };
      await net.ask('AffiliatePerson', new AffiliatePerson(), { ...champion, personId: personNamed('adam') });
      const roles = async () => (await net.as('adam').get('/v1/me')).json.roles as string[];
      expect(await roles()).toContain('champion');
      net.clock.at = instant('2026-08-05T03:59:59.999Z');
      expect(await roles()).toContain('champion');
      net.clock.at = instant('2026-08-05T12:00:00.000Z');
      expect(await roles()).not.toContain('champion');
      expect((await net.as('adam').claim('district-onboarded', district(1))).json.code).toBe('FORBIDDEN');
    });

    it('are refused at once by a role that has ended, while its claims stay where they are', async () => {
      const { id } = await claimed(1);
      const end = { partnerId: partnerNamed('alpha'), personId: personNamed('ana'), role: 'partner-staff' };
      await net.ask('EndAffiliation', new EndAffiliation(), { ...end, until: '2026-08-03' });
      expect((await net.as('ana').claim('district-onboarded', district(2))).status).toBe(403);
      expect((await net.as('ana').post(`/v1/claims/${id}/withdraw`, {})).status).toBe(403);
      await net.settle();
      expect((await net.as('fin').get(`/v1/claims/${id}`)).json.status).toBe('claimed');
    });
  });
});

describe('the open offers of a partner that leaves', () => {
  const [Q3, LAST_MOMENT] = ['2026-Q3', '2026-10-06T03:59:59.000Z'];
  /** Midnight in New York, where the partner is, and the minute of grace. */
  const OVER = '2026-10-06T04:01:00.000Z';
  let year: GrantsOverHttp;
  beforeEach(async () => {
    year = await GrantsOverHttp.open(['a', 'b']);
    year.at('2026-07-01T12:00:00.000Z');
    await year.do('fin', '/v1/pools', { year: 2026 });
    await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
    const proposals = [await year.submit('a', 400_000, Q3), await year.submit('b', 300_000, Q3)];
    year.at('2026-09-20T12:00:00.000Z');
    for (const id of proposals) await year.reviewed(id);
    await year.decide(Q3);
  });
  afterEach(() => year.close());
  const tell = (act: string, body: object) => year.do('pia', `/v1/partners/${partnerNamed('a')}/${act}`, body);
  const exit = (exitedOn: string) => tell('exit', { exitedOn, reason: 'Closed.' });
  const at = async (moment: string): Promise<void> => {
    year.at(moment);
    await year.served.network.deadlines.settle();
    await year.settle();
  };
  const standing = async (): Promise<readonly string[]> => {
    const { json } = await year.get('fin', '/v1/awards?sort=offeredCents');
    return json.data.map(({ status }: { status: string }) => status);
  };

  it('lapse at the end of its last day where it is, not before, and once; another’s stand', async () => {
    await exit('2026-10-05');
    await at(LAST_MOMENT);
    expect(await standing()).toEqual(['offered', 'offered']);
    expect((await year.pool()).slice(0, 2)).toEqual([24_300_000, 700_000]);
    await at(OVER);
    expect(await standing()).toEqual(['offered', 'lapsed']);
    expect((await year.pool()).slice(0, 2)).toEqual([24_700_000, 300_000]);
    const [head, { deadlines }] = [await year.served.head(), year.served.network];
    await at('2026-10-07T12:00:00.000Z');
    expect([await year.served.head(), deadlines.statuses['partner-exit']]).toEqual([head, { state: 'watching' }]);
  });

  it('lapse at once when the exit is entered late', async () => {
    await exit('2026-09-10');
    await at('2026-09-20T12:00:01.000Z');
    expect(await standing()).toEqual(['offered', 'lapsed']);
  });

  it('stand as they stood when it takes the exit back in time', async () => {
    await exit('2026-10-05');
    await at(LAST_MOMENT);
    await tell('reactivate', { reason: 'It stays.' });
    // Twice: what is due and not possible is red at the second look.
    for (const look of [OVER, OVER]) await at(look);
    expect(await standing()).toEqual(['offered', 'offered']);
    expect(year.served.network.deadlines.statuses['partner-exit']).toEqual({ state: 'watching' });
  });
});
