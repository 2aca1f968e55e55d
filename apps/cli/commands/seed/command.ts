import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

export const seedCommand: CliCommand = {
  name: 'seed',
  summary: 'fill an empty store with the demo network',
  examples: [
    ['seed', 'the network and its history up to today'],
    ['seed --now 2026-08-04', 'up to that day; the same day gives the same log, byte for byte'],
    ['seed --only network', 'partners, people and policies without any activity'],
  ],
  options: [
    { flags: '--now <date>', what: 'the day on which the history ends; today when left out' },
    { flags: '--only <what>', what: 'leave the history out', choices: ['network'] },
  ],
  more: 'Refuses a store that is not empty, unless its seeding was ended early: that one it brings to its end.',
  load: () => (require('./run') as typeof Run).runSeed,
};
