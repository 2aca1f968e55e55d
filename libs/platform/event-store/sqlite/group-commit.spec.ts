import { GroupCommit } from '#platform/event-store/sqlite/group-commit';
import type { Append, LogWriter, Written } from '#platform/event-store/sqlite/log-writer';
import { eventsOf } from '../../../../test/support/stored-events';

/** Writes when told to, and remembers the streams of each group. */
class WriterByHand implements LogWriter {
  readonly groups: string[][] = [];
  private sequence = -1;
  private readonly held: (() => void)[] = [];

  constructor(private isHeld = false) {}

  async write(group: readonly Append[]): Promise<Written> {
    this.groups.push(group.map(({ stream }) => stream));
    if (this.isHeld) {
      await new Promise<void>((go) => {
        this.held.push(go);
      });
    }
    const results = group.map(({ events }) => {
      this.sequence += events.length;
      return { kind: 'ok', lastSequence: this.sequence, lastRevision: events.length - 1 } as const;
    });
    return { results, knownAt: group.flatMap(({ events }) => events.map(({ recordedAt }) => recordedAt)) };
  }

  letGo(): void {
    this.isHeld = false;
    for (const go of this.held.splice(0)) go();
  }

  async checkpoint(): Promise<void> {
    // There is no file.
  }

  async close(): Promise<void> {
    // There is no file.
  }
}

const committing = (writer: LogWriter): { commits: GroupCommit; committed: number[] } => {
  const committed: number[] = [];
  const after = {
    committed: (events: readonly { readonly event: { readonly sequence: number } }[]) =>
      void committed.push(...events.map(({ event }) => event.sequence)),
    unsure: () => undefined,
  };
  return { commits: new GroupCommit(writer, after, () => undefined), committed };
};

const append = (stream: string): Append => ({
  stream,
  expected: -1,
  events: eventsOf({ name: stream, data: [{}, {}] }),
});

describe('group commit', () => {
  it('writes in one group what several streams have ready in one turn, however many promises lie between', async () => {
    const writer = new WriterByHand();
    const { commits, committed } = committing(writer);
    const later = async (stream: string, promises: number): Promise<unknown> => {
      for (let n = 0; n < promises; n += 1) await Promise.resolve();
      return commits.append(append(stream));
    };
    const answers = await Promise.all([later('a', 0), later('b', 3), later('c', 30)]);
    expect(writer.groups).toEqual([['a', 'b', 'c']]);
    expect(answers).toEqual([1, 3, 5].map((lastSequence) => ({ kind: 'ok', lastSequence, lastRevision: 1 })));
    expect(committed).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('gathers in the next group what comes while one is being written', async () => {
    const writer = new WriterByHand(true);
    const { commits } = committing(writer);
    const first = commits.append(append('a'));
    await new Promise(setImmediate);
    const meanwhile = [commits.append(append('b'))];
    await new Promise(setImmediate);
    meanwhile.push(commits.append(append('c')));
    expect(writer.groups).toEqual([['a']]);
    writer.letGo();
    await Promise.all([first, ...meanwhile]);
    expect(writer.groups).toEqual([['a'], ['b', 'c']]);
  });

  it('is settled when what waits is answered', async () => {
    const writer = new WriterByHand(true);
    const { commits } = committing(writer);
    const order: string[] = [];
    const answered = commits.append(append('a')).then(() => order.push('answered'));
    const settled = commits.settled().then(() => order.push('settled'));
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    writer.letGo();
    await Promise.all([answered, settled]);
    expect(order).toEqual(['answered', 'settled']);
  });
});
