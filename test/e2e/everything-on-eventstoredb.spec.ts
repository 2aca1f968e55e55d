import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withServer } from '../support/eventstoredb';
import { standOnTheServer } from '../support/networks-on-eventstoredb';

/** These open logs and processes themselves. */
const OTHERS = /on-eventstoredb|on-lagging-views|two-servers|rpn/;

const specsIn = (folder: string): readonly string[] =>
  readdirSync(join(__dirname, folder))
    .filter((file) => file.endsWith('.spec.ts') && !OTHERS.test(file))
    .map((file) => `${folder}/${file}`);

/** Every spec of a served network, and every spec of the reads, once more on the log that a cluster has. */
withServer('the e2e suite on EventStoreDB', () => {
  standOnTheServer();
  // Loaded, not imported: without a server nothing of them may be here.
  for (const spec of [...specsIn('.'), ...specsIn('../../apps/api/reads')])
    describe(`${spec}, on EventStoreDB`, () => void jest.requireActual(spec));
  // The specs that were loaded set their own.
  jest.setTimeout(120_000);
});
