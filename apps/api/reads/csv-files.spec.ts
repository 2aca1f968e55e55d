import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import type { Told } from '../../../test/support/a-network';
import { onboardPartner, partnerNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { district, school } from '../../../test/support/network';
import { csvFile } from './csv/csv-text';
import { TABLES } from './reads.module';

type Cells = Record<string, string>;
const rowsOf = ({ text }: Told): Cells[] => parse(text, { bom: true, columns: true });

describe('the file beside a table', () => {
  let net: ANetwork;
  beforeAll(async () => {
    net = await ANetwork.open({ engine: 'sqlite' });
    await onboardPartner(net.ask, 'gamma', '=HYPERLINK("http://x")', 'gus');
    await onboardPartner(net.ask, 'delta', '@SUM(1+1)', 'dan');
    const onboarded = await net.as('ana').claim('district-onboarded', district(1));
    for (let n = 1; n <= 60; n += 1) await net.as('ana').claim('course-launched', school(n), { courseCode: 'CSP' });
    await net.as('bob').claim('strategic-plan-completed', district(2));
    await net.as('pia').post(`/v1/claims/${onboarded.json.id}/verify`, {});
    await net.as('pat').post(`/v1/claims/${onboarded.json.id}/approve`, {});
    await net.settle();
  });
  afterAll(() => net.close());

  it.each(TABLES.map(({ path }) => path))(
    '/%s.csv has the rows and the totals of the JSON, to the cent',
    async (path) => {
      const [file, page] = [await net.as('fin').get(`/${path}.csv`), await net.as('fin').get(`/${path}?limit=100`)];
      expect([file.status, page.status]).toEqual([200, 200]);
      const rows = rowsOf(file);
      const { data, count, totals, sequence } = page.json;
      expect(rows).toHaveLength(count);
      expect(rows.map((row) => row['id'] ?? row['partnerId'])).toEqual(
        data.map((row: { id?: string; partner?: { id: string } }) => row.id ?? row.partner?.id),
      );
      for (const [name, total] of Object.entries(totals)) {
        expect([name, rows.reduce((sum, row) => sum + Number(row[name]), 0)]).toEqual([name, total]);
        if (!name.endsWith('Cents')) continue;
        for (const row of rows)
          expect(row[name.replace('Cents', 'Dollars')]).toBe((Number(row[name]) / 100).toFixed(2));
      }
      expect(file.headers['log-sequence']).toBe(String(sequence));
    },
  );

  it('is UTF-8 with BOM and CR LF, proves itself, and is named by its content and moment', async () => {
    const file = await net.as('fin').get('/v1/cap-usage.csv');
    const { text, headers } = file;
    expect(text.startsWith('\uFEFFpartnerId,partnerSlug,partnerName,programYear,capCents,capDollars,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(headers['content-digest']).toBe(`sha-256=:${createHash('sha256').update(text).digest('base64')}:`);
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe(`attachment; filename="cap-usage_2026_s${await net.head()}.csv"`);
    const year = await net.as('fin').get('/v1/claims.csv?programYear=2026');
    expect(year.headers['content-disposition']).toMatch(/"claims_2026_s\d+\.csv"$/);
    expect((await net.as('fin').get('/v1/claims.csv')).headers['content-disposition']).toMatch(/"claims_s\d+\.csv"$/);
  });

  it('58: holds no cell that a spreadsheet would run, and numbers that it can add up', async () => {
    const rows = rowsOf(await net.as('fin').get('/v1/partners.csv'));
    expect(rows.map(({ name }) => name)).toEqual([
      'Alpha <Learning>',
      'Beta, "Inc."',
      "'@SUM(1+1)",
      '\'=HYPERLINK("http://x")',
    ]);
    const [usage] = rowsOf(await net.as('fin').get('/v1/cap-usage.csv?partner=gamma'));
    expect(usage).toMatchObject({
      partnerName: '\'=HYPERLINK("http://x")',
      capCents: '2500000',
      capDollars: '25000.00',
      approvedCents: '0',
      approvedDollars: '0.00',
    });
  });

  it('guards text alone, quotes line ends, and writes debts as numbers', async () => {
    const texts = ['=1', '+1', '-1', '@a', '\ta', '\ra', '\nb', '＝1', 'a=1', "'=1", ' =1', ''];
    const columns = [
      { name: 'text', kind: 'text' as const, value: (row: { text: string }) => row.text },
      { name: 'owedCents', kind: 'cents' as const, value: () => -5 },
      { name: 'none', kind: 'cents' as const, value: () => null },
    ];
    const { chunks } = await csvFile(
      columns,
      texts.map((text) => ({ text })),
    );
    const file = Buffer.concat(chunks).toString();
    const rows = parse<Cells>(file, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows.map(({ text }) => text)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\ta",
      "'\ra",
      "'\nb",
      "'＝1",
      'a=1',
      "'=1",
      ' =1',
      '',
    ]);
    expect(rows[0]).toMatchObject({ owedCents: '-5', owedDollars: '-0.05' });
  });

  it('takes the filters and moments of the table, and no pages', async () => {
    const few = await net.as('fin').get('/v1/claims.csv?status=approved');
    expect(rowsOf(few)).toMatchObject([
      { status: 'approved', approvedCents: '500000', approvedDollars: '5000.00', partnerSlug: 'alpha' },
    ]);
    const none = await net.as('fin').get('/v1/claims.csv?asOf=0');
    expect([none.status, rowsOf(none)]).toEqual([200, []]);
    expect(none.headers['content-disposition']).toContain('claims_s0.csv');
    for (const query of ['limit=5', 'cursor=x', 'status[$ne]=x']) {
      expect((await net.as('fin').get(`/v1/claims.csv?${query}`)).json.code).toBe('UNKNOWN_PARAMETER');
    }
  });

  it('names nobody to whom it is not addressed, and is closed to who has no role', async () => {
    const bobs = await net.as('bob').get('/v1/cap-usage.csv');
    expect(rowsOf(bobs).map(({ partnerId }) => partnerId)).toEqual([partnerNamed('beta')]);
    expect(bobs.text).not.toMatch(/alpha|HYPERLINK/i);
    expect((await net.as('adam').get('/v1/claims.csv')).status).toBe(403);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await net.as('fin').get('/v1/claims.csv');
    expect((await net.as('fin').get('/v1/claims.csv', { 'if-none-match': headers['etag']! })).status).toBe(304);
  });
});
