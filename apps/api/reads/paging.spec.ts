import { onboardPartner, partnerNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import type { Client } from '../../../test/support/a-network';
import { district, school } from '../../../test/support/network';

const launch = (n: number) => ['course-launched', school(n), { courseCode: 'CSP' }] as const;

describe.each(['memory', 'sqlite'] as const)('the pages of a list, on %s', (engine) => {
  let net: ANetwork;
  let fin: Client;
  beforeEach(async () => {
    net = await ANetwork.open({ engine });
    fin = net.as('fin');
    for (let n = 1; n <= 11; n += 1) await net.as(n % 2 === 0 ? 'bob' : 'ana').claim(...launch(n));
    await net.settle();
  });
  afterEach(() => net.close());

  /** All pages by following `Link`, with something happening before each. */
  async function walk(first: string, between: (page: number) => Promise<unknown>) {
    const pages = [];
    for (let next: string | undefined = first; next !== undefined;) {
      const { status, json, headers } = await fin.get(next);
      expect(status).toBe(200);
      pages.push(json);
      await between(pages.length);
      next = /^<(.*)>; rel="next"$/.exec(headers['link'] ?? '')?.[1];
    }
    return pages;
  }

  it('show one moment, each row once, while claims keep being added and decided', async () => {
    const before = await fin.get('/v1/claims?sort=-requestedCents&limit=100');
    const pages = await walk('/v1/claims?sort=-requestedCents&limit=3', async (page) => {
      await net.as('ana').claim('cs-staff-appointed', district(page));
      await net.as('bob').post(`/v1/claims/${before.json.data[10].id}/withdraw`, {});
      await net.settle();
    });
    expect(pages.map(({ data }) => data.length)).toEqual([3, 3, 3, 2]);
    expect(pages.flatMap(({ data }) => data)).toEqual(before.json.data);
    const { sequence, count, totals } = before.json;
    for (const page of pages) expect(page).toMatchObject({ sequence, count, totals });
    expect((await fin.get('/v1/claims')).json.count).toBe(11 + pages.length);
  });

  it('come from the live view as long as nothing that happens concerns it', async () => {
    const folded = jest.spyOn(net.network.asOf, 'at');
    const pages = await walk('/v1/claims?limit=5', async (page) => {
      await onboardPartner(net.ask, `gamma-${page}`, 'Gamma', `gus-${page}`);
      await net.settle();
    });
    // A new partner is in the partners' view, which the rows are joined with: that view has moved.
    expect(folded).toHaveBeenCalledTimes(2);
    folded.mockClear();
    await walk('/v1/payables?limit=5', () => net.as('ana').claim('cs-staff-appointed', district(90)));
    await walk('/v1/claims?limit=5', async () => undefined);
    expect(folded).not.toHaveBeenCalled();
    expect(pages).toHaveLength(3);
  });

  it('end with no cursor and no link, and keep what the first page asked', async () => {
    const first = await fin.get('/v1/claims?limit=10&partner=alpha&minSequence=3&programYear=2026');
    expect([first.json.hasMore, first.json.nextCursor, first.headers['link']]).toEqual([false, null, undefined]);
    const { headers } = await fin.get('/v1/claims?limit=2&partner=alpha&minSequence=3&programYear=2026');
    expect(headers['link']).toMatch(
      /^<\/v1\/claims\?limit=2&partner=alpha&programYear=2026&cursor=[\w.-]+>; rel="next"$/,
    );
  });

  it('65: a cursor opens for its own list, filter, sort and scope alone', async () => {
    const { json } = await fin.get('/v1/claims?limit=2&status=claimed');
    const cursor = json.nextCursor as string;
    const [place = '', mac = ''] = cursor.split('.');
    const tampered = Buffer.from(Buffer.from(place, 'base64url').toString().replace(/\d+/, '0')).toString('base64url');
    const codes = async (client: Client, ...paths: string[]) =>
      Promise.all(paths.map(async (path) => `${(await client.get(path)).json.code}`));
    expect((await fin.get(`/v1/claims?limit=9&status=claimed&cursor=${cursor}`)).json.data).toHaveLength(9);
    expect((await net.as('aud').get(`/v1/claims?limit=9&status=claimed&cursor=${cursor}`)).status).toBe(200);
    expect(
      await codes(
        fin,
        `/v1/claims?cursor=${cursor}`,
        `/v1/claims?status=denied&cursor=${cursor}`,
        `/v1/claims?status=claimed&sort=submittedAt&cursor=${cursor}`,
        `/v1/claims?status=claimed&asOf=9&cursor=${cursor}`,
        `/v1/payables?cursor=${cursor}`,
        `/v1/claims?status=claimed&cursor=${tampered}.${mac}`,
        `/v1/claims?status=claimed&cursor=${place}.${mac}x`,
        `/v1/claims?status=claimed&cursor=${place}`,
        `/v1/claims?status=claimed&cursor=${cursor}.`,
      ),
    ).toEqual(Array(9).fill('CURSOR'));
    expect(await codes(net.as('ana'), `/v1/claims?status=claimed&cursor=${cursor}`)).toEqual(['CURSOR']);
    const anas = (await net.as('ana').get('/v1/claims?limit=2')).json.nextCursor as string;
    expect(await codes(net.as('bob'), `/v1/claims?limit=2&cursor=${anas}`)).toEqual(['CURSOR']);
    expect(anas + cursor).not.toContain(partnerNamed('beta'));
  });

  it('rest on one moment also where the list is as of an earlier one', async () => {
    const asOf = (await net.head()) - 2;
    const pages = await walk(`/v1/claims?asOf=${asOf}&limit=4`, () =>
      net.as('ana').claim('cs-staff-appointed', district(91)),
    );
    expect(pages.map(({ data }) => data.length)).toEqual([4, 4, 1]);
    for (const page of pages) expect(page).toMatchObject({ count: 9, sequence: asOf, asOf: { sequence: asOf } });
  });

  it('sort by a member that some rows lack, ties by id', async () => {
    const { json } = await fin.get('/v1/claims?limit=1&sort=-submittedAt');
    await net.as('pia').post(`/v1/claims/${json.data[0].id}/deny`, { reason: 'Not shown.' });
    await net.settle();
    const pages = await walk('/v1/claims?sort=-decidedAt&limit=4', async () => undefined);
    const rows = pages.flatMap(({ data }) => data) as { id: string; decidedAt: string | null }[];
    expect(rows.map(({ decidedAt }) => decidedAt !== null)).toEqual([true, ...Array(10).fill(false)]);
    const undecided = rows.slice(1).map(({ id }) => id);
    expect(undecided).toEqual([...undecided].sort());
  });
});
