import { digestOf } from '#kernel/codec/digest';
import type { EventStore } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import { spend } from '../support/purse';
import { eventsOf, minute } from '../support/stored-events';
import { mailboxAlone } from './mailbox-alone.contract';
import { mailboxAmongOthers } from './mailbox-among-others.contract';
import type { Office } from './mailbox-office';
import { officeOn, said, spent, turnedDown } from './mailbox-office';

/** What a mailbox does on every store, when the store behaves and when it does not. */
export function mailboxContract(
  name: string,
  create: () => Promise<{ store: EventStore; dispose: () => Promise<void> }>,
): void {
  describe(`mailbox on ${name}`, () => {
    const disposals: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const dispose of disposals.splice(0)) await dispose();
    });

    const office = async (tries = 10): Promise<Office> => {
      const made = await create();
      disposals.push(made.dispose);
      return officeOn(made.store, tries);
    };

    describe('a mailbox decides the commands of one stream', () => {
      it('in order, on the state that the ones before leave, with one append for those that wait together', async () => {
        const { store, runtime, log } = await office();
        const outcomes = await Promise.all(
          [400, 500, 200, 100].map((cents, i) => runtime.handle('Spend', spend(`k${i}`, cents))),
        );
        expect(outcomes.map(said)).toEqual(['accepted at 0', 'accepted at 1', 'refused at 2', 'accepted at 3']);
        expect(await log()).toEqual([spent(400, 600), spent(500, 100), turnedDown(100), spent(100, 0)]);
        expect(store.calls).toHaveLength(1);
      });

      it('answers a key that was used before with the first answer, whether accepted or refused, for ever', async () => {
        const { runtime, log } = await office();
        await runtime.handle('Spend', spend('rich', 900));
        await runtime.handle('Spend', spend('poor', 500));
        expect(said(await runtime.handle('Spend', spend('rich', 900)))).toBe('accepted at 0 again');
        expect(said(await runtime.handle('Spend', spend('poor', 500)))).toBe('refused at 1 again');
        expect(await log()).toHaveLength(2);
      });

      it('answers five equal commands at once with one effect and five equal answers', async () => {
        const { runtime, log } = await office();
        const five = await Promise.all(Array.from({ length: 5 }, () => runtime.handle('Spend', spend('once', 300))));
        expect(five.map((outcome) => outcome.kind === 'recorded' && outcome.sequence)).toEqual([0, 0, 0, 0, 0]);
        expect(await log()).toEqual([spent(300, 700)]);
      });

      it('says that a key was used for another body, and changes nothing', async () => {
        const { runtime, log } = await office();
        await runtime.handle('Spend', spend('key', 300));
        expect(said(await runtime.handle('Spend', spend('key', 301)))).toBe('key-reused');
        expect(await log()).toHaveLength(1);
      });

      it('stores nothing for a "not now", and the same key may be tried again', async () => {
        const { runtime, log } = await office();
        expect(said(await runtime.handle('Spend', spend('key', 0)))).toBe('NOTHING_TO_SPEND');
        expect(said(await runtime.handle('Spend', spend('key', 100)))).toBe('accepted at 0');
        expect(await log()).toHaveLength(1);
      });

      it('folds its ledger ahead; what comes meanwhile is decided on all of it', async () => {
        const { runtime, another, log } = await office();
        await runtime.handle('Spend', spend('before', 900));
        const other = another();
        const warming = other.warm();
        const meanwhile = await Promise.all(
          [200, 100].map((cents) => other.handle('Spend', spend(`m${cents}`, cents))),
        );
        await warming;
        expect(meanwhile.map(said)).toEqual(['refused at 1', 'accepted at 2']);
        expect(await log()).toEqual([spent(900, 100), turnedDown(100), spent(100, 0)]);
        await other.close();
      });

      it('decides a dry run and stores nothing', async () => {
        const { runtime, log } = await office();
        expect(await runtime.handle('Spend', spend('dry', 100, { dryRun: true }))).toMatchObject({
          kind: 'would',
          refused: false,
        });
        expect(await runtime.handle('Spend', spend('dry', 5_000, { dryRun: true }))).toMatchObject({
          kind: 'would',
          refused: true,
        });
        expect(await log()).toEqual([]);
      });

      it('refuses a stale If-Match', async () => {
        const { runtime } = await office();
        await runtime.handle('Spend', spend('a', 100));
        await runtime.handle('Spend', spend('b', 100));
        expect(await runtime.handle('Spend', spend('c', 100, { ifMatch: 0 }))).toMatchObject({
          status: 412,
          code: 'STALE',
        });
        expect(said(await runtime.handle('Spend', spend('c', 100, { ifMatch: 1 })))).toBe('accepted at 2');
      });

      it('fails a command that throws alone; the others of its batch are decided', async () => {
        const { runtime, log } = await office();
        const outcomes = await Promise.all(
          [100, 666, 200].map((cents, i) => runtime.handle('Spend', spend(`k${i}`, cents))),
        );
        expect(outcomes.map(said)).toEqual(['accepted at 0', 'failed', 'accepted at 1']);
        expect(await log()).toEqual([spent(100, 900), spent(200, 700)]);
      });
    });

    describe('a mailbox whose store answers badly', () => {
      it('finds its own events after an append whose answer was lost: nothing is doubled', async () => {
        const { store, runtime, log } = await office();
        store.next({ kind: 'ack-lost' });
        const outcomes = await Promise.all(
          [100, 200].map((cents, i) => runtime.handle('Spend', spend(`k${i}`, cents))),
        );
        expect(outcomes.map(said)).toEqual(['accepted at 0', 'accepted at 1']);
        expect(await log()).toEqual([spent(100, 900), spent(200, 700)]);
      });

      it('sends the same bytes at the same revision after an append that was lost', async () => {
        const { store, runtime, log } = await office();
        store.next({ kind: 'lost' });
        expect(said(await runtime.handle('Spend', spend('k', 100)))).toBe('accepted at 0');
        expect(store.calls.map(({ expected, events }) => ({ expected, events }))).toEqual([
          { expected: -1, events: store.calls[0]?.events },
          { expected: -1, events: store.calls[0]?.events },
        ]);
        expect(await log()).toHaveLength(1);
      });

      it('says "unknown" when patience ends; a late commit is found by the next try with the same key', async () => {
        const { store, runtime, log } = await office(0);
        store.next({ kind: 'late' });
        expect(said(await runtime.handle('Spend', spend('k', 100)))).toBe('unknown');
        await store.deliverLate();
        expect(said(await runtime.handle('Spend', spend('k', 100)))).toBe('accepted at 0 again');
        expect(await log()).toEqual([spent(100, 900)]);
      });

      it('takes an append that the network delivered twice for one', async () => {
        const { store, runtime, log } = await office();
        store.next({ kind: 'twice' });
        const outcome = await runtime.handle('Spend', spend('k', 100));
        expect(outcome).toMatchObject({ kind: 'recorded', refused: false, sequence: 0 });
        expect(await log()).toEqual([spent(100, 900)]);
      });

      it('decides a batch again on what another writer put before it', async () => {
        const { store, runtime, log } = await office();
        await runtime.handle('Spend', spend('first', 100));
        store.next({
          kind: 'overtaken',
          events: eventsOf({ name: 'rival', type: 'Spent', data: [{ cents: 800, leftCents: 100 }] }),
        });
        const outcomes = await Promise.all(
          [300, 100].map((cents, i) => runtime.handle('Spend', spend(`k${i}`, cents))),
        );
        expect(outcomes.map(said)).toEqual(['refused at 2', 'accepted at 3']);
        expect(await log()).toEqual([spent(100, 900), spent(800, 100), turnedDown(100), spent(100, 0)]);
      });

      it('looks at the stream as it stands although it has it in memory: another process may write to it', async () => {
        const { store, runtime, log } = await office();
        await runtime.handle('Spend', spend('first', 100));
        const rival = eventsOf({ name: 'rival', type: 'Spent', data: [{ cents: 800, leftCents: 100 }] });
        await store.append('purse-1', 0, rival);
        const would = await runtime.handle('Spend', spend('k0', 300, { dryRun: true }));
        expect(would).toMatchObject({ kind: 'would', refused: true });
        const stale = await runtime.handle('Spend', spend('k1', 100, { ifMatch: 0 }));
        expect(stale).toMatchObject({ kind: 'not-now', code: 'STALE', figures: { currentRevision: 1 } });
        expect(said(await runtime.handle('Spend', spend('k2', 100)))).toBe('accepted at 2');
        expect(await log()).toEqual([spent(100, 900), spent(800, 100), spent(100, 0)]);
        // And no append was in vain.
        expect(store.calls.map(({ expected }) => expected)).toEqual([-1, 0, 1]);
      });

      it('tells everybody of the batch that the disk is full, and goes on when it no longer is', async () => {
        const { store, runtime, log } = await office();
        store.next({ kind: 'full' });
        const outcomes = await Promise.all(
          [100, 200].map((cents, i) => runtime.handle('Spend', spend(`k${i}`, cents))),
        );
        expect(outcomes.map(said)).toEqual(['full', 'full']);
        expect(said(await runtime.handle('Spend', spend('k0', 100)))).toBe('accepted at 0');
        expect(await log()).toEqual([spent(100, 900)]);
      });

      it('fails a batch when the log cannot be read, and the next one is decided', async () => {
        const { store, runtime } = await office();
        store.failReads(1);
        expect(said(await runtime.handle('Spend', spend('k', 100)))).toBe('failed');
        expect(said(await runtime.handle('Spend', spend('k', 100)))).toBe('accepted at 0');
      });

      it('answers with what is stored when another process decided the same command first', async () => {
        const { store, runtime, log } = await office();
        const [rival] = eventsOf({ name: 'k', type: 'Spent', data: [{ cents: 100, leftCents: 900 }] });
        store.next({ kind: 'overtaken', events: [rival!] });
        const outcome = await runtime.handle('Spend', spend('k', 100, { bodyHash: digestOf({ name: 'k' }) }));
        expect(outcome).toMatchObject({
          kind: 'recorded',
          replayed: true,
          sequence: 0,
          events: [{ recordedAt: minute(0) }],
        });
        expect(await log()).toEqual([spent(100, 900)]);
      });

      it('says "unknown", not "failed", while the log is out of reach, and goes on when it is back', async () => {
        const { store, runtime } = await office(2);
        store.next({ kind: 'throws', error: new StoreUnavailable('planned: no server') });
        expect(said(await runtime.handle('Spend', spend('k', 100)))).toBe('unknown');
        store.next({ kind: 'ack-lost' }).failReads(0);
        expect(said(await runtime.handle('Spend', spend('k', 100)))).toBe('accepted at 0');
      });

      it('takes no commands once closed, and answers those in hand first', async () => {
        const { runtime } = await office();
        const inHand = runtime.handle('Spend', spend('a', 100));
        await runtime.close();
        expect(said(await inHand)).toBe('accepted at 0');
        expect(said(await runtime.handle('Spend', spend('b', 100)))).toBe('busy');
      });
    });

    mailboxAmongOthers(office);
    mailboxAlone(office);
  });
}
