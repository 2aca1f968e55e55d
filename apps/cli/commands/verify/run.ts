import type { TreeHead } from '#platform/audit/verify/verification';
import { readCheckpoint } from '../../log/checkpoint-file';
import type { ErasedPayload } from '../../log/read-erased';
import { readErased } from '../../log/read-erased';
import { nameLog } from '../../log/log-head';
import type { TheLog } from '../../log/the-log';
import { leavesToGrow, logAt, logOf, storedLeaves } from '../../log/the-log';
import type { Walked } from '../../log/walk';
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
  const log = elsewhere === undefined ? await logOf(task.place()) : logAt(elsewhere);
  // A copy is looked at and not added to. Nor are hashes stored that a checkpoint may be about to disprove.
  const grow = elsewhere === undefined && checkpoints.length === 0;
  const leaves = grow ? leavesToGrow(log.leafPath) : storedLeaves(log.leafPath);
  try {
    const walked = await walk(task, { ...log, leaves, grow, checkpoints });
    const erased = walked.found.kind === 'bad' ? [] : await readErased(log.reader);
    return told(task, log, walked, erased, checkpoints);
  } finally {
    leaves?.close();
    await log.reader.close();
  }
}

function told(
  task: Task,
  log: TheLog,
  { found, compared }: Walked,
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
  const hex = root.toString('hex');
  const gone = erased.map(({ sha256, sequence }) => `\nerased: ${sha256} (event ${sequence})`).join('');
  out.result(`${proved(size, compared, checkpoints)}\nroot: ${hex}${gone}`, {
    ...{ verdict: 'good', size, root: hex, hashesCompared: compared },
    ...(erased.length === 0 ? {} : { erased }),
    checkpointsContained: checkpoints.map((head) => head.size),
  });
  return EXIT.fine;
}

/** No more than was shown: without anything kept from before, a log that was rewritten in good form looks the same. */
function proved(size: number, compared: number, checkpoints: readonly TreeHead[]): string {
  const contained = checkpoints.map((head) => `, containing the ${head.size} of the checkpoint`).join('');
  const hashes = compared === 0 ? '' : `, ${compared === size ? 'each' : compared} with the hash stored before`;
  if (size === 0 || hashes + contained !== '') return `verified: ${size} events${contained}${hashes}`;
  return (
    `well formed and in order: ${size} events. Nothing was kept from before to hold them against ` +
    '(no stored hashes, no checkpoint), so this does not show that none was changed.'
  );
}
