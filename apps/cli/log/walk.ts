import type { LeafFile } from '#platform/audit/tree/leaf-file';
import type { TreeHead, Verification } from '#platform/audit/verify/verification';
import { verifyLog } from '#platform/audit/verify/verify-log';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { isDamage } from '#platform/profiles/embedded/open-log';
import type { Progress } from '../shell/progress';
import { progressOf } from '../shell/progress';
import type { Task } from '../shell/task';

export interface Walk {
  readonly reader: EventReader;
  /** The log's engine is asked about it as well. */
  readonly fault: () => string | undefined;
  /** Compared with what is read. */
  readonly leaves: LeafFile | undefined;
  /** Whether the leaves of good events are added to them. */
  readonly grow: boolean;
  readonly checkpoints: readonly TreeHead[];
  /** Whether an event with its stored leaf hash is good without being held to every rule again. */
  readonly trustLeaves?: boolean;
}

export interface Walked {
  readonly found: Verification;
  /** How many events were held against a leaf hash that was stored before. */
  readonly compared: number;
}

/** Walks a log from its first event to its head of this moment and says whether it is as it was. */
export async function walk(task: Task, how: Walk): Promise<Walked> {
  const counted = { compared: 0 };
  const found = await verified(task, how, counted);
  return { found, ...counted };
}

async function verified(
  task: Task,
  { reader, fault, leaves, grow, checkpoints, trustLeaves = false }: Walk,
  counted: { compared: number },
): Promise<Verification> {
  // Before the walk: a server that appends meanwhile stores leaves of events that this walk will not reach.
  const kept = leaves?.size ?? 0;
  let progress: Progress | undefined;
  let good = 0;
  try {
    progress = progressOf(task, 'verifying', (await reader.head()).sequence + 1);
    const found = await verifyLog(reader, {
      checkpoints,
      trustLeaves,
      leafAt: (position) => {
        const leaf = leaves?.at(position);
        if (leaf !== undefined) counted.compared += 1;
        return leaf;
      },
      onLeaf: (position, leaf) => {
        good = position + 1;
        if (grow) leaves?.put(position, leaf);
      },
      onProgress: (size) => progress?.at(size),
    });
    if (found.kind === 'bad') return found;
    return found.size < kept ? shortened(found.size, kept) : (faulty(fault()) ?? found);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { kind: 'bad', badPosition: good, why: `the file itself is damaged: ${(error as Error).message}` };
  } finally {
    progress?.end();
  }
}

/** The events are good; is the rest of the file? */
function faulty(fault: string | undefined): Verification | undefined {
  if (fault === undefined) return undefined;
  return { kind: 'bad', badPosition: 0, why: `the events are, but SQLite finds the file itself unsound: ${fault}` };
}

function shortened(size: number, kept: number): Verification {
  const why = `the log ends after ${size} events, but there are leaf hashes of ${kept}: the end is missing`;
  return { kind: 'bad', badPosition: size, why };
}

/** What is wrong, and where, in one line. */
export function badNews({ badPosition, before, why }: Extract<Verification, { kind: 'bad' }>): string {
  const place = before === undefined ? `at event ${badPosition}` : `at or after event ${badPosition}, before ${before}`;
  return `The log is not as it was written, ${place}: ${why}.`;
}
