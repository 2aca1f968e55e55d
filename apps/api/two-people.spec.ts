import { partnerNamed, personNamed } from '../../test/support/a-founding';
import { ANetwork } from '../../test/support/a-network';

describe('an act of two people over HTTP', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());
  const more = {
    partnerId: partnerNamed('alpha'),
    year: 2026,
    cents: 100_000,
    reason: 'Two states.',
    expiresOn: '2026-12-31',
  };

  it('waits for the second, and then names both', async () => {
    const { status, json, headers } = await net.as('pia').post('/v1/cap-overrides', more);
    expect([status, json.status, headers['location']]).toEqual([202, 'pending', `/v1/approvals/${json.id}`]);
    await net.settle();
    expect((await net.as('pat').get('/v1/approvals?status=pending')).json).toMatchObject({
      data: [{ id: json.id, act: 'OverrideCap', payload: more, requestedBy: [personNamed('pia')] }],
    });
    expect((await net.as('pat').get(`/v1/approvals/${json.id}`)).json).toMatchObject({
      id: json.id,
      status: 'pending',
    });
    const own = await net.as('pia').post(`/v1/approvals/${json.id}/confirm`, {});
    expect([own.status, own.json.code]).toEqual([403, 'SOD']);
    const other = await net.as('adam').post(`/v1/approvals/${json.id}/confirm`, {});
    expect([other.status, other.json.code]).toEqual([403, 'FORBIDDEN']);
    expect((await net.as('pat').post(`/v1/approvals/${json.id}/confirm`, {})).json).toMatchObject({
      status: 'confirmed',
    });
    await net.settle();
    const { json: usage } = await net.as('fin').get('/v1/cap-usage?partner=alpha');
    expect(usage.data[0]).toMatchObject({ capCents: 26_000_00, policyCapCents: 25_000_00, overrideCents: 1_000_00 });
    const { json: events } = await net.as('aud').get('/v1/audit/events?type=CapOverridden&limit=1');
    expect(JSON.stringify(events)).toContain(personNamed('pia'));
    expect(JSON.stringify(events)).toContain(personNamed('pat'));
  });

  it('is asked for once by one key, and decided without a trace by a dry run', async () => {
    const key = { 'idempotency-key': '6f1c6c70-3d8a-4f0b-9d3e-2b9b8f4f6a11' };
    const [first, again] = [
      await net.as('pia').post('/v1/cap-overrides', more, key),
      await net.as('pia').post('/v1/cap-overrides', more, key),
    ];
    expect([first.json.id, again.headers['idempotent-replayed']]).toEqual([again.json.id, 'true']);
    const before = await net.head();
    const { status, json } = await net.as('pia').post('/v1/cap-overrides?dryRun=true', { ...more, cents: 0 });
    expect([status, json.code, await net.head()]).toEqual([409, 'OVERRIDE_EMPTY', before]);
  });

  it('grants a role only by two administrators; the act that meets a no does nothing and stops nothing', async () => {
    const { json } = await net.as('adam').post(`/v1/people/${personNamed('fin')}/roles`, { role: 'finance' });
    expect(json).toMatchObject({ status: 'pending', command: { name: 'GrantRole' } });
    expect((await net.as('adam').post(`/v1/approvals/${json.id}/confirm`, {})).json.code).toBe('SOD');
    expect((await net.as('pia').post(`/v1/approvals/${json.id}/confirm`, {})).json.code).toBe('FORBIDDEN');
    const held = { ...more, partnerId: `ptr_${'a'.repeat(26)}` };
    const { json: doomed } = await net.as('pia').post('/v1/cap-overrides', held);
    await net.as('pat').post(`/v1/approvals/${doomed.id}/confirm`, {});
    await net.settle();
    expect(net.network.reactions.statuses['on-approval-confirmed']).toMatchObject({ state: 'running' });
  });
});
