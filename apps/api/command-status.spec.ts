import { personNamed } from '../../test/support/a-founding';
import { ANetwork } from '../../test/support/a-network';

const keys = ['5b0f9d3e-3d8a-4f0b-9d3e-2b9b8f4f6a11', '6b0f9d3e-3d8a-4f0b-9d3e-2b9b8f4f6a12'];
const sent = (n: number) => ({ 'idempotency-key': keys[n]! });

describe('what became of a command', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());
  const ask = (by: string, n: number, path: string) =>
    net.as(by).get(`/v1/commands?${new URLSearchParams({ key: keys[n]!, path }).toString()}`);

  it('is told with the reply by key and path, to nobody but who sent it', async () => {
    const claim = await net.as('ana').claim('district-onboarded', 'lea:0100390');
    const path = `/v1/claims/${claim.json.id}/verify`;
    expect((await ask('pia', 0, path)).json).toEqual({ key: keys[0], path, status: 'unknown' });
    const verified = await net.as('pia').post(path, { reason: 'Seen.' }, sent(0));
    const { status, json } = await ask('pia', 0, path);
    const sequence = Number(verified.headers['log-sequence']);
    expect([status, json]).toEqual([
      200,
      { key: keys[0], path, status: 'stored', sequence, reply: { status: 200, body: verified.json } },
    ]);
    expect((await ask('pat', 0, path)).json.status).toBe('unknown');
    expect((await ask('pia', 1, path)).json.status).toBe('unknown');
    expect((await ask('pia', 0, '/v1/claims')).json.status).toBe('unknown');
  });

  it('is a refusal with its reasons where the business said no', async () => {
    const claim = await net.as('ana').claim('district-onboarded', 'lea:0100390');
    const path = `/v1/claims/${claim.json.id}/approve`;
    await net.as('pia').post(`/v1/claims/${claim.json.id}/verify`, {});
    await net.as('pia').post(path, {}, sent(0));
    expect((await ask('pia', 0, path)).json).toMatchObject({
      status: 'refused',
      reply: { status: 403, body: { code: 'SOD', figures: { person: personNamed('pia') }, instance: path } },
    });
  });

  it('is the pending request where an act takes two people', async () => {
    const path = `/v1/people/${personNamed('fin')}/roles`;
    const { json } = await net.as('adam').post(path, { role: 'auditor' }, sent(0));
    expect((await ask('adam', 0, path)).json).toMatchObject({ status: 'stored', reply: { status: 202, body: json } });
  });

  it.each([
    ['', 400, 'REQUIRED', 2],
    [`key=${keys[0]}`, 400, 'REQUIRED', 1],
    ['key=seven&path=/v1/claims', 400, 'PARAMETER_FORMAT', 1],
    [`key=${keys[0]}&path=/v1/claims&path=/v1/partners`, 400, 'PARAMETER_FORMAT', 1],
    [`key=${keys[0]}&path=/v1/claims&id=1`, 400, 'UNKNOWN_PARAMETER', 1],
    [`key=${keys[0]}&path=/v1/nothing`, 404, 'NOT_FOUND', 0],
  ])('wants both, and nothing else: ?%s', async (query, status, code, errors) => {
    const got = await net.as('ana').get(`/v1/commands?${query}`);
    expect([got.status, got.json.code, got.json.errors?.length ?? 0]).toEqual([status, code, errors]);
  });
});
