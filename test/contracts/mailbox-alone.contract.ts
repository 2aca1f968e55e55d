import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { Outcome } from '#platform/runtime/handle/outcome';
import type { Fault } from '../support/faulty-event-store';
import { spend } from '../support/purse';
import type { Office } from './mailbox-office';
import { rivals, said, spent, turnedDown } from './mailbox-office';

/** The part of the mailbox's contract for a log that nobody else writes to: groups are decided ahead of their append. */
export function mailboxAlone(office: (tries?: number) => Promise<Office>): void {
  describe('a mailbox that has the log for itself', () => {
    /** A purse whose first 900 cents are on their way to the log, where `then` becomes of them. */
    const underWay = async (then?: Fault, tries?: number): Promise<Office & { first: Promise<Outcome> }> => {
      const one = await office(tries);
      one.store.alone = true;
      one.store.next(then === undefined ? { kind: 'held' } : { kind: 'held', then });
      const first = one.runtime.handle('Spend', spend('first', 900));
      while (one.store.calls.length === 0) await turns(1);
      return { ...one, first };
    };

    /** Lets the log's head be told when `here` is called, so that what comes next is about to be decided until then. */
    const heldHead = (store: Office['store']): (() => void) => {
      let here: () => void = () => undefined;
      const head = new Promise<Checkpoint>((resolve) => {
        here = () => resolve(START);
      });
      jest.spyOn(store, 'head').mockReturnValueOnce(head);
      return () => here();
    };

    it('decides what comes meanwhile on what that will leave, and appends it in one go behind it', async () => {
      const { store, runtime, log, first } = await underWay();
      const meanwhile = [50, 100].map((cents) => runtime.handle('Spend', spend(`m${cents}`, cents)));
      const reads = store.reads.length;
      // It throws where it is decided, and nothing has been stored by then.
      expect(said(await runtime.handle('Spend', spend('broken', 666)))).toBe('failed');
      expect([store.reads.length, await log(), store.calls.length]).toEqual([reads, [], 1]);
      store.release();
      expect((await Promise.all([first, ...meanwhile])).map(said)).toEqual([
        'accepted at 0',
        'accepted at 1',
        'refused at 2',
      ]);
      expect(store.calls.map(({ expected, events }) => [expected, events.length])).toEqual([
        [-1, 1],
        [0, 2],
      ]);
      expect(await log()).toEqual([spent(900, 100), spent(50, 50), turnedDown(50)]);
    });

    it('tells nobody anything before that is stored: no "not now", no dry run, no earlier answer', async () => {
      const { store, runtime, first } = await underWay();
      const told: string[] = [];
      const tell = (outcome: Outcome): number => told.push(said(outcome));
      const answers = [spend('zero', 0), spend('dry', 100, { dryRun: true }), spend('first', 900)].map((command) =>
        runtime.handle('Spend', command).then(tell),
      );
      await turns(5);
      expect(told).toEqual([]);
      store.release();
      await Promise.all([first, ...answers]);
      expect(told).toEqual(['NOTHING_TO_SPEND', 'would', 'accepted at 0 again']);
      expect(store.calls).toHaveLength(1);
    });

    it.each<[string, Fault, string]>([
      ['found no room', { kind: 'full' }, 'full'],
      ['was lost for good', { kind: 'lost' }, 'unknown'],
    ])('decides again what was decided on a group that %s', async (_what, then, answer) => {
      const { store, runtime, log, first } = await underWay(then, 0);
      const second = runtime.handle('Spend', spend('second', 500));
      const third = runtime.handle('Spend', spend('third', 600));
      await turns(5);
      store.release();
      expect((await Promise.all([first, second, third])).map(said)).toEqual([answer, 'accepted at 0', 'refused at 1']);
      expect(await log()).toEqual([spent(500, 500), turnedDown(500)]);
    });

    it('decides all of it again, in order, when another mailbox of this process came first', async () => {
      const { store, runtime, log, first } = await underWay({ kind: 'overtaken', events: rivals('rival', 500, 500) });
      const second = runtime.handle('Spend', spend('second', 500));
      await turns(5);
      store.release();
      expect((await Promise.all([first, second])).map(said)).toEqual(['refused at 1', 'accepted at 2']);
      expect(await log()).toEqual([spent(500, 500), turnedDown(500), spent(500, 0)]);
    });

    it('keeps the order of those around a command that throws', async () => {
      const { store, runtime, log, first } = await underWay();
      const before = runtime.handle('Spend', spend('before', 60));
      await turns(5);
      const [broken, after] = [666, 50].map((cents) => runtime.handle('Spend', spend(`k${cents}`, cents)));
      expect(said(await broken!)).toBe('failed');
      await turns(5);
      store.release();
      expect((await Promise.all([first, before, after!])).map(said)).toEqual([
        'accepted at 0',
        'accepted at 1',
        'refused at 2',
      ]);
      expect(await log()).toEqual([spent(900, 100), spent(60, 40), turnedDown(40)]);
      // No append was in vain.
      expect(store.calls.map(({ expected }) => expected)).toEqual([-1, 0]);
    });

    it('forgets what did not arrive although it was about to decide on it', async () => {
      const { store, runtime, first } = await underWay({ kind: 'full' });
      const here = heldHead(store);
      const dry = runtime.handle('Spend', spend('dry', 500, { dryRun: true }));
      await turns(5);
      store.release();
      expect(said(await first)).toBe('full');
      here();
      expect(await dry).toMatchObject({ kind: 'would', refused: false });
    });

    it('decides what was decided ahead and did not arrive before what came after it', async () => {
      const { store, runtime, log, first } = await underWay({ kind: 'full' });
      const second = runtime.handle('Spend', spend('second', 900));
      await turns(5);
      const here = heldHead(store);
      const third = runtime.handle('Spend', spend('third', 500));
      await turns(5);
      store.release();
      expect(said(await first)).toBe('full');
      here();
      expect((await Promise.all([second, third])).map(said)).toEqual(['accepted at 0', 'refused at 1']);
      expect(await log()).toEqual([spent(900, 100), turnedDown(100)]);
    });

    it.each([-6, -5, -4, -3, -2, -1, 0, 1, 2, 3])(
      'decides nothing on what is dropped in that very moment, %d promises away',
      async (offset) => {
        const { store, runtime, first } = await underWay({ kind: 'full' });
        const here = heldHead(store);
        const dry = runtime.handle('Spend', spend('dry', 500, { dryRun: true }));
        const again = runtime.handle('Spend', spend('first', 900));
        await turns(5);
        const [one, other] = offset < 0 ? [() => store.release(), here] : [here, () => store.release()];
        one();
        for (let n = 0; n < Math.abs(offset); n += 1) await Promise.resolve();
        other();
        expect(said(await first)).toBe('full');
        expect(await dry).toMatchObject({ kind: 'would', refused: false });
        expect(said(await again)).toBe('accepted at 0');
      },
    );

    it('makes groups of what one append may hold', async () => {
      const { store, runtime, first } = await underWay();
      const many = Array.from({ length: 100 }, (_, n) => runtime.handle('Spend', spend(`m${n}`, 1)));
      await turns(5);
      store.release();
      await Promise.all([first, ...many]);
      expect(store.calls.map(({ events }) => events.length)).toEqual([1, 64, 36]);
    });

    it('decides nothing ahead where others write: their events may come between', async () => {
      const { store, runtime, first } = await underWay();
      store.alone = false;
      const broken = runtime.handle('Spend', spend('broken', 666)).then(said);
      expect(await Promise.race([broken, turns(5).then(() => 'not yet')])).toBe('not yet');
      store.release();
      expect([said(await first), await broken]).toEqual(['accepted at 0', 'failed']);
    });

    it('is not closed before the last group is stored', async () => {
      const { store, runtime, first } = await underWay();
      const second = runtime.handle('Spend', spend('second', 100));
      await turns(5);
      const closed = runtime.close().then(() => 'closed');
      expect(await Promise.race([closed, turns(5).then(() => 'not yet')])).toBe('not yet');
      store.release();
      expect([await closed, said(await first), said(await second)]).toEqual([
        'closed',
        'accepted at 0',
        'accepted at 1',
      ]);
    });
  });
}

/** So many turns of the event loop: what can be decided by then is decided. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}
