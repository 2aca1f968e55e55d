import { instant } from '#kernel/time/instant';
import { uuidOf } from '#kernel/ids/uuid';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { START } from '#platform/event-store/port/event-store';
import type { EventToAppend } from '#platform/event-store/port/stored-event';
import { collect } from '../../../test/support/stored-events';
import { SandboxStore } from './sandbox-store';

const event = (name: string, at = '2026-08-04T12:00:00.000Z'): EventToAppend => ({
  ...{ id: uuidOf(name), type: 'Happened', version: 1, recordedAt: instant(at) },
  ...{ data: `{"name":"${name}"}`, metadata: '{}' },
});

async function logs(): Promise<{ log: MemoryEventStore; sandbox: SandboxStore }> {
  const log = new MemoryEventStore();
  await log.append('a', -1, [event('a0'), event('a1')]);
  await log.append('b', -1, [event('b0')]);
  const sandbox = new SandboxStore(log, await log.head());
  // What comes to the log later is not there.
  await log.append('a', 1, [event('a2')]);
  return { log, sandbox };
}
const idsIn = async (sandbox: SandboxStore, after = START, types?: string[]) =>
  (await collect(sandbox.readAll(after, types))).map((logged) => [logged.event.sequence, logged.event.id]);

describe('a sandbox', () => {
  it('is the log up to where it was opened, and what is appended behind it', async () => {
    const { log, sandbox } = await logs();
    expect(await sandbox.append('a', 1, [event('x'), event('y')])).toEqual({
      kind: 'ok',
      lastSequence: 4,
      lastRevision: 3,
    });
    expect(await sandbox.append('c', -1, [event('z')])).toEqual({ kind: 'ok', lastSequence: 5, lastRevision: 0 });
    const names = ['a0', 'a1', 'b0', 'x', 'y', 'z'];
    expect(await idsIn(sandbox)).toEqual(names.map((name, sequence) => [sequence, uuidOf(name)]));
    const read = await collect(sandbox.readStream('a', 1));
    expect(read.map(({ id, revision }) => [id, revision])).toEqual([
      [uuidOf('a1'), 1],
      [uuidOf('x'), 2],
      [uuidOf('y'), 3],
    ]);
    expect((await log.head()).sequence).toBe(3);
  });

  it('is read on from any place, in it or before it', async () => {
    const { sandbox } = await logs();
    await sandbox.append('a', 1, [event('x'), event('y')]);
    for (const sequence of [-1, 0, 2, 3, 4]) {
      const after = await sandbox.checkpointAt(sequence);
      expect(after.sequence).toBe(sequence);
      expect((await idsIn(sandbox, after)).map(([found]) => found)).toEqual([0, 1, 2, 3, 4].slice(sequence + 1));
    }
    expect(await idsIn(sandbox, START, ['Other'])).toEqual([]);
    expect((await sandbox.head()).sequence).toBe(4);
  });

  it('holds writers to the revision that they saw', async () => {
    const { sandbox } = await logs();
    expect(await sandbox.append('a', 0, [event('x')])).toEqual({ kind: 'conflict', actualRevision: 1 });
    expect(await sandbox.append('a', -1, [event('x')])).toEqual({ kind: 'conflict', actualRevision: 1 });
    expect(await sandbox.append('c', 0, [event('x')])).toEqual({ kind: 'conflict', actualRevision: -1 });
    await sandbox.append('c', -1, [event('x')]);
    expect(await sandbox.append('c', -1, [event('y')])).toEqual({ kind: 'conflict', actualRevision: 0 });
  });
});
