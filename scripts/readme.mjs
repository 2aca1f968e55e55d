/**
 * Runs the session of README.md and of docs/ against a real server and writes what it answered between the markers
 * `<!-- shown: NAME -->` and `<!-- /shown -->`. A step of `npm run generate`, after the build.
 *
 * How the same bytes come out each time: the demo is seeded up to a fixed day, the server's clock stands at noon of that
 * day, and each request carries its step's name as Request-Id (else a random one, which the log keeps as correlation).
 * So ids, figures and roots are what the program computed. Only three things are rewritten (shown.mjs): the port that the
 * OS chose, the temporary folder, and the request's id. Where a command says `$DAY`, the shown run says the day before
 * its own, as a reader's shell does; outcomes must be recent, so a date in the text would go stale.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';
import { shownStep } from './readme/shown.mjs';
import { steps } from './readme/steps.mjs';
import { openWorld } from './readme/world.mjs';

const MARKED = /<!-- shown: (\S+) -->\n[\s\S]*?<!-- \/shown -->/g;

function documents() {
  const docs = readdirSync(path.join(root, 'docs'), { recursive: true }).map((name) => path.join('docs', name));
  return ['README.md', ...docs.filter((name) => name.endsWith('.md'))].map((name) => path.join(root, name));
}

const world = await openWorld();
const shown = new Map();
try {
  for (const step of steps) shown.set(step.name, shownStep(step, await world.run(step)));
} finally {
  await world.close();
}

const used = new Set();
for (const file of documents()) {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(MARKED, (_, name) => {
    if (!shown.has(name)) throw new Error(`${file} shows “${name}”, which is no step in scripts/readme/steps.mjs.`);
    used.add(name);
    return `<!-- shown: ${name} -->\n${shown.get(name)}\n<!-- /shown -->`;
  });
  if (after !== before) writeFileSync(file, after);
}
const unused = [...shown.keys()].filter((name) => !used.has(name));
if (unused.length > 0) throw new Error(`No page shows ${unused.join(', ')}.`);
