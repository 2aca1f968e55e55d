import { InvariantBroken } from '#kernel/assert/assert';
import { Frontier } from '#platform/audit/tree/frontier';
import { registry } from '#platform/profiles/registry';
import type { ReplayVerdict } from '#platform/runtime/replay/replay-decisions';
import { replayDecisions } from '#platform/runtime/replay/replay-decisions';
import { hashing, nameLog } from '../../log/log-head';
import type { TheLog } from '../../log/the-log';
import { logOf } from '../../log/the-log';
import type { ExitCode } from '../../shell/exit';
import { EXIT, UsageError } from '../../shell/exit';
import { progressOf } from '../../shell/progress';
import type { Task } from '../../shell/task';

type Difference = Extract<ReplayVerdict, { verdict: 'DIFFERS' }>;
type Found = { readonly kind: 'match' } | { readonly kind: 'differs'; readonly difference: Difference } | Stopped;
/** A decision that cannot even be made again: the history before it is not one that this program writes. */
interface Stopped {
  readonly kind: 'stopped';
  readonly why: string;
}

/** `rpn replay --all`. */
export async function runReplay(task: Task): Promise<ExitCode> {
  if (task.options['all'] !== true) throw new UsageError('Say what to replay: rpn replay --all');
  const log = await logOf(task.place());
  const tree = Frontier.empty();
  try {
    const { found, matches } = await replay(task, log, tree);
    nameLog(task, log.path, tree.size, tree.root());
    return told(task, found, matches, tree.size);
  } finally {
    await log.reader.close();
  }
}

async function replay(task: Task, { reader }: TheLog, tree: Frontier): Promise<{ found: Found; matches: number }> {
  const { deciders, catalogue, folds } = registry;
  const progress = progressOf(task, 'replaying', (await reader.head()).sequence + 1);
  let matches = 0;
  try {
    for await (const verdict of replayDecisions(hashing(reader, tree), deciders, catalogue, folds)) {
      if (verdict.verdict === 'DIFFERS') return { found: { kind: 'differs', difference: verdict }, matches };
      matches += 1;
      progress.at(verdict.sequence);
    }
    return { found: { kind: 'match' }, matches };
  } catch (error) {
    if (!(error instanceof InvariantBroken)) throw error;
    return { found: { kind: 'stopped', why: error.message }, matches };
  } finally {
    progress.end();
  }
}

function told({ out }: Task, found: Found, matches: number, events: number): ExitCode {
  switch (found.kind) {
    case 'match':
      out.result(`MATCH: all ${matches} decisions, ${events} events`, { verdict: 'MATCH', decisions: matches, events });
      return EXIT.fine;
    case 'differs': {
      const { sequence, name, at, recorded, fresh } = found.difference;
      const where = at === '' ? 'as a whole' : `at ${at}`;
      out.result(
        `DIFFERS: event ${sequence}, ${name}, ${where}\n  recorded ${recorded}\n  fresh    ${fresh}\n${matches} decisions before it match.`,
        { ...found.difference, matches },
      );
      return EXIT.finding;
    }
    case 'stopped':
      out.result(`STOPPED after ${matches} decisions that match, before event ${events}: ${found.why}`, {
        verdict: 'STOPPED',
        matches,
        why: found.why,
      });
      return EXIT.finding;
  }
}
