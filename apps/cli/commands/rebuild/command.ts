import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const rebuildCommand: CliCommand = {
  name: 'rebuild',
  summary: 'fold views from the first event again and compare with what they were',
  examples: [
    ['rebuild', 'every view'],
    ['rebuild cap-usage', 'one of them'],
  ],
  argument: { name: 'view', what: 'the name of a view; all of them when left out' },
  options: [],
  more: 'Views are made from the log and hold nothing of their own. The server has to be stopped: it writes them.',
  load: () => (require('./run') as typeof Run).runRebuild,
};
