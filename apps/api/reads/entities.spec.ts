import { partnerNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { district } from '../../../test/support/network';

describe('a thing at its own address', () => {
  let net: ANetwork;
  let id: string;
  let claimed: number;
  beforeAll(async () => {
    net = await ANetwork.open();
    const made = await net.as('ana').claim('district-onboarded', district(1), { note: '=1+1' });
    id = made.json.id as string;
    claimed = await net.settle();
    await net.as('pia').post(`/v1/claims/${id}/verify`, { reason: 'Seen.' });
    await net.as('pia').post(`/v1/claims/${id}/approve`, {});
    await net.as('pat').post(`/v1/claims/${id}/approve`, {});
    await net.settle();
  });
  afterAll(() => net.close());

  it('is a claim with its history, partner and revision', async () => {
    const { status, json, headers } = await net.as('ana').get(`/v1/claims/${id}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id,
      status: 'approved',
      note: '=1+1',
      partner: { slug: 'alpha' },
      waitsOn: null,
      refusals: 1,
    });
    expect(json.history.map(({ type, role, reason }: Record<string, string>) => [type, role, reason])).toEqual([
      ['IncentiveClaimed', 'partner-staff', null],
      ['ClaimVerified', 'program-staff', 'Seen.'],
      ['ClaimActRefused', 'program-staff', 'SOD'],
      ['ClaimApproved', 'program-staff', null],
    ]);
    expect(headers['etag']).toMatch(/^"r\d+"$/);
    expect(headers['log-sequence']).toBe(String(await net.head()));
    expect(json).not.toHaveProperty('revision');
    expect(json).not.toHaveProperty('rivals');
    const known = await net.as('ana').get(`/v1/claims/${id}`, { 'if-none-match': headers['etag']! });
    expect([known.status, known.text]).toEqual([304, '']);
  });

  it('gives the revision that If-Match takes', async () => {
    const { headers } = await net.as('pia').get(`/v1/claims/${id}`);
    const stale = await net.as('pia').post(`/v1/claims/${id}/verify`, {}, { 'if-match': '"r1"' });
    const fresh = await net.as('pia').post(`/v1/claims/${id}/verify`, {}, { 'if-match': headers['etag']! });
    expect([stale.status, fresh.status]).toEqual([412, 409]);
  });

  it('is shown as it was then', async () => {
    const { json, headers } = await net.as('ana').get(`/v1/claims/${id}?asOf=${claimed}`);
    expect(json).toMatchObject({ status: 'claimed', asOf: { sequence: claimed }, waitsOn: { act: 'verify' } });
    expect([json.history.length, headers['log-sequence']]).toEqual([1, String(claimed)]);
    expect((await net.as('ana').get(`/v1/claims/${id}?asOf=${claimed - 1}`)).status).toBe(404);
  });

  it('9: is as absent to another partner as what there is not', async () => {
    const absent = `clm_${'a'.repeat(26)}`;
    const [foreign, none] = [
      await net.as('bob').get(`/v1/claims/${id}`),
      await net.as('bob').get(`/v1/claims/${absent}`),
    ];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    const told = ({ instance: _instance, requestId: _requestId, ...rest }: Record<string, unknown>) => rest;
    expect(told(foreign.json)).toEqual(told(none.json));
    expect((await net.as('bob').get(`/v1/partners/${partnerNamed('alpha')}`)).status).toBe(404);
    expect((await net.as('adam').get(`/v1/claims/${id}`)).status).toBe(403);
  });

  it.each([
    ['another prefix', `ptr_${'a'.repeat(26)}`, 400],
    ['upper case', `clm_${'A'.repeat(26)}`, 400],
    ['too short', 'clm_a', 400],
    ['101 characters and more', `clm_${'a'.repeat(101)}`, 404],
    ['a NUL', 'clm_%00', 400],
    ['an escaped slash', '..%2fclaims', 404],
    ['a stray query', `clm_${'a'.repeat(26)}?limit=1`, 400],
  ])('63: answers an id of %s', async (_name, wrong, status) => {
    expect((await net.as('fin').get(`/v1/claims/${wrong}`)).status).toBe(status);
  });

  it('is a partner with its people', async () => {
    const { json, headers } = await net.as('ana').get(`/v1/partners/${partnerNamed('alpha')}`);
    expect(json).toMatchObject({
      slug: 'alpha',
      status: 'active',
      territory: 'All of it',
      people: [{ role: 'partner-staff' }],
    });
    expect(headers['etag']).toBe('"r3"');
  });

  it('is a payable, beside its line in the list', async () => {
    const { json } = await net.as('fin').get(`/v1/payables?claimId=${id}`);
    expect(json).toMatchObject({ count: 1, totals: { amountCents: 5_000_00 } });
    expect(json.data[0]).toMatchObject({
      status: 'payable',
      partner: { slug: 'alpha' },
      waitsOn: { role: 'finance', act: 'prepare-batch' },
    });
    const one = await net.as('fin').get(`/v1/payables/${json.data[0].id}`);
    expect([one.json, one.headers['etag']]).toEqual([json.data[0], '"r0"']);
    expect((await net.as('bob').get(`/v1/payables/${json.data[0].id}`)).status).toBe(404);
  });

  it('lists partners and policies to all who may', async () => {
    const partners = await net.as('adam').get('/v1/partners?sort=-slug');
    expect(partners.json.data.map(({ slug }: { slug: string }) => slug)).toEqual(['beta', 'alpha']);
    expect(Object.keys(partners.json.data[0])).toEqual(['id', 'slug', 'name', 'states', 'timeZone', 'status', 'since']);
    expect((await net.as('bob').get('/v1/partners')).json).toMatchObject({ count: 1, data: [{ slug: 'beta' }] });
    expect((await net.as('bob').get('/v1/policies')).json).toMatchObject({
      count: 1,
      data: [{ version: 1, annualCapCents: 25_000_00, content: { catalogue: expect.any(Array) } }],
    });
  });
});
