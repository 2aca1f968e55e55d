import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const replayCommand: CliCommand = {
  name: 'replay',
  summary: 'decide every command of the log again and compare with what was recorded',
  examples: [
    ['replay --all', 'MATCH, or the first decision that comes out otherwise'],
    ['replay --all --json', 'the same for a program'],
  ],
  options: [{ flags: '--all', what: 'every decision of the log' }],
  more: 'Nothing is written. Each decision is given what it was given then: its facts, its policy, the calendar’s answers.',
  load: () => (require('./run') as typeof Run).runReplay,
};
