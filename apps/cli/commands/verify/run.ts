import type { TreeHead, Verification } from '#platform/audit/verify/verification';
import { readCheckpoint } from '../../log/checkpoint-file';
import type { ErasedPayload } from '../../log/read-erased';
import { readErased } from '../../log/read-erased';
import { nameLog } from '../../log/log-head';
import type { TheLog } from '../../log/the-log';
import { leavesToGrow, logAt, logIn, storedLeaves } from '../../log/the-log';
import { badNews, walk } from '../../log/walk';
import type { ExitCode } from '../../shell/exit';
import { EXIT } from '../../shell/exit';
import type { Task } from '../../shell/task';
import { textOption } from '../../shell/task';

/** `rpn verify`. */
export async function runVerify(task: Task): Promise<ExitCode> {
  const kept = textOption(task, 'checkpoint');
  const checkpoints = kept === undefined ? [] : [await readCheckpoint(task, kept)];
  const elsewhere = textOption(task, 'log');
  const log = elsewhere === undefined ? logIn(task.dataDir) : logAt(elsewhere);
  // A copy is looked at and not added to. Nor are hashes stored that a checkpoint may be about to disprove.
  const grow = elsewhere === undefined && checkpoints.length === 0;
  const leaves = grow ? leavesToGrow(log.leafPath) : storedLeaves(log.leafPath);
  try {
    const found = await walk(task, { ...log, leaves, grow, checkpoints });
    return told(task, log, found, found.kind === 'bad' ? [] : await readErased(log.reader), checkpoints);
  } finally {
    leaves?.close();
    await log.reader.close();
  }
}

function told(
  task: Task,
  log: TheLog,
  found: Verification,
  erased: readonly ErasedPayload[],
  checkpoints: readonly TreeHead[],
): ExitCode {
  const { out } = task;
  if (found.kind === 'bad') {
    const { badPosition, before, why } = found;
    out.note(`log ${log.path}`);
    out.result(badNews(found), { verdict: 'bad', badPosition, ...(before === undefined ? {} : { before }), why });
    return EXIT.finding;
  }
  const { size, root } = found;
  nameLog(task, log.path, size, root);
  const contained = checkpoints.map((head) => `, containing the ${head.size} of the checkpoint`).join('');
  const gone = erased.map(({ sha256, sequence }) => `\nerased: ${sha256} (event ${sequence})`).join('');
  out.result(`verified: ${size} events${contained}\nroot: ${root.toString('hex')}${gone}`, {
    verdict: 'good',
    size,
    root: root.toString('hex'),
    ...(erased.length === 0 ? {} : { erased }),
  });
  return EXIT.fine;
}
