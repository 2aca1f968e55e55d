import { partnerNamed, personNamed } from '../support/a-founding';
import { content } from '../support/grants';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(60_000);

const Q3 = '2026-Q3';

interface Row {
  readonly id: string;
  readonly act: string;
}

/** Whom a proposal, and then its award, waits on, as each of them finds it on their own list. */
describe('the work of grants', () => {
  let year: GrantsOverHttp;
  beforeAll(async () => {
    year = await GrantsOverHttp.open(['a']);
    year.at('2026-07-01T12:00:00.000Z');
    await year.do('fin', '/v1/pools', { year: 2026 });
    await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
  });
  afterAll(() => year.close());
  const workOf = async (handle: string) =>
    (await year.get(handle, '/v1/my-work')).json.data.map(({ id, act }: Row) => [id, act]);

  it('goes from reviewer to reviewer to partner to staff, and is nobody’s in between', async () => {
    const id = await year.submit('a', 400_000, Q3);
    expect([await workOf('pia'), await workOf('rita')]).toEqual([[[id, 'assign']], []]);
    await year.do('pia', `/v1/proposals/${id}/assign`, { reviewerIds: ['rita', 'rob'].map(personNamed) });
    expect([await workOf('pia'), await workOf('rita')]).toEqual([[], [[id, 'declare-conflict']]]);
    year.at('2026-09-20T12:00:00.000Z');
    for (const handle of ['rita', 'rob']) {
      await year.do(handle, `/v1/proposals/${id}/declare-conflict`, { conflict: false });
      expect(await workOf(handle)).toEqual([[id, 'review']]);
      await year.do(handle, `/v1/proposals/${id}/review`, { alignment: 5, reach: 4, comment: 'By the rubric.' });
      expect(await workOf(handle)).toEqual([]);
    }
    await year.decide(Q3);
    const award = await year.awardOf(id);
    const { json } = await year.get('a-staff', '/v1/my-work');
    expect(json).toMatchObject({
      ...{ count: 1, totals: { amountCents: 400_000 } },
      data: [{ kind: 'award', id: award, act: 'accept', about: Q3, dueAt: '2026-10-21T07:00:00.000Z', ageDays: 0 }],
    });
    expect([await workOf('ana'), await workOf('pia')]).toEqual([[], []]);
    year.at('2026-10-21T07:00:00.000Z');
    expect(await workOf('a-staff')).toEqual([]);
    year.at('2026-10-21T06:59:59.999Z');
    await year.do('a-staff', `/v1/awards/${award}/accept`);
    expect(await workOf('a-staff')).toEqual([[award, 'report']]);
  });

  it('is a champion’s proposal for staff who did not write it', async () => {
    year.at('2026-10-22T12:00:00.000Z');
    await year.openRound('2026-Q4', '2026-10-23T00:00:00-07:00', '2026-12-16T00:00:00-08:00');
    year.at('2026-10-24T12:00:00.000Z');
    await year.employ('cora', 'a', 'champion');
    const before = await workOf('a-staff');
    const when = { quarter: '2026-Q4', startsOn: '2027-02-01', endsOn: '2027-02-02' };
    const body = { partnerId: partnerNamed('a'), ...content(100_000), ...when };
    const own = await year.do('cora', '/v1/proposals', body);
    expect(await workOf('a-staff')).toEqual([...before, [own.json.id, 'cosign']]);
    expect(await workOf('cora')).toEqual([]);
    // Whoever of the staff writes it anew is an author of it by then: another one stands behind it.
    await year.employ('dan', 'a', 'partner-staff');
    const { quarter: _quarter, ...dates } = when;
    await year.do('a-staff', `/v1/proposals/${own.json.id}/revise`, { ...content(90_000), ...dates });
    expect(await workOf('a-staff')).toEqual(before);
    expect(await workOf('dan')).toEqual([...before, [own.json.id, 'cosign']]);
  });
});
