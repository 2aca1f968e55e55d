import type { Row } from './words';
import { all, but, LISTS, NETWORK, nothing, OTHERS_404, post, read, READERS, reason } from './words';

const FINANCE = all(200, 'finance');

/** The matrix's rows of payouts: what leaves is finance's alone, and partners see what they are owed and owe. */
export const PAYOUT_ROWS: Readonly<Record<string, Row>> = {
  'GET /v1/payables': read(LISTS),
  'GET /v1/payables.csv': read(LISTS),
  'GET /v1/payables/{id}': read(but(READERS, OTHERS_404), { id: 'payable' }),
  'POST /v1/payables/{id}/repay': post(FINANCE, 'cameBack', reason),
  'POST /v1/payables/{id}/resolve': post(FINANCE, 'unclear', () => ({
    ...{ outcome: 'settled', on: '2026-08-04' },
    ...reason(),
  })),
  'GET /v1/payout-batches': read(NETWORK),
  'GET /v1/payout-batches.csv': read(NETWORK),
  'GET /v1/payout-batches/{id}': read(NETWORK, { id: 'exported' }),
  'GET /v1/payout-batches/{id}/export.csv': read(all(200, 'finance', 'auditor'), { id: 'exported' }),
  'POST /v1/payout-batches': post(FINANCE, undefined, nothing),
  'POST /v1/payout-batches/{id}/approve': post(all('SOD', 'finance'), 'prepared', nothing),
  'POST /v1/payout-batches/{id}/cancel': post(FINANCE, 'prepared', reason),
  'POST /v1/payout-batches/{id}/export': post(FINANCE, 'letGo', nothing),
  'POST /v1/payout-batches/{id}/results': post(FINANCE, 'exported', ({ unclear }) => ({
    results: [{ payableId: unclear, result: 'settled', on: '2026-08-04' }],
  })),
  'GET /v1/receivables': read(LISTS),
  'GET /v1/receivables.csv': read(LISTS),
  'GET /v1/receivables/{id}': read(but(READERS, OTHERS_404), { id: 'receivable' }),
  'POST /v1/receivables/{id}/repay': post(FINANCE, 'receivable', () => ({
    ...{ repaidCents: 40_000, receivedOn: '2026-08-04' },
  })),
};
