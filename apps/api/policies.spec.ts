import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { digestOf } from '#kernel/codec/digest';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { personNamed } from '../../test/support/a-founding';
import type { Told } from '../../test/support/a-network';
import { ANetwork } from '../../test/support/a-network';
import { district } from '../../test/support/network';

const PATH = '/v1/policies/incentives';

describe('policies over HTTP', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
    await net.settle();
  });
  afterEach(() => net.close());
  const lower = { ...defaultIncentivesPolicy, annualCapCents: cents(4_000_00) };
  const draft = async (content: object = lower, effectiveFrom = '2026-08-04', query = ''): Promise<Told> =>
    net.as('pia').post(`${PATH}${query}`, { effectiveFrom, content });
  const publish = async (version: number, by = ['pia', 'pat'] as const): Promise<Told> => {
    const { json } = await net.as(by[0]).post(`${PATH}/${version}/publish`, {});
    const told = await net.as(by[1]).post(`/v1/approvals/${json.id}/confirm`, {});
    await net.settle();
    return told;
  };

  it('are drafted by one, read by the staff, and rule once two have wanted them', async () => {
    const { status, json, headers } = await draft();
    const changes = [{ at: 'annualCapCents', before: 25_000_00, after: 4_000_00 }];
    expect([status, headers['location'], headers['etag']]).toEqual([201, `${PATH}/2`, '"r1"']);
    expect(json).toMatchObject({
      version: 2,
      status: 'draft',
      hash: digestOf(lower),
      replaces: { version: 1 },
      changes,
    });
    expect((await net.as('fin').get(`${PATH}/2`)).json).toMatchObject({ status: 'draft', content: lower, changes });
    expect((await publish(2)).json).toMatchObject({ status: 'confirmed' });
    expect((await net.as('bob').get(`${PATH}/2`)).json).toMatchObject({
      ...{ version: 2, status: 'published', hash: digestOf(lower) },
      publishedBy: [personNamed('pia'), personNamed('pat')],
    });
    const { json: usage } = await net.as('fin').get('/v1/cap-usage?partner=alpha');
    expect(usage).toMatchObject({
      policy: { version: 2, hash: digestOf(lower) },
      data: [{ policyCapCents: 4_000_00 }],
    });
  });

  it('are nobody’s at a partner while they are drafts', async () => {
    await draft();
    await net.settle();
    const absent = await net.as('bob').get(`${PATH}/3`);
    const { requestId: _requestId, instance: _instance, ...body } = (await net.as('bob').get(`${PATH}/2`)).json;
    expect([absent.status, absent.json]).toEqual([404, expect.objectContaining(body)]);
    expect((await net.as('bob').get('/v1/policies')).json).toMatchObject({ count: 1, data: [{ version: 1 }] });
    expect((await net.as('aud').get('/v1/policies?status=draft')).json).toMatchObject({ count: 1 });
  });

  it('take two people: not the same twice, nobody of another role, no way around', async () => {
    await draft();
    const { json } = await net.as('pia').post(`${PATH}/2/publish`, {});
    expect((await net.as('pia').post(`/v1/approvals/${json.id}/confirm`, {})).json.code).toBe('SOD');
    for (const by of ['fin', 'adam', 'ana']) {
      expect((await net.as(by).post(`/v1/approvals/${json.id}/confirm`, {})).json.code).toBe('FORBIDDEN');
      expect((await net.as(by).post(PATH, { effectiveFrom: '2026-08-04', content: lower })).status).toBe(403);
    }
    await net.settle();
    expect((await net.as('fin').get('/v1/policies?status=published')).json.count).toBe(1);
  });

  it('are linted by a dry run, all at once and without a trace', async () => {
    const [first, ...rest] = defaultIncentivesPolicy.catalogue;
    const dear = { ...first!, amount: { by: 'fixed', amountCents: 500_001 } };
    const before = await net.head();
    for (const query of ['?dryRun=true', '']) {
      const { status, json } = await draft({ ...lower, catalogue: [dear, ...rest] }, '2026-08-03', query);
      expect([status, json.code]).toEqual([422, 'POLICY_FLAWED']);
      expect(json.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
        ['#/effectiveFrom', 'EFFECTIVE_IN_PAST'],
        ['#/content/catalogue/0/amount/amountCents', 'AMOUNT_OUT_OF_BOUNDS'],
      ]);
    }
    const sound = await draft(lower, '2026-08-04', '?dryRun=true');
    expect([sound.status, sound.json.dryRun, await net.head()]).toEqual([200, true, before]);
  });

  it('have a shape, which is told before their sense', async () => {
    const { status, json } = await draft({ ...lower, catalogue: [{ type: 'X', evidence: ['a'] }], surprise: 1 });
    expect(status).toBe(400);
    expect(json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual([
      '#/content/surprise UNKNOWN_FIELD',
      '#/content/catalogue/0/type TEXT_FORMAT',
      '#/content/catalogue/0/area REQUIRED',
      '#/content/catalogue/0/amount REQUIRED',
      '#/content/catalogue/0/subject REQUIRED',
      '#/content/catalogue/0/unique REQUIRED',
      '#/content/catalogue/0/evidence LIST',
    ]);
    for (const wrong of ['0', '02', 'x', 'pol_2', '2.0']) {
      expect([(await net.as('pia').post(`${PATH}/${wrong}/publish`, {})).status, wrong]).toEqual([400, wrong]);
      expect((await net.as('pia').get(`${PATH}/${wrong}`)).status).toBe(400);
    }
  });

  it('give way to what was published meanwhile: an outdated draft does nothing', async () => {
    await draft();
    await draft({ ...lower, annualCapCents: cents(20_000_00) });
    await publish(3);
    expect((await net.as('pia').post(`${PATH}/2/publish?dryRun=true`, {})).json).toMatchObject({
      ...{ status: 409, code: 'DRAFT_OUTDATED', figures: { draftedAgainst: 1, inForce: 3 } },
    });
    await publish(2);
    expect((await net.as('fin').get(`${PATH}/2`)).json.status).toBe('draft');
    expect((await net.as('fin').get('/v1/cap-usage')).json.policy.version).toBe(3);
  });

  it('hold an If-Match against the draft', async () => {
    const { headers } = await draft();
    const at = `${PATH}/2/publish?dryRun=true`;
    expect((await net.as('pia').post(at, {}, { 'if-match': headers['etag']! })).status).toBe(200);
    expect((await net.as('pia').post(at, {}, { 'if-match': '"r0"' })).status).toBe(412);
  });

  it('rule by their date: the outcome’s for the catalogue, today’s for the cap (E3)', async () => {
    const fixed = { by: 'fixed' as const, amountCents: cents(4_000_00) };
    const catalogue = defaultIncentivesPolicy.catalogue.map((rule) =>
      rule.type === 'district-onboarded' ? { ...rule, amount: fixed } : rule,
    );
    const old = await net.as('ana').claim('district-onboarded', district(1));
    const verified = await net.as('pia').post(`/v1/claims/${old.json.id}/verify`, {});
    await draft({ ...lower, catalogue }, '2026-09-01');
    await publish(2);
    net.clock.at = instant('2026-09-02T12:00:00.000Z');
    const { json: usage } = await net.as('fin').get('/v1/cap-usage?partner=alpha');
    expect(usage.data[0]).toMatchObject({ headroomCents: 0, overCents: 1_000_00, state: 'over-by-policy-change' });
    // What is reserved may still be approved, at what the claim’s own version pays.
    const approved = await net.as('pat').post(`/v1/claims/${old.json.id}/approve`, {});
    expect([verified.status, approved.json]).toMatchObject([200, { approvedCents: 5_000_00, policy: { version: 1 } }]);
    const late = await net.as('bob').claim('district-onboarded', district(2), { outcomeDate: '2026-08-31' });
    expect(late.json).toMatchObject({ requestedCents: 5_000_00, reservedCents: 4_000_00, policy: { version: 1 } });
    const fresh = await net.as('ana').claim('district-onboarded', district(3), { outcomeDate: '2026-09-01' });
    expect(fresh.json).toMatchObject({ status: 422, code: 'CAP_EXCEEDED' });
  });
});
