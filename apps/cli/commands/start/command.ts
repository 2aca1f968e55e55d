import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const startCommand: CliCommand = {
  name: 'start',
  summary: 'serve the network: open its data, verify the log, take requests until ended',
  examples: [
    ['start', 'on http://127.0.0.1:3000, with the data in ./data'],
    ['start --json', 'a line of JSON when it serves, for whoever waits for it'],
  ],
  options: [],
  more:
    'Settings come from the environment: see docs/reference/configuration.md. An empty store is filled as DEMO says.\n' +
    'A log that is not as it was written is not served: exit code 1. SIGTERM and SIGINT finish what is in hand, for at\n' +
    'most 10 s. Requests are logged to standard error.',
  load: () => (require('./run') as typeof Run).runStart,
};
