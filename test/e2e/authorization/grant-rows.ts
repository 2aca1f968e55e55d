import { personNamed } from '../../support/a-founding';
import { goals } from '../../support/grants';
import { OF_ALPHA, OF_BETA } from './cast';
import { grantsDraftBody, proposalBody, proposalText, round } from './grant-things';
import type { Row } from './words';
import {
  DRAFTS,
  LISTS,
  NETWORK,
  OTHERS_404,
  PROGRAM,
  READERS,
  REVIEWERS,
  STAFF,
  WITH_A_ROLE,
  all,
  at,
  but,
  nothing,
  post,
  read,
} from './words';

const READS = NETWORK;
/** Whoever may apply for alpha: the staff too, who may stand behind what another wrote. */
const APPLICANTS = but(all(200, 'own', 'mate', 'manager', 'facilitator', 'champion', 'both'), all(404, ...OF_BETA));
const ASSIGNED = but(all(200, 'reviewer', 'second-reviewer'), { 'other-reviewer': 404 });

/** Nobody decides on a grant of their own partner. */
const OF_OTHERS = but(PROGRAM, { both: 'SOD' });

/** The matrix's rows of marketing grants. */
export const GRANT_ROWS: Readonly<Record<string, Row>> = {
  'POST /v1/policies/grants': post(PROGRAM, undefined, grantsDraftBody),
  'POST /v1/policies/grants/{id}/publish': post(PROGRAM, 'grantsDraft', nothing),
  'GET /v1/policies/grants/{id}': read(DRAFTS, { id: 'grantsDraft' }),
  'POST /v1/pools': post(but(PROGRAM, all(200, 'finance')), undefined, () => ({ year: 2027 })),
  'POST /v1/pools/{id}/lapse': post(but(PROGRAM, all(200, 'finance')), 'endedYear', nothing),
  'GET /v1/pools': read(READS),
  'GET /v1/pools.csv': read(READS),
  'GET /v1/pools/{id}': read(READS, { id: 'year' }),
  'POST /v1/rounds': post(PROGRAM, undefined, () => ({ ...round, goals })),
  'POST /v1/rounds/{id}/change-cap': post(PROGRAM, 'quarter', () => ({ capPerPartnerCents: 300_000, reason: 'So.' })),
  'POST /v1/rounds/{id}/extend': post(PROGRAM, 'quarter', () => ({
    closesAt: '2026-09-20T00:00:00-07:00',
    reason: 'So.',
  })),
  'POST /v1/rounds/{id}/close': post(PROGRAM, 'quarter', nothing),
  // A dry run draws the slate, which its readers may as well. Who may not decide it is refused when it is confirmed.
  'POST /v1/rounds/{id}/allocate': post(READS, 'undecidedQuarter', nothing),
  'POST /v1/rounds/{id}/promote': post(OF_OTHERS, 'decidedQuarter', nothing),
  'GET /v1/rounds': read(WITH_A_ROLE),
  'GET /v1/rounds.csv': read(WITH_A_ROLE),
  'GET /v1/rounds/{id}': read(WITH_A_ROLE, { id: 'quarter' }),
  'GET /v1/rounds/{id}/slate': read(READS, { id: 'decidedQuarter' }),
  'GET /v1/slates': read(READS),
  'GET /v1/slates.csv': read(READS),

  'POST /v1/proposals': post(APPLICANTS, undefined, () => proposalBody()),
  'POST /v1/proposals/{id}/cosign': post(STAFF, 'unsigned', nothing),
  'POST /v1/proposals/{id}/revise': post(APPLICANTS, 'proposed', proposalText),
  'POST /v1/proposals/{id}/withdraw': post(APPLICANTS, 'proposed', nothing),
  'POST /v1/proposals/{id}/assign': post(PROGRAM, 'proposed', () => ({ reviewerIds: [personNamed('other-reviewer')] })),
  'POST /v1/proposals/{id}/declare-conflict': post(ASSIGNED, 'proposed', () => ({ conflict: true })),
  'POST /v1/proposals/{id}/review': at(
    '2026-09-17T12:00:00.000Z',
    post(ASSIGNED, 'proposed', () => ({ alignment: 4, reach: 4, comment: 'So it is.' })),
  ),
  'POST /v1/proposals/{id}/defer': post(OF_OTHERS, 'proposed', () => ({ reason: 'So.' })),
  'GET /v1/proposals': read(but(READS, REVIEWERS, all(200, ...OF_ALPHA, ...OF_BETA))),
  'GET /v1/proposals.csv': read(but(READS, REVIEWERS, all(200, ...OF_ALPHA, ...OF_BETA))),
  'GET /v1/proposals/{id}': read(but(READS, ASSIGNED, all(200, ...OF_ALPHA), all(404, ...OF_BETA)), { id: 'proposed' }),
  'GET /v1/review-queue': read(but(READS, REVIEWERS)),
  'GET /v1/review-queue.csv': read(but(READS, REVIEWERS)),

  'POST /v1/awards/{id}/accept': post(STAFF, 'offered', nothing),
  'POST /v1/awards/{id}/decline': post(STAFF, 'offered', nothing),
  'POST /v1/awards/{id}/report': post(STAFF, 'accepted', () => ({
    ...{ spentCents: 100_000, actualOutcomes: [{ metric: 'people-reached', actual: 0 }] },
  })),
  'POST /v1/awards/{id}/lapse': at('2026-08-11T12:00:00.000Z', post(PROGRAM, 'offered', nothing)),
  'POST /v1/awards/{id}/amend': post(OF_OTHERS, 'accepted', () => ({ endsOn: '2026-12-31', reason: 'So.' })),
  'POST /v1/awards/{id}/accept-report': post(
    but(PROGRAM, all('SOD', 'asker', 'involved', 'both')),
    'reported',
    nothing,
  ),
  // What is owed once a report is accepted is a receivable, and comes back there.
  'POST /v1/awards/{id}/return-funds': post(all(200, 'finance'), 'reversed', () => ({
    returnedCents: 40_000,
    how: 'repaid',
  })),
  'POST /v1/awards/{id}/reverse': post(OF_OTHERS, 'accepted', () => ({ reason: 'error', note: 'A slip.' })),
  'POST /v1/awards/{id}/close': post(PROGRAM, 'spentAll', nothing),
  'GET /v1/awards': read(LISTS),
  'GET /v1/awards.csv': read(LISTS),
  'GET /v1/awards/{id}': read(but(READERS, OTHERS_404), { id: 'offered' }),
  'GET /v1/grant-cap-usage': read(LISTS),
  'GET /v1/grant-cap-usage.csv': read(LISTS),
  'GET /v1/grant-reach': read(LISTS),
  'GET /v1/grant-reach.csv': read(LISTS),
};
