import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const tokenCommand: CliCommand = {
  name: 'token',
  summary: 'print a token with which a person signs in on this machine',
  examples: [
    ['token --as program-1', 'for the API: curl -H "Authorization: Bearer $(npx rpn token --as program-1)" …'],
    ['token --as codeva-staff-1 --ttl 30m', 'a short one'],
  ],
  options: [
    { flags: '--as <handle>', what: 'who signs in', required: true },
    { flags: '--ttl <time>', what: 'how long it is valid: 8h, 30m, 90s; at most 8h', default: '8h' },
  ],
  more: 'Signed with the key in DATA_DIR/keys, so whoever can read that file can be anybody. Roles are not in the token.',
  load: () => (require('./run') as typeof Run).runToken,
};
