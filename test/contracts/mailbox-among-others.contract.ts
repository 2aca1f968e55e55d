import { present } from '#kernel/assert/assert';
import { Requested } from '#kernel/requested/requested';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { spend } from '../support/purse';
import type { Office } from './mailbox-office';
import { rivals, said, spent, turnedDown } from './mailbox-office';

/** The part of the mailbox's contract that begins when another process has written to its stream. */
export function mailboxAmongOthers(office: (tries?: number) => Promise<Office>): void {
  describe('a mailbox that has met another process on its stream', () => {
    /** 900 cents are left, and what is in memory was read on once. */
    const met = async (tries?: number): Promise<Office> => {
      const one = await office(tries);
      await one.runtime.handle('Spend', spend('first', 50));
      await one.store.append('purse-1', 0, rivals('rival', 50, 900));
      expect(said(await one.runtime.handle('Spend', spend('nothing', 0)))).toBe('NOTHING_TO_SPEND');
      one.store.reads.splice(0);
      return one;
    };
    const both = (runtime: CommandRuntime): Promise<Outcome[]> =>
      Promise.all([300, 200].map((cents) => runtime.handle('Spend', spend(`k${cents}`, cents))));
    const before = [spent(50, 950), spent(50, 900)];

    it('decides again after a conflict on what it has in memory: the stream is not folded anew', async () => {
      const { store, runtime, log } = await met();
      store.next(
        { kind: 'overtaken', events: rivals('second', 300, 600) },
        { kind: 'overtaken', events: rivals('third', 200, 400) },
      );
      expect((await both(runtime)).map(said)).toEqual(['accepted at 4', 'refused at 5']);
      const left = [spent(300, 600), spent(200, 400), spent(300, 100), turnedDown(100)];
      expect(await log()).toEqual([...before, ...left]);
      expect(store.reads.slice(0, -1)).not.toContain(0);
    });

    it.each(['lost', 'ack-lost', 'twice'] as const)('appends once when an append is %s', async (kind) => {
      const { store, runtime, log } = await met();
      store.next({ kind });
      expect((await both(runtime)).map((one) => said(one).slice(0, 13))).toEqual(['accepted at 2', 'accepted at 3']);
      expect(await log()).toEqual([...before, spent(300, 600), spent(200, 400)]);
      expect(store.reads.slice(0, -1)).not.toContain(0);
    });

    it('finds what came late, and decides what follows on it', async () => {
      const { store, runtime, log } = await met(0);
      store.next({ kind: 'late' });
      expect((await both(runtime)).map(said)).toEqual(['unknown', 'unknown']);
      expect(said(await runtime.handle('Spend', spend('other', 0)))).toBe('NOTHING_TO_SPEND');
      await store.deliverLate();
      expect((await both(runtime)).map(said)).toEqual(['accepted at 2 again', 'accepted at 3 again']);
      expect(said(await runtime.handle('Spend', spend('last', 500)))).toBe('refused at 4');
      expect(await log()).toEqual([...before, spent(300, 600), spent(200, 400), turnedDown(400)]);
    });

    it('knows nothing of what found no room, nor of what a command did that threw', async () => {
      const { store, runtime, log } = await met();
      store.next({ kind: 'full' });
      expect((await both(runtime)).map(said)).toEqual(['full', 'full']);
      const three = [850, 666, 850].map((cents, i) => runtime.handle('Spend', spend(`t${i}`, cents)));
      expect((await Promise.all(three)).map(said)).toEqual(['accepted at 2', 'failed', 'refused at 3']);
      expect(await log()).toEqual([...before, spent(850, 50), turnedDown(50)]);
    });

    it('keeps the order of what comes while a group meets a conflict, and looks behind it', async () => {
      const { store, runtime, log } = await met();
      store.next({ kind: 'held', then: { kind: 'overtaken', events: rivals('second', 100, 800) } });
      const appends = store.calls.length;
      const first = runtime.handle('Spend', spend('ahead', 800));
      while (store.calls.length === appends) await new Promise(setImmediate);
      const after = runtime.handle('Spend', spend('after', 500));
      const again = spend('ahead', 800);
      const about = present(Requested.contextOf(again), 'the context of a command');
      const look = runtime.find('Spend', Requested.payloadOf(again), about);
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      store.release();
      expect((await Promise.all([first, after, look])).map(said)).toEqual([
        'accepted at 3',
        'refused at 4',
        'accepted at 3 again',
      ]);
      expect(await log()).toEqual([...before, spent(100, 800), spent(800, 0), turnedDown(0)]);
    });

    it('shares a purse with another that decides in the same moments: each is answered what is in the log', async () => {
      const { runtime, another, log } = await met();
      const other = another();
      const answers = await Promise.all(
        Array.from({ length: 60 }, async (_, n) => {
          for (let wait = 0; wait < n; wait += 1) await new Promise(setImmediate);
          return (n % 2 === 0 ? runtime : other).handle('Spend', spend(`race ${n}`, 100));
        }),
      );
      const lines = await log();
      expect(answers.filter((one) => one.kind === 'recorded' && !one.refused)).toHaveLength(9);
      expect(lines).toHaveLength(before.length + answers.length);
      expect(new Set(answers.map((one) => (one.kind === 'recorded' ? one.sequence : -1))).size).toBe(60);
      expect(lines.slice(-51)).toEqual(Array<string>(51).fill(turnedDown(0)));
      await other.close();
    });
  });
}
