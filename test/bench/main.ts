import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Figure } from './report/figure';
import { judged } from './report/figure';
import { writeToPage } from './report/page';
import { table } from './report/table';
import { allocation } from './sections/allocation';
import { coldStart } from './sections/cold-start';
import { durableClaims } from './sections/durable-claims';
import { eventStoreDb } from './sections/eventstoredb';
import { folds } from './sections/folds';
import { growingStore } from './sections/growing-store';
import { overHttp } from './sections/over-http';
import type { Section } from './sections/section';
import type { Setting } from './setting';

const HELP = `npm run bench -- [--quick] [--json] [--write] [--only claims,http,growth,folds,cold,allocation,eventstoredb]

Measures this machine and this program in one run and prints one table; nothing here fails a test run. Ratios are taken
against references of the same minutes, so they hold on a noisy machine; the plain numbers do not. \`eventstoredb\` writes to
the server of TEST_EVENTSTORE_URL, and is left out where that is not set. With --write the table also goes into
docs/reference/benchmarks.md.`;

/** In this order: `folds` and `cold` read the store that `growth` leaves. */
const SECTIONS: readonly Section[] = [
  durableClaims,
  overHttp,
  growingStore,
  folds,
  coldStart,
  allocation,
  eventStoreDb,
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      events: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), 'rpn-bench-'));
  const setting: Setting = {
    directory,
    ms: values.quick ? 500 : 2_000,
    rounds: values.quick ? 1 : 3,
    events: Number(values.events ?? (values.quick ? 20_000 : 200_000)),
    only: values.only.split(',').filter(Boolean),
    say: (line) => console.error(line),
  };
  try {
    const figures = await runAll(setting);
    const text = `${table(figures)}\n\n${machine()}`;
    if (values.write) writeToPage(text);
    console.log(values.json ? JSON.stringify(figures.map(judged), null, 2) : text);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runAll(setting: Setting): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const section of SECTIONS) {
    if (setting.only.length > 0 && !setting.only.includes(section.name)) continue;
    setting.say(`${section.name} …`);
    figures.push(...(await section.run(setting)));
  }
  return figures;
}

const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'} · Node ${process.versions.node}`;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
