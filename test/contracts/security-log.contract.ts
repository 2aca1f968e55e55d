import { person } from '../support/network';
import { instant } from '#kernel/time/instant';
import type { SecurityLog, SecurityNote } from '#platform/security-log/port/security-log';

const ana = person('ana');
const note = (what: string, more: Partial<SecurityNote> = {}): SecurityNote => ({
  ...{ at: instant('2026-08-04T12:00:00.000Z'), kind: 'denial', what, person: null, method: 'GET', path: '/v1/claims' },
  ...{ status: 401, requestId: 'a request', from: '127.0.0.1', ...more },
});

/** What every security log does (port/security-log.ts). */
export function securityLogContract(name: string, open: () => SecurityLog): void {
  describe(`security log: ${name}`, () => {
    const all = { after: -1, limit: 100 };

    it('keeps notes as they were, numbered in their order', async () => {
      const log = open();
      const exported = note('claims_s7.csv', { kind: 'export', person: ana, status: 200 });
      log.note(note('TOKEN_MISSING', { isOthers: true, leftOut: 3 }));
      log.note(exported);
      await log.flush();
      expect(await log.find(all)).toEqual([
        { ...note('TOKEN_MISSING', { isOthers: true, leftOut: 3 }), number: 0 },
        { ...exported, number: 1 },
      ]);
      await log.close();
    });

    it('finds by kind, by person and a page at a time, also what was noted this very moment', async () => {
      const log = open();
      const start = (await log.find(all)).length;
      const since = { after: start - 1, limit: 100 };
      for (const n of [1, 2, 3]) log.note(note(`NO_${n}`, n === 2 ? { person: ana } : {}));
      log.note(note('x.csv', { kind: 'export', person: ana }));
      const what = async (find: object) => (await log.find({ ...since, ...find })).map((one) => one.what);
      expect(await what({})).toEqual(['NO_1', 'NO_2', 'NO_3', 'x.csv']);
      expect(await what({ kind: 'denial', person: ana })).toEqual(['NO_2']);
      expect(await what({ kind: 'export' })).toEqual(['x.csv']);
      expect(await what({ limit: 2 })).toEqual(['NO_1', 'NO_2']);
      expect(await what({ after: start + 1 })).toEqual(['NO_3', 'x.csv']);
      await log.close();
    });
  });
}
