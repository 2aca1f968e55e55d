import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../support/child';
import { serverUrl, withServer } from '../support/eventstoredb';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

const folder = temporaryFolder();
afterEach(() => Child.killAll());
afterAll(() => folder.remove());

/** What purse-process.ts prints. */
interface Told {
  readonly accepted: number;
  readonly refused: number;
  readonly acknowledged: number;
  readonly others: readonly (readonly [string, number])[];
  readonly sequence: number;
  readonly digest: string;
  readonly tree: { readonly size: number; readonly root: string };
}

/** Two processes on one new log; what each of them says at its end. */
async function race(kind: 'claims' | 'load', figure: number): Promise<readonly [Told, Told]> {
  const [prefix, go] = [randomUUID(), join(folder.path, randomUUID())];
  const both = ['left', 'right'].map(
    (name) => new Child('purse-process.ts', [serverUrl, prefix, name, go, kind, String(figure)]),
  );
  for (const child of both) await child.line('ready');
  writeFileSync(go, '');
  const told = await Promise.all(both.map((child) => child.line('told')));
  const [left, right] = told.map((line) => JSON.parse(line.slice('told '.length)) as Told);
  return [left!, right!];
}

withServer('two processes on one EventStoreDB', () => {
  it('decide 100 racing claims of which 10 fit: 10 accepted, 90 refused, and agree on the log', async () => {
    const [left, right] = await race('claims', 50);
    expect(left.accepted + right.accepted).toBe(10);
    expect(left.refused + right.refused).toBe(90);
    expect([left.sequence, left.digest, left.tree]).toEqual([99, right.digest, right.tree]);
    expect(right.sequence).toBe(99);
    console.info(JSON.stringify([left, right]));
  });

  it('go on together under load, and nothing fails', async () => {
    const told = await race('load', 5_000);
    for (const { acknowledged, others } of told) {
      expect(acknowledged).toBeGreaterThan(0);
      expect(others.filter(([kind]) => kind !== 'unknown')).toEqual([]);
    }
    console.info(JSON.stringify(told));
  });
});
