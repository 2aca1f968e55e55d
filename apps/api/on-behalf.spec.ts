import { personNamed } from '../../test/support/a-founding';
import { ANetwork } from '../../test/support/a-network';

const [ana, bob, pia, pat] = ['ana', 'bob', 'pia', 'pat'].map(personNamed);

describe('a command on behalf of another', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());

  const claim = { outcomeType: 'district-onboarded', subjectId: 'lea:0100390', outcomeDate: '2026-08-01' };
  const body = async () => {
    const { json } = await net.as('ana').get('/v1/me');
    const { json: files } = await net.as('aud').get('/v1/audit/events?type=EvidenceReceived&limit=1');
    const evidence = [{ kind: 'district-agreement', sha256: files.data[0].data.sha256 }];
    return { partnerId: json.partnerId, ...claim, evidence };
  };
  const entered = async (by: string, onBehalfOf: string, more: Record<string, string> = {}) =>
    net.as(by).post('/v1/claims', await body(), { 'on-behalf-of': onBehalfOf, ...more });

  it('names both in the event, and holds a duty of each', async () => {
    const { status, json } = await entered('pia', ana!);
    expect(status).toBe(201);
    const { json: events } = await net.as('aud').get('/v1/audit/events?type=IncentiveClaimed');
    expect(events.data[0]).toMatchObject({
      data: { submittedBy: [pia, ana] },
      metadata: { actor: pia, principal: ana, role: 'partner-staff' },
    });
    const own = await net.as('pia').post(`/v1/claims/${json.id}/verify`, {});
    expect([own.status, own.json.code, own.json.figures.person]).toEqual([403, 'SOD', pia]);
    expect((await net.as('pat').post(`/v1/claims/${json.id}/verify`, {})).status).toBe(200);
  });

  it('is one command: its key is not good for the same without the other, nor for somebody else', async () => {
    const key = { 'idempotency-key': '5b0f9d3e-3d8a-4f0b-9d3e-2b9b8f4f6a11' };
    const [first, again] = [await entered('pia', ana!, key), await entered('pia', ana!, key)];
    expect([first.status, again.json, again.headers['idempotent-replayed']]).toEqual([201, first.json, 'true']);
    const other = await entered('pia', bob!, key);
    expect([other.status, other.json.code]).toEqual([422, 'KEY_REUSED']);
  });

  it('is refused alike for whoever works elsewhere, may not do it or is nobody, and where nothing is done for others', async () => {
    const told = async (by: string, whom: string) => {
      const { status, json } = await entered(by, whom);
      return [status, json.code, json.figures?.needs];
    };
    const no = [403, 'FORBIDDEN', 'program-staff or partner-staff'];
    expect(await told('bob', ana!)).toEqual(no);
    expect(await told('bob', personNamed('nobody'))).toEqual(no);
    expect(await told('fin', ana!)).toEqual(no);
    expect(await told('pia', pat!)).toEqual(no);
    const { json } = await entered('pia', ana!);
    const approval = await net.as('adam').post(`/v1/claims/${json.id}/approve`, {}, { 'on-behalf-of': pat! });
    expect([approval.status, approval.json.code]).toEqual([403, 'FORBIDDEN']);
    const misspelt = await entered('pia', 'ana');
    expect([misspelt.status, misspelt.json.code]).toEqual([400, 'ON_BEHALF_FORMAT']);
  });

  it('is an ordinary one for oneself', async () => {
    expect((await entered('ana', ana!)).status).toBe(201);
    const { json: events } = await net.as('aud').get('/v1/audit/events?type=IncentiveClaimed');
    expect(events.data[0].data.submittedBy).toEqual([ana]);
  });
});
