import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import { randomUUID } from 'node:crypto';
import type { Caller, Heard } from '../support/caller';
import { isReplay, replyOf } from '../support/caller';
import { district } from '../support/network';
import { Served } from '../support/served';
import { expectSoundLog, expectTrueViews } from '../support/sound-history';

jest.setTimeout(60_000);

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

/** What callers are told when the log has no room, or does not say what became of an append (G15, G25; rows 71, 72). */
describe('over HTTP, a log', () => {
  let served: Served;
  let [ana, fin] = [] as unknown as [Caller, Caller];
  beforeEach(async () => {
    served = await Served.found();
    [ana, fin] = [await served.as('ana'), await served.as('fin')];
  });
  afterEach(async () => {
    served.store.plan = () => undefined;
    await expectTrueViews(served.network);
    await expectSoundLog(served.store);
    await served.close();
  });

  /** A claim of a key of its own, to be sent as often as one likes. */
  function claimOnce(n: number): () => Promise<Heard> {
    const key = { 'idempotency-key': randomUUID() };
    return () => ana.claim('district-onboarded', district(n), {}, key);
  }
  const told = ({ status, json }: Heard): string => `${status} ${json.code ?? json.status}`;

  describe('whose disk is full', () => {
    it('answers 507, stores nothing, is read as before, and goes on with the same key when there is room', async () => {
      const [claim, head] = [claimOnce(1), await served.head()];
      served.store.plan = () => ({ kind: 'full' });
      const full = await Promise.all([claim(), claim(), claimOnce(2)()]);
      expect(full.map(told)).toEqual(Array(3).fill('507 DISK_FULL'));
      expect(full[0]?.headers.get('retry-after')).toBe('30');
      expect(told(await ana.upload(PDF))).toBe('507 DISK_FULL');
      expect(await served.head()).toBe(head);
      const row = (await fin.get('/v1/cap-usage?partner=alpha')).json.data[0];
      expect([row.reservedCents, row.headroomCents]).toEqual([0, 2_500_000]);
      served.store.plan = () => undefined;
      const claimed = await claim();
      expect([told(claimed), isReplay(claimed), await served.head()]).toEqual(['201 claimed', false, head + 1]);
    });

    it('fails those alone that were decided together: none of them reserved anything', async () => {
      served.store.next({ kind: 'full' });
      const heard = await Promise.all([1, 2, 3].map((n) => claimOnce(n)()));
      for (const n of [4, 5, 6, 7, 8]) heard.push(await claimOnce(n)());
      const count = (what: string): number => heard.filter((one) => told(one) === what).length;
      const full = count('507 DISK_FULL');
      expect(full).toBeGreaterThan(0);
      expect([count('201 claimed'), count('422 CAP_EXCEEDED')]).toEqual([5, 3 - full]);
    });
  });

  describe('that cannot be reached', () => {
    it('is told as 503, each in its words; who only asks whether the server lives is told so; then all goes on', async () => {
      const claim = claimOnce(1);
      served.store.failReads(Infinity, new StoreUnavailable('planned: no server'));
      const heard = [
        await ana.get('/health/live'),
        await ana.get('/health/ready'),
        await fin.get('/v1/cap-usage'),
        await claim(),
      ];
      expect(heard.map(({ status, json }) => [status, json.code])).toEqual([
        [200, undefined],
        [503, 'NOT_READY'],
        [503, 'LOG_UNAVAILABLE'],
        [503, 'UNKNOWN_OUTCOME'],
      ]);
      for (const { text, headers } of heard) {
        expect(text).not.toContain('planned');
        expect(headers.has('log-sequence')).toBe(false);
      }
      served.store.failReads(0);
      expect([told(await claim()), (await fin.get('/v1/cap-usage')).status]).toEqual(['201 claimed', 200]);
    });
  });

  describe('that does not say what became of an append', () => {
    // Delivered twice, the answer is that of the second delivery: a conflict, behind which the command is found.
    it.each([
      ['ack-lost', false],
      ['lost', false],
      ['late', false],
      ['twice', true],
    ] as const)('(%s, once) is asked, and the command stands once', async (kind, replayed) => {
      const [claim, head] = [claimOnce(1), await served.head()];
      served.store.next({ kind });
      const claimed = await claim();
      await served.store.deliverLate();
      expect([told(claimed), isReplay(claimed), await served.head()]).toEqual(['201 claimed', replayed, head + 1]);
      const again = await claim();
      expect([replyOf(again), isReplay(again)]).toEqual([replyOf(claimed), true]);
    });

    it('until patience ends is told as 503 UNKNOWN_OUTCOME: nothing was stored, and the same key is decided then', async () => {
      const [claim, head] = [claimOnce(1), await served.head()];
      served.store.plan = () => ({ kind: 'lost' });
      const unknown = await claim();
      expect([told(unknown), unknown.headers.get('retry-after')]).toEqual(['503 UNKNOWN_OUTCOME', '1']);
      expect(await served.head()).toBe(head);
      served.store.plan = () => undefined;
      const claimed = await claim();
      expect([told(claimed), isReplay(claimed), await served.head()]).toEqual(['201 claimed', false, head + 1]);
    });

    it('until patience ends is told as 503: it was stored after all, and the same key gets its reply', async () => {
      const [claim, head] = [claimOnce(1), await served.head()];
      served.store.plan = () => ({ kind: 'late' });
      expect(told(await claim())).toBe('503 UNKNOWN_OUTCOME');
      served.store.plan = () => undefined;
      // Of all the tries that are still on their way the first is written; the others come to another revision.
      const delivered = (await served.store.deliverLate()).map(({ kind }) => kind);
      expect(delivered.filter((kind) => kind === 'ok')).toHaveLength(1);
      const claimed = await claim();
      expect([told(claimed), isReplay(claimed), await served.head()]).toEqual(['201 claimed', true, head + 1]);
      expect((await fin.get(`/v1/cap-usage?partner=alpha&minSequence=${head + 1}`)).json.data).toMatchObject([
        { reservedCents: 500_000, claims: 1 },
      ]);
    });

    it('keeps nobody else waiting: reads and health are answered while it is asked again', async () => {
      served.store.plan = () => ({ kind: 'lost' });
      let isDone = false;
      const unknown = claimOnce(1)().finally(() => (isDone = true));
      const others = [await fin.get('/v1/cap-usage'), await ana.get('/v1/me'), await ana.get('/health/live')];
      expect([others.map(({ status }) => status), isDone]).toEqual([[200, 200, 200], false]);
      expect(told(await unknown)).toBe('503 UNKNOWN_OUTCOME');
      // A store that says "unknown" at once is not asked as fast as the machine can.
      expect(served.store.calls.length).toBeLessThan(1_000);
    });
  });
});
