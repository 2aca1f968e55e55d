import { Frontier } from '#platform/audit/tree/frontier';
import type { Hash } from '#platform/audit/tree/hash';
import { leafOfEvent } from '#platform/audit/tree/hash';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { START } from '#platform/event-store/port/event-store';
import type { Task } from '../shell/task';
import type { TheLog } from './the-log';
import { storedLeaves } from './the-log';

/** Tells on standard error on which log, and on how much of it, a run rests. */
export function nameLog({ out }: Task, path: string, size: number, root: Hash): void {
  out.note(`log ${path} · sequence ${size - 1} · root ${root.toString('hex')}`);
}

/** The same for a run that does not walk the log: its root from the stored leaf hashes, and from the events beyond them. */
export async function nameHead(task: Task, log: TheLog): Promise<void> {
  if (task.out.isQuiet) return;
  const tree = await storedTree(log);
  if ((await log.reader.head()).sequence + 1 !== tree.size) await hashAll(log.reader, tree);
  nameLog(task, log.path, tree.size, tree.root());
}

async function storedTree({ reader, leafPath }: TheLog): Promise<Frontier> {
  const leaves = storedLeaves(leafPath);
  const tree = Frontier.empty();
  const { sequence } = await reader.head();
  for (let leaf = leaves?.at(0); leaf !== undefined && tree.size <= sequence; leaf = leaves?.at(tree.size))
    tree.append(leaf);
  leaves?.close();
  return tree;
}

async function hashAll(reader: EventReader, tree: Frontier): Promise<void> {
  for await (const { event } of reader.readAll(START))
    if (event.sequence === tree.size) tree.append(leafOfEvent(event));
}

/** A reader that builds the tree of what is read from the first event on. */
export function hashing(reader: EventReader, tree: Frontier): EventReader {
  return {
    head: () => reader.head(),
    checkpointAt: (sequence) => reader.checkpointAt(sequence),
    readStream: (stream, from) => reader.readStream(stream, from),
    close: () => reader.close(),
    async *readAll(after, types) {
      for await (const logged of reader.readAll(after, types)) {
        tree.append(leafOfEvent(logged.event));
        yield logged;
      }
    },
  };
}
