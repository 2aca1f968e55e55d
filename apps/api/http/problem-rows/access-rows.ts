import { row } from './row';

/** Who is asking, and whether they may. */
export const ACCESS_ROWS = {
  TOKEN_MISSING: row(
    401,
    'Not signed in',
    'Send Authorization: Bearer and a token; locally `rpn token --as HANDLE` prints one.',
    'A bearer token is needed.',
  ),
  TOKEN_INVALID: row(401, 'The token is not valid', 'Sign in again for a new token.', 'The token has expired.'),
  SUBJECT_UNKNOWN: row(
    403,
    'Nobody here by that name',
    'Ask an administrator to register you, or to restore your account.',
    'The token is valid, but its person is not registered here, or was signed out for good.',
  ),
  FORBIDDEN: row(
    403,
    'Not allowed in your roles',
    'Ask somebody who holds one of the roles named in `figures.needs`.',
    'ApproveClaim needs the role program-staff; you hold partner-staff.',
  ),
  SOD: row(
    403,
    'You hold another duty on this money',
    'Somebody else must do it; a change of role does not help (separation of duties). `figures.held` names your duty.',
    'You verified clm_…, so somebody else must approve it.',
  ),
  RATE_LIMITED: row(429, 'Too many requests', 'Wait as `Retry-After` says.', 'More than 100000 requests in 60 s.'),
  SIGN_IN_UNAVAILABLE: row(
    503,
    'The sign-in service cannot be reached',
    'Try again; nothing is let in while tokens cannot be verified.',
    'The issuer’s keys could not be fetched.',
  ),
} as const;
