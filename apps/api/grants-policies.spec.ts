import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { personNamed } from '../../test/support/a-founding';
import type { Told } from '../../test/support/a-network';
import { ANetwork } from '../../test/support/a-network';
import { foundGrants } from '../../test/support/grants-over-http';
import { goals } from '../../test/support/grants';

const PATH = '/v1/policies/grants';
const places = ({ json }: Told): string[] =>
  json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

describe('the rules of grants over HTTP', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
    await foundGrants(net.ask);
    await net.settle();
  });
  afterEach(() => net.close());
  const lower = { ...defaultGrantsPolicy, capSteps: [{ fromPercent: 0, capCents: cents(2_000_00) }] as const };
  const draft = (content: object = lower, effectiveFrom = '2026-08-04', query = ''): Promise<Told> =>
    net.as('pia').post(`${PATH}${query}`, { effectiveFrom, content });
  const publish = async (version: number): Promise<Told> => {
    const { json } = await net.as('pia').post(`${PATH}/${version}/publish`, {});
    const told = await net.as('pat').post(`/v1/approvals/${json.id}/confirm`, {});
    await net.settle();
    return told;
  };

  it('are drafted by one, read by the staff alone, and rule once two have wanted them; an open round keeps its own', async () => {
    await net.as('fin').post('/v1/pools', { year: 2026 });
    const dates = { opensAt: '2026-07-01T00:00:00-07:00', closesAt: '2026-09-16T00:00:00-07:00' };
    await net.as('pia').post('/v1/rounds', { quarter: '2026-Q3', ...dates, goals });
    const { status, json, headers } = await draft();
    expect([status, headers['location'], headers['etag']]).toEqual([201, `${PATH}/2`, '"r1"']);
    expect(json).toMatchObject({
      version: 2,
      status: 'draft',
      replaces: { version: 1 },
      changes: [{ at: 'capSteps' }],
    });
    await net.settle();
    expect((await net.as('fin').get(`${PATH}/2`)).json).toMatchObject({
      status: 'draft',
      draftedBy: [personNamed('pia')],
    });
    expect((await net.as('bob').get(`${PATH}/2`)).status).toBe(404);
    expect((await net.as('bob').get('/v1/policies?family=grants')).json.count).toBe(1);
    const next = async (): Promise<number> =>
      (await net.as('fin').get('/v1/pools/2026')).json.forecast.next.capPerPartnerCents;
    expect(await next()).toBe(5_000_00);
    expect((await publish(2)).json.status).toBe('confirmed');
    expect((await net.as('bob').get(`${PATH}/2`)).json).toMatchObject({
      ...{ status: 'published', publishedBy: [personNamed('pia'), personNamed('pat')] },
    });
    expect(await next()).toBe(2_000_00);
    const { json: round } = await net.as('fin').get('/v1/rounds/2026-Q3');
    expect(round).toMatchObject({ capPerPartnerCents: 5_000_00, policy: { version: 1 } });
    net.clock.at = instant('2026-10-02T12:00:00.000Z');
    const later = { opensAt: '2026-10-01T00:00:00-07:00', closesAt: '2026-12-16T00:00:00-08:00' };
    const { json: opened } = await net.as('pia').post('/v1/rounds', { quarter: '2026-Q4', ...later, goals });
    expect(opened).toMatchObject({ capPerPartnerCents: 2_000_00, policy: { version: 2 } });
  });

  it('take two people, of the program, and give way to what was published meanwhile', async () => {
    await draft();
    await draft({ ...defaultGrantsPolicy, acceptanceDays: 21 });
    const { json } = await net.as('pia').post(`${PATH}/2/publish`, {});
    expect((await net.as('pia').post(`/v1/approvals/${json.id}/confirm`, {})).json.code).toBe('SOD');
    for (const by of ['fin', 'adam', 'ana', 'rita']) {
      expect((await net.as(by).post(PATH, { effectiveFrom: '2026-08-04', content: lower })).status).toBe(403);
    }
    await publish(3);
    expect((await net.as('pat').post(`/v1/approvals/${json.id}/confirm`, {})).json.code).toBe('DRAFT_OUTDATED');
    expect((await net.as('fin').get(`${PATH}/2`)).json.status).toBe('draft');
  });

  it('are linted by a dry run, all at once and without a trace; their shape is told before their sense', async () => {
    const before = await net.head();
    const unsound = { ...lower, rubric: { ...lower.rubric, alignmentWeight: 61 }, minimumPartialCents: 2_000_01 };
    for (const query of ['?dryRun=true', '']) {
      const told = await draft(unsound, '2026-08-03', query);
      expect([told.status, told.json.code]).toEqual([422, 'POLICY_FLAWED']);
      expect(places(told)).toEqual([
        '#/effectiveFrom EFFECTIVE_IN_PAST',
        '#/content/minimumPartialCents AMOUNT_OUT_OF_BOUNDS',
        '#/content/rubric WEIGHTS',
      ]);
    }
    expect((await draft(lower, '2026-08-04', '?dryRun=true')).json.dryRun).toBe(true);
    const shapeless = await draft({ ...lower, capSteps: [], release: 'weekly', overdueReportBlocks: 'yes', more: 1 });
    expect([shapeless.status, ...places(shapeless)]).toEqual([
      400,
      '#/content/more UNKNOWN_FIELD',
      '#/content/release CHOICE',
      '#/content/capSteps LIST',
      '#/content/overdueReportBlocks BOOLEAN',
    ]);
    expect(await net.head()).toBe(before);
  });
});
