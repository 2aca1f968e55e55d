import { withServer } from '../support/eventstoredb';
import { standOnTheServer } from '../support/networks-on-eventstoredb';

const SPECS = [
  ...['./claim-to-payable', './idempotency', './lagging-views', './racing-claims', './worked-examples'],
  ...['audit-events', 'cap-usage', 'claims-table', 'csv-files', 'entities', 'moments', 'paging'].map(
    (reads) => `../../apps/api/reads/${reads}`,
  ),
];

withServer('the e2e suite on EventStoreDB', () => {
  standOnTheServer();
  // Loaded, not imported: without a server nothing of them may be here.
  for (const spec of SPECS) describe(`${spec}, on EventStoreDB`, () => void jest.requireActual(`${spec}.spec`));
  jest.setTimeout(120_000);
});
