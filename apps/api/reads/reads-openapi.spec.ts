import { ANetwork } from '../../../test/support/a-network';
import { ENTITIES, TABLES } from './reads.module';
import { parametersOf } from './table/table-query';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

describe('the reads in the OpenAPI document', () => {
  let paths: Readonly<Record<string, { readonly get?: Operation }>>;
  beforeAll(async () => {
    const net = await ANetwork.open();
    paths = (await net.as('fin').get('/openapi.json')).json.paths;
    await net.close();
  });
  const get = (path: string): Operation => paths[path]!.get!;
  const namesIn = (place: string, { parameters = [] }: Operation) =>
    parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);

  it.each(TABLES.map((table) => [table.path, table] as const))('name every parameter of %s', (path, table) => {
    for (const [address, format] of [
      [`/${path}`, 'page'],
      [`/${path}.csv`, 'file'],
    ] as const) {
      expect(namesIn('query', get(address)).sort()).toEqual(
        parametersOf(table, format)
          .map(({ name }) => name)
          .sort(),
      );
      expect(namesIn('header', get(address))).toEqual(['If-None-Match']);
    }
    expect(get(`/${path}.csv`).responses['200']!.content).toHaveProperty('text/csv');
  });

  it('leave replies open, for members may be added', () => {
    for (const { path } of TABLES) {
      const text = JSON.stringify(get(`/${path}`).responses['200']!.content!['application/json']!.schema);
      expect(text).toContain('"nextCursor":{"type":["string","null"]}');
      expect(text).not.toContain('additionalProperties');
    }
  });

  it('have one name each, as a client calls them', () => {
    const reads = [
      ...TABLES.flatMap(({ path }) => [`/${path}`, `/${path}.csv`]),
      ...ENTITIES.map(({ path, part }) => [`/${path}/{id}`, part].filter(Boolean).join('/')),
    ];
    const ids = [...reads, '/v1/audit/events'].map((path) => get(path).operationId);
    expect(ids).toEqual([
      ...[
        'partners.list',
        'partners.csv',
        'territories.list',
        'territories.csv',
        'subjects.list',
        'subjects.csv',
        'claims.list',
        'claims.csv',
        'capUsage.list',
        'capUsage.csv',
      ],
      ...['payables.list', 'payables.csv', 'policies.list', 'policies.csv', 'approvals.list', 'approvals.csv'],
      ...['payoutBatches.list', 'payoutBatches.csv', 'receivables.list', 'receivables.csv'],
      ...['pools.list', 'pools.csv', 'rounds.list', 'rounds.csv', 'slates.list', 'slates.csv'],
      ...['proposals.list', 'proposals.csv', 'reviewQueue.list', 'reviewQueue.csv', 'awards.list', 'awards.csv'],
      ...[
        'grantCapUsage.list',
        'grantCapUsage.csv',
        'grantReach.list',
        'grantReach.csv',
        'exposure.list',
        'exposure.csv',
        'myWork.list',
        'myWork.csv',
        'districts.list',
        'districts.csv',
      ],
      ...['partners.read', 'claims.read', 'payables.read', 'approvals.read', 'policiesIncentives.read'],
      ...['policiesGrants.read', 'payoutBatches.read', 'receivables.read'],
      ...['pools.read', 'rounds.read', 'rounds.slate', 'proposals.read', 'awards.read', 'audit.events'],
    ]);
  });

  it('show an example that fits what is served', async () => {
    const net = await ANetwork.open();
    for (const { path, example } of TABLES) {
      const { json } = await net.as('fin').get(`/${path}?limit=1`);
      if (json.count > 0) expect(Object.keys(json.data[0]).sort()).toEqual(Object.keys(example).sort());
    }
    await net.close();
  });
});
