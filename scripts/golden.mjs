/**
 * `npm run golden TYPE`: keeps the bytes of the first event of a type in DATA_DIR's log as its golden file, and prints
 * them. A golden file that is there is never changed: old bytes outlive every release.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

function stop(message, code) {
  console.error(message);
  process.exit(code);
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0) stop('Which event? For example: npm run golden ClaimApproved', 2);
ensureInstalled();
ensureBuilt();

const require = createRequire(import.meta.url);
const built = (file) => require(path.join(root, 'dist/libs', file));
const { contexts } = built('contexts/contexts.js');
const { openLog } = built('platform/profiles/embedded/open-log.js');
const { START } = built('platform/event-store/port/event-store.js');
const { canonicalEvent } = built('platform/event-store/port/stored-event.js');

const context = contexts.find(({ deciders }) =>
  deciders.some(({ events }) => events.some(({ type }) => type === name)),
);
if (context === undefined) stop(`No decider knows the event ${name}.`, 1);

const directory = process.env.DATA_DIR ?? './data';
const log = openLog(directory);
let found;
for await (const { event } of log.readAll(START, [name])) {
  found = event;
  break;
}
await log.close();
if (found === undefined) stop(`There is no ${name} in ${directory}: let it happen once, then ask again.`, 1);

const file = path.join('libs/contexts', context.name, 'events/golden', `${name}.v${found.version}.json`);
if (existsSync(path.join(root, file))) stop(`${file} is there, and is never changed.`, 1);
mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
// One line without an end: the bytes as the log holds them, and nothing else.
writeFileSync(path.join(root, file), canonicalEvent(found));
console.log(canonicalEvent(found));
console.error(`written to ${file}`);
