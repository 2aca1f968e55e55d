import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'walk the log and tell its size and root, or the first event that is not as it was',
  examples: [
    ['verify', 'the log in DATA_DIR, while a server runs or not'],
    ['verify --log /mnt/copy --checkpoint kept.txt', 'a copy, against a checkpoint that was kept elsewhere'],
    ['verify --json -o kept.json', 'a checkpoint to keep elsewhere'],
  ],
  options: [
    { flags: '--log <path>', what: 'another log: a data folder, or the file itself' },
    { flags: '--checkpoint <file>', what: 'size and root that were kept; - is standard input' },
  ],
  more:
    'Checked of every event: its place, its ids, its canonical form, who did it and by which command, and its hash\n' +
    'against the one stored when it was first seen (DATA_DIR/leaves). Whoever changes the log can change those hashes\n' +
    'too, but not a checkpoint that you hold. The signatures of a checkpoint note are not checked yet.\n' +
    'What was erased (files, what people are called) is named: events refer to it, and its bytes are gone.',
  load: () => (require('./run') as typeof Run).runVerify,
};
