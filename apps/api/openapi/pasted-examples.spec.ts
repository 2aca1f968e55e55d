import { ANetwork } from '../../../test/support/a-network';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: {
    readonly content: Record<string, { readonly examples?: { readonly least: { readonly value: object } } }>;
  };
}

/** A body that is pasted from the OpenAPI document is understood: what may speak against it is business, not its shape. */
describe('the bodies that the OpenAPI document shows', () => {
  let net: ANetwork;
  let operations: (readonly [path: string, Operation])[];
  beforeAll(async () => {
    net = await ANetwork.open();
    const { json } = await net.as('fin').get('/openapi.json');
    operations = Object.entries<Record<string, Operation>>(json.paths).flatMap(([path, { post }]) =>
      post === undefined ? [] : [[path, post] as const],
    );
  });
  afterAll(() => net.close());

  it('have the shape that is asked for, each of them', async () => {
    const misread: string[] = [];
    for (const [path, { requestBody, parameters = [] }] of operations) {
      const body = requestBody?.content['application/json']?.examples?.least.value;
      if (body === undefined) continue;
      const id = parameters.find((parameter) => parameter.in === 'path')?.schema as { examples?: string[] } | undefined;
      const address = `${path.replace('{id}', id?.examples?.[0] ?? '')}?dryRun=true`;
      for (const handle of ['pia', 'fin', 'ana', 'adam']) {
        const { status, text } = await net.as(handle).post(address, body);
        if (status === 400) misread.push(`${address} ${text}`);
      }
    }
    expect(misread).toEqual([]);
    expect(operations.length).toBeGreaterThan(40);
  });
});
