import { row } from './row';

/** Answers of the machine itself: to commands in general, and when it cannot do its work. */
export const SERVICE_ROWS = {
  KEY_REUSED: row(
    422,
    'The key was used with another body',
    'Send a new Idempotency-Key for a new command; the first one stands.',
    'This key was first used at 2026-04-01T07:00:00.000Z with another body.',
  ),
  STALE: row(
    412,
    'It has changed since you read it',
    'Read it again and decide on what you see then.',
    'You named revision 17, it stands at 19.',
  ),
  UNKNOWN_OUTCOME: row(
    503,
    'Not known whether it was stored',
    'Send the same request with the same Idempotency-Key: it has one effect at most.',
    'The store did not answer in time.',
  ),
  LOG_UNAVAILABLE: row(
    503,
    'The log cannot be reached',
    'Send the same request again; a command with the same Idempotency-Key has one effect at most.',
    'The log cannot be reached at the moment.',
  ),
  BUSY: row(503, 'Too much is waiting', 'Send the same request again a little later.', '10000 commands are waiting.'),
  SHUTTING_DOWN: row(503, 'The server is stopping', 'Send the same request again.', 'No new work is taken.'),
  BEHIND: row(
    503,
    'The view has not reached that sequence yet',
    'Ask again as `Retry-After` says.',
    'The view stands at 480, you asked for 500.',
  ),
  STILL_FOLDING: row(
    503,
    'The view of that moment is still being made',
    'Ask again as `Retry-After` says; the work goes on meanwhile.',
    'The views as of 48213 are still being folded.',
  ),
  BEYOND_LOG: row(
    400,
    'The log has not got that far',
    'Name a sequence up to `Log-Sequence`.',
    'The log ends at 480, before 500.',
  ),
  NOT_READY: row(503, 'Not ready', 'Wait; `checks` names what is wrong.', 'cap-usage stopped at event 480.'),
  DISK_FULL: row(507, 'No room on the disk', 'Tell the operator; nothing was stored.', 'The disk is full.'),
  INTERNAL: row(
    500,
    'A fault of this program',
    'Tell us the `requestId`; the same request with the same key may be sent again.',
    'The fault is logged under the request’s id.',
  ),
} as const;
