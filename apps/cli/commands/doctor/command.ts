import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const doctorCommand: CliCommand = {
  name: 'doctor',
  summary: 'look over this machine, its settings and its data, and say what is wrong',
  examples: [
    ['doctor', 'everything at once'],
    ['doctor --json', 'the same for a program'],
  ],
  options: [],
  more: 'Changes nothing. Exit code 1 when something is wrong; a warning alone is 0.',
  load: () => (require('./run') as typeof Run).runDoctor,
};
