import { exportLog } from '#platform/audit/transfer/export-log';
import { nameLog } from '../../log/log-head';
import { logOf } from '../../log/the-log';
import type { ExitCode } from '../../shell/exit';
import { EXIT } from '../../shell/exit';
import { progressOf } from '../../shell/progress';
import type { Task } from '../../shell/task';

/** `rpn log export`. */
export async function runLogExport(task: Task): Promise<ExitCode> {
  const log = await logOf(task.place());
  const progress = progressOf(task, 'exporting', (await log.reader.head()).sequence + 1);
  try {
    const lines = exportLog(log.reader);
    let next = await lines.next();
    for (let written = 1; next.done !== true; written += 1) {
      await task.out.paced(next.value);
      progress.at(written);
      next = await lines.next();
    }
    const { size, root } = next.value;
    nameLog(task, log.path, size, Buffer.from(root, 'hex'));
    return EXIT.fine;
  } finally {
    progress.end();
    await log.reader.close();
  }
}
