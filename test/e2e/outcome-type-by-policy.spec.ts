import type { Caller, Heard } from '../support/caller';
import { sequenceOf } from '../support/caller';
import { school } from '../support/network';
import { Served } from '../support/served';
import { expectSoundLog, expectTrueViews } from '../support/sound-history';

jest.setTimeout(60_000);

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
/** What the program wants to pay for from now on: nobody has heard of it in a line of code. */
const CLUB = {
  type: 'coding-club-founded',
  area: 'teacher-implementation',
  amount: {
    by: 'units',
    unit: 'students',
    tiers: [
      { from: 10, amountCents: 300_00 },
      { from: 25, amountCents: 600_00 },
    ],
  },
  subject: 'school',
  unique: { per: 'program-year' },
  evidence: [['club-roster']],
};

/** docs/how-to/add-an-outcome-type.md, as a newcomer walks it. */
describe('an outcome type that comes by policy', () => {
  let served: Served;
  let [ana, pia, pat, fin] = [] as unknown as readonly [Caller, Caller, Caller, Caller];
  let proof = '';
  beforeAll(async () => {
    served = await Served.found();
    [ana, pia] = [await served.as('ana'), await served.as('pia')];
    [pat, fin] = [await served.as('pat'), await served.as('fin')];
    proof = (await ana.upload(PDF)).json.sha256;
  });
  afterAll(() => served.close());
  const claim = (more: object = {}, units = 25): Promise<Heard> => {
    const evidence = [{ kind: 'club-roster', sha256: proof }];
    return ana.claim(CLUB.type, school(1), { outcomeDate: '2026-08-04', units, evidence, ...more });
  };

  it('is unknown before', async () => {
    expect((await claim()).json).toMatchObject({ status: 422, code: 'OUTCOME_UNKNOWN' });
  });

  it('is written into the rules in force, and published by two', async () => {
    const { json: policies } = await pia.get('/v1/policies?status=published&limit=1');
    const { content } = policies.data[0];
    const catalogue = [...content.catalogue, CLUB];
    const draft = { effectiveFrom: '2026-08-04', content: { ...content, catalogue } };
    const linted = await pia.post('/v1/policies/incentives?dryRun=true', draft);
    const { type: _type, ...told } = CLUB;
    const changes = [{ at: 'catalogue.coding-club-founded', before: null, after: told }];
    expect([linted.status, linted.json.changes]).toEqual([200, changes]);
    const drafted = await pia.post('/v1/policies/incentives', draft);
    expect([drafted.status, drafted.json.version, drafted.json.changes]).toEqual([201, 2, changes]);
    const asked = await pia.post(`${drafted.headers.get('location')}/publish`, {});
    const work = await pat.get(`/v1/my-work?kind=approval&minSequence=${sequenceOf(asked)}`);
    expect(work.json.data).toMatchObject([{ id: asked.json.id, act: 'confirm', about: 'PublishDraftedPolicy' }]);
    const confirmed = await pat.post(`${asked.headers.get('location')}/confirm`, {});
    const now = await fin.get(`${drafted.headers.get('location')}?minSequence=${sequenceOf(confirmed) + 1}`);
    expect(now.json).toMatchObject({ version: 2, status: 'published', hash: drafted.json.hash });
  });

  it('is claimed, by its tiers and its evidence, and paid', async () => {
    expect((await claim({}, 9)).json).toMatchObject({ code: 'BELOW_LOWEST_TIER', wouldPass: { units: 10 } });
    expect((await claim({ evidence: [] })).json).toMatchObject({ code: 'EVIDENCE_MISSING' });
    const { status, json, headers } = await claim();
    expect([status, json.requestedCents, json.policy.version]).toEqual([201, 600_00, 2]);
    expect((await claim()).json.code).toBe('DUPLICATE_OUTCOME');
    const address = headers.get('location')!;
    expect((await pia.post(`${address}/verify`, {})).status).toBe(200);
    const approved = await pat.post(`${address}/approve`, {});
    expect(approved.json).toMatchObject({ approvedCents: 600_00, policy: json.policy });
    const paid = await fin.get(`/v1/payables?claimId=${json.id}&minSequence=${sequenceOf(approved) + 1}`);
    expect(paid.json.data).toMatchObject([{ outcomeType: CLUB.type, amountCents: 600_00 }]);
  });

  it('is judged again like anything else', async () => {
    await expectTrueViews(served.network);
    await expectSoundLog(served.store);
  });
});
