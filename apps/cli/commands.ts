import { doctorCommand } from './commands/doctor/command';
import { importCommands } from './commands/import/command';
import { logExportCommand } from './commands/log-export/command';
import { logImportCommand } from './commands/log-import/command';
import { rebuildCommand } from './commands/rebuild/command';
import { replayCommand } from './commands/replay/command';
import { seedCommand } from './commands/seed/command';
import { startCommand } from './commands/start/command';
import { tokenCommand } from './commands/token/command';
import { verifyCommand } from './commands/verify/command';
import type { CliCommand } from './shell/command';

/** What `rpn` can do, in the order in which its help lists it. */
export const commands: readonly CliCommand[] = [
  startCommand,
  seedCommand,
  tokenCommand,
  doctorCommand,
  verifyCommand,
  replayCommand,
  rebuildCommand,
  ...importCommands,
  logExportCommand,
  logImportCommand,
];
