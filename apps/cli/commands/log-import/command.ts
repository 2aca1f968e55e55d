import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const logImportCommand: CliCommand = {
  name: 'log import',
  summary: 'bring an exported log into an empty store: ids, sequences and root stay the same',
  examples: [
    ['log import log.jsonl', 'into the store that PROFILE and DATA_DIR name'],
    ['log import log.jsonl --json', 'the same for a program'],
  ],
  argument: { name: 'file', what: 'what `rpn log export` wrote' },
  options: [],
  more:
    'The file is read twice: first every line is checked to the byte, and the root over all of them, and a file that is not\n' +
    'sound changes nothing (exit code 1). The store has to be empty, or to hold the beginning of the same log: an import\n' +
    'that was ended early goes on where it was. Nothing else may write meanwhile.',
  load: () => (require('./run') as typeof Run).runLogImport,
};
