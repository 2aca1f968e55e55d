import { TestApi } from '../../../test/support/api';
import { CommandPipe } from '../http/command-pipe';
import { PROBLEMS } from '../http/problems';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { bodyExample, bodySchema } from './schemas';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly examples?: object }> }>;
}

describe('the OpenAPI document', () => {
  let api: TestApi;
  let operations: (readonly [string, Operation])[];
  beforeAll(async () => {
    api = await TestApi.open();
    const { json } = await api.get('/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    operations = Object.entries<Record<string, Operation>>(json.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
    );
  });
  afterAll(() => api.close());

  it('names each operation once, in its own words', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['claims.create', 'claims.approve', 'partners.pause', 'evidence.upload', 'me.read']),
    );
    for (const id of ids) expect(id).toMatch(/^[a-z-]+\.[a-z-]+$/i);
  });

  it('closes every request and says who may not', () => {
    for (const [name, { requestBody, responses }] of operations.filter(([route]) => route.startsWith('post'))) {
      const [content] = Object.values(requestBody?.content ?? {});
      expect([name, openObjects(content?.schema ?? {})]).toEqual([name, []]);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '415', '422', '503']));
    }
  });

  it('promises only codes of the table, under their status', () => {
    for (const [name, { responses }] of operations) {
      for (const [status, { content }] of Object.entries(responses)) {
        for (const code of Object.keys(content?.['application/problem+json']?.examples ?? {})) {
          expect([name, code, String(PROBLEMS[code as keyof typeof PROBLEMS].status)]).toEqual([name, code, status]);
        }
      }
    }
  });

  it('promises of a confirmation what the acts that two people want may answer at their own addresses', () => {
    const codesOf = ({ responses }: Operation, ...statuses: readonly string[]): string[] =>
      statuses.flatMap((status) =>
        Object.keys(responses[status]?.content?.['application/problem+json']?.examples ?? {}),
      );
    const confirm = operations.find(([, { operationId }]) => operationId === 'approvals.confirm')![1];
    const twoPeople = operations.filter(([, { responses }]) => responses['202'] !== undefined);
    expect(twoPeople.length).toBeGreaterThan(5);
    for (const [name, operation] of twoPeople) {
      const missing = codesOf(operation, '403', '404', '409', '422').filter(
        (code) => !codesOf(confirm, '403', '404', '409', '422').includes(code),
      );
      expect([name, missing]).toEqual([name, []]);
    }
  });

  it('shows bodies that pass', () => {
    for (const type of [ClaimIncentive, VerifyClaim, OnboardPartner]) {
      const body = bodyExample(type) as Record<string, unknown>;
      const fitting =
        'kind' in Object((body['evidence'] as unknown[] | undefined)?.[0]) ? { ...body, evidence: [] } : body;
      expect(() =>
        new CommandPipe(type as new () => ClaimIncentive).read(fitting, { id: `clm_${'a'.repeat(26)}` }),
      ).not.toThrow();
      expect(bodySchema(type)).toMatchObject({ additionalProperties: false });
    }
  });
});

/** Objects in a schema that would let unknown members in. */
function openObjects(schema: object): object[] {
  const own =
    (schema as { type?: string }).type === 'object' &&
    (schema as { additionalProperties?: unknown }).additionalProperties !== false;
  const inner = Object.values(schema).flatMap((value) =>
    typeof value === 'object' && value !== null ? openObjects(value) : [],
  );
  return own ? [schema, ...inner] : inner;
}
