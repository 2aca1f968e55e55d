import { personNamed } from '../../support/a-founding';
import type { Who } from './cast';
import { EVERYBODY } from './cast';
import type { Thing } from './things';
import { aPdf, claimBody, override } from './things';

/** A status, or the code of a 403 that is more than a missing role. */
export type Answer = 200 | 404 | 409 | 'SOD';
type Answers = Partial<Record<Who, Answer | undefined>>;

/** One address: what stands for `{id}`, what is sent, and what each person is answered. */
export interface Row {
  readonly id?: Thing;
  readonly body?: () => object;
  readonly query?: string;
  /** Nobody has to sign in. */
  readonly isPublic?: true;
  readonly answers: Answers;
}

const all = (answer: Answer, ...people: readonly Who[]): Answers =>
  Object.fromEntries(people.map((who) => [who, answer]));
const but = (answers: Answers, ...more: readonly Answers[]): Answers => Object.assign({}, answers, ...more) as Answers;

// Who answers what, in the words of the permission table. Whoever is not named is refused for want of a role.
const PROGRAM = all(200, 'program', 'involved', 'asker', 'both');
const SIGNED_IN = all(200, ...EVERYBODY.filter((who) => who !== 'gone'));
const WITH_A_ROLE = but(SIGNED_IN, { roleless: undefined, left: undefined });
/** What is the partner's: its staff and whoever may read its records; absent to the other partner's like. */
const STAFF = but(all(200, 'own', 'mate', 'both'), { other: 404 });
const READERS = but(PROGRAM, all(200, 'finance', 'auditor', 'own', 'mate', 'manager'));
const OTHERS_404 = all(404, 'other', 'other-manager');
const LISTS = but(READERS, all(200, 'other', 'other-manager'));
const ADMIN = all(200, 'admin');
const APPROVALS = but(PROGRAM, ADMIN, all(200, 'finance', 'auditor'));
/** A decision on alpha's money: not for whoever holds a duty on it, nor for whoever works for alpha. */
const DECIDES = but(PROGRAM, all('SOD', 'involved', 'both'));

const reason = (): object => ({ reason: 'So it is.' });
const nothing = (): object => ({});

const read = (answers: Answers, more: Omit<Row, 'answers'> = {}): Row => ({ ...more, answers });
const post = (answers: Answers, id: Thing | undefined, body: () => object): Row => ({
  ...(id === undefined ? {} : { id }),
  body,
  answers,
});
const open = (id?: Thing): Row => ({ isPublic: true, answers: SIGNED_IN, ...(id === undefined ? {} : { id }) });

/**
 * The authorization matrix: a row an operation of the OpenAPI document. A route without one fails the build, and so does a
 * row without a route. Commands are asked as a dry run, so every cell is answered in the same state.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  'GET /health/live': open(),
  'GET /health/ready': open(),
  'GET /metrics': open(),
  'GET /problems/{code}': open('problem'),
  'GET /v1/me': read(SIGNED_IN),
  'GET /v1/commands': read(SIGNED_IN, { query: `key=6f1c6c70-3d8a-4f0b-9d3e-2b9b8f4f6a11&path=/v1/claims` }),

  // Access
  'GET /v1/approvals': read(APPROVALS),
  'GET /v1/approvals.csv': read(APPROVALS),
  'GET /v1/approvals/{id}': read(APPROVALS, { id: 'pending' }),
  'POST /v1/approvals/{id}/confirm': post(but(PROGRAM, { asker: 'SOD' }), 'pending', nothing),
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
    ...{ slug: 'gamma', name: 'Gamma', states: ['NM'], territory: 'All of it', timeZone: 'America/Denver' },
    since: '2026-01-01',
  })),
  'POST /v1/partners/{id}/pause': post(PROGRAM, 'partner', reason),
  'POST /v1/partners/{id}/reactivate': post(all(409, 'program', 'involved', 'asker', 'both'), 'partner', reason),
  'POST /v1/partners/{id}/exit': post(PROGRAM, 'partner', () => ({ exitedOn: '2026-08-31', ...reason() })),
  'POST /v1/partners/{id}/people': post(PROGRAM, 'partner', () => ({
    ...{ personId: personNamed('roleless'), role: 'champion', from: '2026-08-01' },
  })),

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
  'POST /v1/cap-overrides': post(PROGRAM, undefined, () => override),
  'GET /v1/cap-usage': read(LISTS),
  'GET /v1/cap-usage.csv': read(LISTS),
  'GET /v1/policies': read(WITH_A_ROLE),
  'GET /v1/policies.csv': read(WITH_A_ROLE),

  // Payouts
  'GET /v1/payables': read(LISTS),
  'GET /v1/payables.csv': read(LISTS),
  'GET /v1/payables/{id}': read(but(READERS, OTHERS_404), { id: 'payable' }),
};
