import '../support/lagging-networks';
// The same races and retries, once more.
import './racing-claims.spec';
import './idempotency.spec';

jest.setTimeout(120_000);
