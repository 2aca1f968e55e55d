import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const logExportCommand: CliCommand = {
  name: 'log export',
  summary: 'write the whole log as lines of JSON, to be kept or moved into another store',
  examples: [
    ['log export', 'the log that PROFILE and DATA_DIR name, on standard output'],
    ['log export -o log.jsonl', 'into a file'],
    ['log export -q | gzip > log.jsonl.gz', 'packed'],
  ],
  options: [],
  more:
    'A line an event: its canonical bytes, which are what is hashed, and its place. The last line tells how many there are\n' +
    'and the root over them, so that what was cut off is noticed. A server may run: the export ends at the head that it\n' +
    'finds. Evidence files (DATA_DIR/blobs) are not part of the log: copy them beside it.',
  load: () => (require('./run') as typeof Run).runLogExport,
};
