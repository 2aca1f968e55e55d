import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROBLEMS } from './problems';

const root = path.join(__dirname, '../../..');
const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'));

const found = (folder: string, ...patterns: RegExp[]): string[] =>
  [
    ...new Set(
      sources(folder).flatMap((text) =>
        patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code)),
      ),
    ),
  ].sort();

describe('the table of problems', () => {
  const codes = new Set<string>(Object.keys(PROBLEMS));

  it('has every code that a decider may answer', () => {
    const said = found('libs/contexts', /notNow\(\s*'([A-Z_]+)'/g, /because: '([A-Z_]+)'/g, /refusal\(\s*'([A-Z_]+)'/g);
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('has every code that a field or the machine may answer', () => {
    const said = [
      ...found('libs/kernel', /(?:check|because)\(\s*'([A-Z_]+)'/g),
      ...found('libs/platform', /notNow\(\s*'([A-Z_]+)'/g),
    ];
    expect(said.length).toBeGreaterThan(8);
    expect(said.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('says of each what it is, what to do and how it looks', () => {
    for (const [code, { status, title, remedy, example }] of Object.entries(PROBLEMS)) {
      expect([code, status >= 400 && status < 600, title !== '', remedy !== '', example !== '']).toEqual([
        code,
        true,
        true,
        true,
        true,
      ]);
    }
  });
});
