import { instant } from '#kernel/time/instant';
import { partnerNamed, personNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { district, school } from '../../../test/support/network';

const NOW = '2026-08-04T12:00:00.000Z';
const LATER = '2026-08-16T12:00:00.000Z';

/** Six claims of alpha and beta, one in each state that there is work on; then twelve days pass. */
describe.each(['memory', 'sqlite'] as const)('the review queue, on %s', (engine) => {
  let net: ANetwork;
  const ids: Record<string, string> = {};
  const queue = async (query = '', by = 'pia') => net.as(by).get(`/v1/review-queue${query}`);
  const idsIn = ({ json }: Awaited<ReturnType<typeof queue>>) => json.data.map(({ id }: { id: string }) => id);

  beforeAll(async () => {
    net = await ANetwork.open({ engine });
    const [ana, pia, pat] = ['ana', 'pia', 'pat'].map((handle) => net.as(handle));
    const claim = async (name: string, by = ana!, type = 'district-onboarded', subject = district(1), more = {}) => {
      net.clock.at = instant(new Date(Date.parse(net.clock.at) + 1_000).toISOString());
      ids[name] = (await by.claim(type, subject, more)).json.id;
    };
    const act = async (name: string, what: string, body = {}, by = pia!) =>
      expect((await by.post(`/v1/claims/${ids[name]}/${what}`, body)).status).toBe(200);
    await claim('contested');
    await claim('verified', ana, 'course-launched', school(1), { courseCode: 'CSP' });
    await act('verified', 'verify');
    await claim('asked', ana, 'course-launched', school(2), { courseCode: 'CSP' });
    await act('asked', 'request-information', { question: 'Which term?' });
    await claim('appealed', ana, 'strategic-plan-completed', district(3));
    await act('appealed', 'deny', { reason: 'Not adopted.' });
    await act('appealed', 'appeal', { grounds: 'It is.' }, ana);
    await claim('done', ana, 'strategic-plan-completed', district(4));
    await act('done', 'verify');
    await act('done', 'approve', {}, pat);
    await claim('claimed', ana, 'course-launched', school(3), { courseCode: 'CSP' });
    await claim('rival', net.as('bob'));
    await net.settle();
    net.clock.at = instant(LATER);
  });
  afterAll(() => net.close());

  it('lists what is open, oldest first, with its age and what is missing', async () => {
    const { json } = await queue();
    expect(json).toMatchObject({ count: 6, today: '2026-08-16' });
    expect(idsIn({ json } as never)).toEqual(
      ['contested', 'verified', 'asked', 'appealed', 'claimed', 'rival'].map((name) => ids[name]),
    );
    expect(json.data.map((row: { missing: string[] }) => row.missing)).toEqual([
      ['contest-resolution', 'verification', 'approval'],
      ['approval'],
      ['answer', 'verification', 'approval'],
      ['appeal-decision'],
      ['verification', 'approval'],
      ['contest-resolution', 'flag-answer', 'verification', 'approval'],
    ]);
  });

  it('shows a line whole', async () => {
    const { json } = await queue('?act=approve');
    expect(json.data).toEqual([
      {
        ...{ kind: 'claim', id: ids['verified'], status: 'verified', quarter: '2026-Q3' },
        partner: { id: partnerNamed('alpha'), slug: 'alpha', name: 'Alpha <Learning>' },
        ...{ outcomeType: 'course-launched', subjectId: school(1), outcomeDate: '2026-08-01' },
        ...{ requestedCents: 1_000_00, reservedCents: 1_000_00, flags: ['EVIDENCE_REUSED'] },
        ...{ submittedAt: '2026-08-04T12:00:02.000Z', ageDays: 12, dueAt: null },
        waitsOn: { role: 'program-staff', act: 'approve', since: '2026-08-04T12:00:02.000Z' },
        ...{ missing: ['approval'], actedBy: [personNamed('ana'), personNamed('pia')] },
        ...{ headroomCents: 11_000_00, headroomAfterCents: 11_000_00 },
        ...{ validReviews: null, neededReviews: null, assignMore: null, owed: [] },
      },
    ]);
    expect(json.totals).toEqual({ requestedCents: 1_000_00, reservedCents: 1_000_00 });
  });

  it('empties as of then, and goes on by pages and filters', async () => {
    expect((await queue(`?asOf=${NOW}`)).json.count).toBe(0);
    expect((await queue('?waitsOn=partner-staff')).json).toMatchObject({
      count: 1,
      data: [{ id: ids['asked'], dueAt: '2026-09-04T07:00:00.000Z', waitsOn: { act: 'resubmit' } }],
    });
    expect(idsIn(await queue('?partner=beta'))).toEqual([ids['rival']]);
    expect((await queue('?quarter=2026-Q2')).json.count).toBe(0);
    expect((await queue('?quarter=2026-Q3&minCents=300000&maxCents=300000')).json.data).toMatchObject([
      { id: ids['appealed'] },
    ]);
    const first = await queue('?limit=4&sort=-requestedCents');
    const second = await queue(`?limit=4&sort=-requestedCents&cursor=${first.json.nextCursor}`);
    expect([first.json.hasMore, second.json.hasMore]).toEqual([true, false]);
    expect(new Set([...idsIn(first), ...idsIn(second)]).size).toBe(6);
  });

  it('grows older without an event, and says so to who has yesterday’s', async () => {
    const today = await queue();
    const again = await net.as('pia').get('/v1/review-queue', { 'if-none-match': today.headers['etag']! });
    net.clock.at = instant('2026-08-17T12:00:00.000Z');
    const tomorrow = await net.as('pia').get('/v1/review-queue', { 'if-none-match': today.headers['etag']! });
    net.clock.at = instant(LATER);
    expect([again.status, tomorrow.status]).toEqual([304, 200]);
    expect(tomorrow.json.data[0]).toMatchObject({ ageDays: 13 });
  });

  it('is closed to partners, reviewers of grants and administrators', async () => {
    for (const handle of ['ana', 'adam']) expect((await queue('', handle)).status).toBe(403);
    for (const handle of ['fin', 'aud']) expect((await queue('', handle)).status).toBe(200);
  });
});
