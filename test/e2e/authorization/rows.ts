import { partnerNamed, personNamed } from '../../support/a-founding';
import { accountBody, aPdf, aTable, claimBody, draftBody, newPartner, override, w9Body } from './things';
import type { Row } from './words';
import {
  ADMIN,
  APPLIES,
  APPROVALS,
  DECIDES,
  DRAFTS,
  IMPORTS,
  LISTS,
  NETWORK,
  OTHERS_404,
  PROGRAM,
  READERS,
  SIGNED_IN,
  STAFF,
  WITH_A_ROLE,
  all,
  but,
  nothing,
  open,
  post,
  read,
  reason,
} from './words';

/**
 * The authorization matrix: a row an operation of the OpenAPI document. A route without one fails the build, and so does a
 * row without a route. Commands are asked as a dry run, so every cell is answered in the same state.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  'GET /health/live': open(),
  'GET /health/ready': open(),
  'GET /metrics': open(),
  'GET /problems': open(),
  'GET /problems/{code}': open('problem'),
  'GET /v1/me': read(SIGNED_IN),
  'GET /v1/commands': read(SIGNED_IN, { query: `key=6f1c6c70-3d8a-4f0b-9d3e-2b9b8f4f6a11&path=/v1/claims` }),

  // Access
  'GET /v1/approvals': read(APPROVALS),
  'GET /v1/approvals.csv': read(APPROVALS),
  'GET /v1/approvals/{id}': read(APPROVALS, { id: 'pending' }),
  'POST /v1/approvals/{id}/confirm': post(but(PROGRAM, all('SOD', 'asker', 'both')), 'pending', nothing),
  'POST /v1/approvals/{id}/reject': post(PROGRAM, 'pending', nothing),
  'POST /v1/people/{id}/roles': post(ADMIN, 'person', () => ({ role: 'finance' })),
  'POST /v1/people/{id}/revoke-role': post(ADMIN, 'holder', () => ({ role: 'finance', ...reason() })),
  'POST /v1/people/{id}/deactivate': post(ADMIN, 'person', reason),
  'POST /v1/people/{id}/reactivate': post(ADMIN, 'leaver', reason),
  'POST /v1/payloads/{id}/erase': post(ADMIN, 'file', reason),
  'GET /v1/audit/events': read(all(200, 'auditor', 'finance')),
  'GET /v1/audit/security': read(all(200, 'auditor')),

  // Partners
  'GET /v1/partners': read(WITH_A_ROLE),
  'GET /v1/partners.csv': read(WITH_A_ROLE),
  'GET /v1/partners/{id}': read(but(WITH_A_ROLE, OTHERS_404, all(404, 'other-facilitator', 'other-champion')), {
    id: 'partner',
  }),
  'POST /v1/partners': post(PROGRAM, undefined, () => ({
    ...newPartner('delta'),
  })),
  'POST /v1/partners/{id}/pause': post(PROGRAM, 'partner', reason),
  'POST /v1/partners/{id}/reactivate': post(PROGRAM, 'paused', reason),
  'POST /v1/partners/{id}/exit': post(PROGRAM, 'partner', () => ({ exitedOn: '2026-08-31', ...reason() })),
  'POST /v1/partners/{id}/people': post(PROGRAM, 'partner', () => ({
    ...{ personId: personNamed('roleless'), role: 'champion', from: '2026-08-01' },
  })),

  'POST /v1/partners/{id}/people/end': post(PROGRAM, 'partner', () => ({
    ...{ personId: personNamed('mate'), role: 'partner-staff', until: '2026-08-31' },
  })),
  'POST /v1/partners/{id}/territories': post(PROGRAM, 'partner', () => ({
    ...{ effectiveFrom: '2026-09-01', areas: [{ state: 'NM' }], territory: 'All of it' },
  })),
  'POST /v1/partners/{id}/w9': post(but(STAFF, PROGRAM, all(200, 'finance')), 'partner', w9Body),
  'POST /v1/partners/{id}/payee': post(but(PROGRAM, { finance: 200, both: 'SOD' }), 'partner', () => accountBody),
  'GET /v1/bank-details/{sha256}': read(all(200, 'finance', 'auditor'), { id: 'account' }),
  'GET /v1/tax-details/{sha256}': read(all(200, 'finance', 'auditor'), { id: 'taxForm' }),
  'GET /v1/territories': read(WITH_A_ROLE),
  'GET /v1/territories.csv': read(WITH_A_ROLE),
  'GET /v1/subjects': read(WITH_A_ROLE),
  'GET /v1/subjects.csv': read(WITH_A_ROLE),
  'POST /v1/cohorts': post(PROGRAM, undefined, () => ({
    ...{ name: 'fall-2026', partnerId: partnerNamed('alpha'), title: 'Coaches' },
  })),
  'POST /v1/subjects': post(PROGRAM, undefined, () => ({
    ...{ name: 'prep', kind: 'school', state: 'NM', title: 'Prep', because: 'tribal' },
  })),
  'GET /v1/districts': read(NETWORK),
  'GET /v1/districts.csv': read(NETWORK),
  'POST /v1/districts/{id}/sign-up': post(PROGRAM, 'district', () => ({ signedOn: '2026-08-01', tier: 1 })),

  // Files of rows: whoever may issue a command of such rows, and an import is for whoever brought it, and auditors.
  'POST /v1/imports': { ...post(PROGRAM, undefined, aTable), query: 'kind=signups' },
  'GET /v1/imports/{id}': read(IMPORTS, { id: 'import' }),
  'GET /v1/imports/{id}/rejected.csv': read(IMPORTS, { id: 'import' }),
  'POST /v1/imports/{id}/apply': post(APPLIES, 'import', ({ planHash }) => ({ planHash })),

  // Evidence and claims
  'POST /v1/evidence': post(but(PROGRAM, all(200, 'own', 'mate', 'other')), undefined, aPdf),
  'GET /v1/evidence/{id}': read(but(READERS, OTHERS_404), { id: 'file' }),
  'GET /v1/claims': read(LISTS),
  'GET /v1/claims.csv': read(LISTS),
  'GET /v1/claims/{id}': read(but(READERS, OTHERS_404), { id: 'claimed' }),
  'POST /v1/claims': post(STAFF, undefined, () => claimBody(99)),
  'POST /v1/claims/{id}/withdraw': post(STAFF, 'claimed', nothing),
  'POST /v1/claims/{id}/resubmit': post(STAFF, 'asked', () => ({ answer: 'This one.' })),
  'POST /v1/claims/{id}/appeal': post(STAFF, 'denied', () => ({ grounds: 'It is in force.' })),
  'POST /v1/claims/{id}/request-information': post(DECIDES, 'claimed', () => ({ question: 'Which?' })),
  'POST /v1/claims/{id}/verify': post(DECIDES, 'claimed', nothing),
  'POST /v1/claims/{id}/deny': post(DECIDES, 'claimed', reason),
  'POST /v1/claims/{id}/approve': post(DECIDES, 'verified', nothing),
  'POST /v1/claims/{id}/decide-appeal': post(DECIDES, 'appealed', () => ({ upheld: true, ...reason() })),
  // Taking money back is no duty that must be another's; only the own partner's claim is not for them.
  'POST /v1/claims/{id}/reverse': post(but(PROGRAM, { both: 'SOD' }), 'approved', () => ({
    reason: 'error',
    note: 'A slip.',
  })),
  'POST /v1/claims/{id}/resolve-contest': post(but(PROGRAM, { both: 'SOD' }), 'contested', () => ({
    standing: 'first',
    ...reason(),
  })),
  'POST /v1/cap-overrides': post(but(PROGRAM, { both: 'SOD' }), undefined, () => override),
  'GET /v1/cap-usage': read(LISTS),
  'GET /v1/cap-usage.csv': read(LISTS),
  'GET /v1/exposure': read(NETWORK),
  'GET /v1/exposure.csv': read(NETWORK),
  'GET /v1/my-work': read(WITH_A_ROLE),
  'GET /v1/my-work.csv': read(WITH_A_ROLE),
  'POST /v1/policies/incentives': post(PROGRAM, undefined, draftBody),
  'POST /v1/policies/incentives/{id}/publish': post(PROGRAM, 'draft', nothing),
  'GET /v1/policies/incentives/{id}': read(DRAFTS, { id: 'draft' }),
  'GET /v1/policies': read(WITH_A_ROLE),
  'GET /v1/policies.csv': read(WITH_A_ROLE),
};
