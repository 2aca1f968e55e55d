/** Writes docs/events/: a page a context, and their list. A step of `npm run generate`, after the build. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readSources } from './event-catalogue/event-types.mjs';
import { contextPage, indexPage } from './event-catalogue/pages.mjs';
import { root } from './prepare.mjs';

const require = createRequire(import.meta.url);
const built = (file) => require(path.join(root, 'dist', file));
const { contexts } = built('libs/contexts/contexts.js');

/** Names of the parts of all contexts that read a type. */
function readersOf(type) {
  const reading = (parts, nameOf) => parts.filter(({ types }) => types.some((one) => one.type === type)).map(nameOf);
  const all = (member) => contexts.flatMap((context) => context[member]);
  return {
    deciders: all('deciders')
      .filter(({ events }) => events.some((one) => one.type === type))
      .map(({ name }) => name),
    folds: reading(all('folds'), ({ name }) => name),
    projections: reading(
      all('views').map(({ projection }) => projection),
      ({ view }) => view.name,
    ),
    reactions: reading(all('reactions'), ({ name }) => name),
  };
}

function goldensOf(context, { type, version }) {
  return Array.from({ length: version }, (_, i) => i + 1).map((each) => {
    const file = path.join(root, 'libs/contexts', context, 'events/golden', `${type}.v${each}.json`);
    return { version: each, bytes: readFileSync(file, 'utf8') };
  });
}

function eventOf(context, { type, version, refusal }, { interfaces, writers }) {
  const data = interfaces.find((one) => one.context === context && one.name === `${type}Data`);
  if (data === undefined)
    throw new Error(`${type} has no interface ${type}Data beside it in libs/contexts/${context}/events`);
  const writtenBy = [...(writers.get(type) ?? [])].sort();
  const readBy = readersOf(type);
  return {
    type,
    version,
    isRefusal: refusal,
    ...data,
    writtenBy,
    readBy,
    goldens: goldensOf(context, { type, version }),
  };
}

const sources = readSources();
const pages = contexts.map(({ name: context, deciders }) => ({
  context,
  events: deciders.flatMap(({ events }) => events).map((type) => eventOf(context, type, sources)),
  shapes: sources.interfaces.filter((one) => one.context === context && !one.name.endsWith('Data')),
}));

const folder = path.join(root, 'docs/events');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const page of pages) writeFileSync(path.join(folder, `${page.context}.md`), contextPage(page));
writeFileSync(path.join(folder, 'README.md'), indexPage(pages));
