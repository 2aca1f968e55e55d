import { cleanExample } from './clean-example';
import { clear, inspect, plant, type Findings } from './plant';
import { plantedImports } from './planted-boundaries';
import { plantedSources } from './planted-lint';

/** Files that planted imports point at; they import nothing, so nothing is ever reported from them. */
function targets(): Record<string, string> {
  const files: Record<string, string> = {
    'libs/kernel/time/index.ts': 'export {};\n',
    'libs/kernel/time/z2.ts': "import './z1';\n",
  };
  for (const { to } of plantedImports) {
    if (typeof to === 'string' && to.endsWith('/target.ts')) files[to] = 'export {};\n';
  }
  return files;
}

function imports(): Record<string, string> {
  return { ...targets(), ...Object.fromEntries(plantedImports.map(({ from, statement }) => [from, `${statement}\n`])) };
}

describe('architecture rules', () => {
  let found: Record<string, Findings>;

  beforeAll(() => {
    found = inspect(
      plant('clean', cleanExample),
      plant('imports', imports()),
      plant('sources', Object.fromEntries(plantedSources.map(({ file, source }) => [file, source]))),
    );
  }, 60_000);

  afterAll(clear);

  it('let a clean context pass', () => {
    expect(found['clean']).toEqual({ boundaries: [], lint: [] });
  });

  it.each(plantedImports)('$rule: $because ($from)', ({ from, to, rule }) => {
    const reported = found['imports']!.boundaries.filter((finding) => finding.from === from);
    expect(reported).toEqual([{ from, to: typeof to === 'string' ? to : expect.stringMatching(to), rule }]);
  });

  it('report nothing that was not planted', () => {
    const planted = new Set(plantedImports.map(({ from }) => from));
    expect(found['imports']!.boundaries.filter(({ from }) => !planted.has(from))).toEqual([]);
  });

  it.each(plantedSources)('$rule: $because ($file)', ({ file, rule }) => {
    const reported = found['sources']!.lint.filter((finding) => finding.from === file);
    expect(reported).toEqual([{ from: file, rule, message: expect.any(String) }]);
  });
});
