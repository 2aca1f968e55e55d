import { partnerNamed, personNamed } from '../../test/support/a-founding';
import type { Client } from '../../test/support/a-network';
import { ANetwork } from '../../test/support/a-network';

const absent = `clm_${'a'.repeat(26)}`;

describe('the security log', () => {
  let net: ANetwork;
  let [ana, bob, pia, aud]: Client[] = [];
  beforeEach(async () => {
    net = await ANetwork.open();
    [ana, bob, pia, aud] = ['ana', 'bob', 'pia', 'aud'].map((handle) => net.as(handle));
  });
  afterEach(() => net.close());
  const noted = async (query = '') => (await aud!.get(`/v1/audit/security${query}`)).json.data;

  it('notes every denial: without a token, without the role, against a duty, of others’ and of absent things', async () => {
    const { json: claim } = await ana!.claim('district-onboarded', 'lea:0100390');
    await ana!.get('/v1/claims', { authorization: '' });
    await ana!.get('/v1/audit/events');
    await ana!.post(`/v1/claims/${claim.id}/verify`, {});
    await pia!.post(`/v1/claims/${claim.id}/verify`, {});
    await pia!.post(`/v1/claims/${claim.id}/approve`, {});
    await bob!.get(`/v1/claims/${claim.id}`);
    await bob!.post(`/v1/claims/${claim.id}/withdraw`, {});
    await bob!.get(`/v1/claims/${absent}`);
    await bob!.post('/v1/claims', { ...(await bodyFor('alpha')) });
    const of = (who: string | null, what: string, status: number, method: string, path: string) => ({
      ...{ kind: 'denial', person: who === null ? null : personNamed(who), what, status, method, path },
    });
    const own = `/v1/claims/${claim.id}`;
    expect(await noted()).toMatchObject([
      of(null, 'TOKEN_MISSING', 401, 'GET', '/v1/claims'),
      of('ana', 'FORBIDDEN', 403, 'GET', '/v1/audit/events'),
      of('ana', 'FORBIDDEN', 403, 'POST', `${own}/verify`),
      of('pia', 'SOD', 403, 'POST', `${own}/approve`),
      { ...of('bob', 'NOT_FOUND', 404, 'GET', own), isOthers: true },
      { ...of('bob', 'NOT_FOUND', 404, 'POST', `${own}/withdraw`), isOthers: true },
      { ...of('bob', 'NOT_FOUND', 404, 'GET', `/v1/claims/${absent}`), isOthers: false },
      of('bob', 'NOT_FOUND', 404, 'POST', '/v1/claims'),
    ]);
  });

  it('names whom a token that holds is of, even when they are let in no more', async () => {
    const out = `/v1/people/${personNamed('pat')}/deactivate`;
    await net.as('adam').post(out, { reason: 'Left.' });
    await net.as('pat').get('/v1/claims');
    expect(await noted()).toMatchObject([{ what: 'SUBJECT_UNKNOWN', person: personNamed('pat'), status: 403 }]);
  });

  it('notes every export before it leaves, and finds by kind, person and place', async () => {
    await ana!.claim('district-onboarded', 'lea:0100390');
    await net.settle();
    await ana!.get('/v1/claims');
    const csv = await ana!.get('/v1/claims.csv');
    await net.as('fin').get('/v1/audit/events', { accept: 'application/x-ndjson' });
    await bob!.get(`/v1/claims/${absent}`);
    const name = /filename="([^"]+)"/.exec(csv.headers['content-disposition']!)![1];
    expect(await noted('?kind=export')).toMatchObject([
      { number: 0, what: name, status: 200, person: personNamed('ana'), path: '/v1/claims.csv' },
      { number: 1, what: 'application/x-ndjson', person: personNamed('fin'), path: '/v1/audit/events' },
    ]);
    expect(await noted(`?person=${personNamed('bob')}`)).toMatchObject([{ number: 2, what: 'NOT_FOUND' }]);
    const page = await aud!.get('/v1/audit/security?limit=2');
    expect([page.json.hasMore, page.json.after, await noted('?after=1')]).toMatchObject([true, 1, [{ number: 2 }]]);
  });

  it('notes every look at an account and at a W-9: who, whose and when', async () => {
    const alpha = partnerNamed('alpha');
    const account = {
      accountHolder: 'Alpha',
      routingNumber: '011000015',
      accountNumber: '1234',
      accountType: 'checking',
    };
    const { json: asked } = await pia!.post(`/v1/partners/${alpha}/payee`, account);
    const form = { legalName: 'Alpha Inc.', taxClass: 'exempt', taxId: '123456789', address: '1 Main St' };
    await ana!.post(`/v1/partners/${alpha}/w9`, { ...form, signedOn: '2026-08-01' });
    await net.settle();
    const { json: partner } = await net.as('fin').get(`/v1/partners/${alpha}`);
    const [bank, w9] = [asked.command.payload.bank.sha256 as string, partner.w9.details as string];
    expect((await net.as('fin').get(`/v1/bank-details/${bank}`)).json).toEqual(account);
    const { taxClass: _taxClass, ...words } = form;
    expect((await aud!.get(`/v1/tax-details/${w9}`)).json).toEqual(words);
    // What is sealed as one kind is not shown as another.
    expect((await net.as('fin').get(`/v1/bank-details/${w9}`)).status).toBe(404);
    expect((await pia!.get(`/v1/tax-details/${w9}`)).json.code).toBe('FORBIDDEN');
    const at = '2026-08-04T12:00:00.000Z';
    expect(await noted('?kind=look')).toMatchObject([
      {
        kind: 'look',
        what: 'bank-account',
        whose: alpha,
        person: personNamed('fin'),
        at,
        path: `/v1/bank-details/${bank}`,
      },
      { kind: 'look', what: 'w9', whose: alpha, person: personNamed('aud'), at, path: `/v1/tax-details/${w9}` },
    ]);
  });

  it('is an auditor’s to read, and nothing of it is in the log of events', async () => {
    const before = await net.head();
    for (const who of ['ana', 'pia', 'fin', 'adam'])
      expect((await net.as(who).get('/v1/audit/security')).status).toBe(403);
    expect((await aud!.get('/v1/audit/security?kind=other')).json.code).toBe('PARAMETER_FORMAT');
    expect(await net.head()).toBe(before);
  });

  const bodyFor = async (slug: string): Promise<object> => {
    const { json: files } = await aud!.get('/v1/audit/events?type=EvidenceReceived&limit=1');
    const about = { outcomeType: 'district-onboarded', subjectId: 'lea:0100391', outcomeDate: '2026-08-01' };
    const evidence = [{ kind: 'district-agreement', sha256: files.data[0].data.sha256 }];
    return { partnerId: partnerNamed(slug), ...about, evidence };
  };
});
