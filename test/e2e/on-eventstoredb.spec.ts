import { exportLog } from '#platform/audit/transfer/export-log';
import { importLog } from '#platform/audit/transfer/import-log';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { claimJourney } from '../support/claim-journey';
import { freshServerLog, oneServerLog, withServer } from '../support/eventstoredb';
import { district } from '../support/network';
import { Served } from '../support/served';
import { expectSoundLog, expectTrueViews } from '../support/sound-history';
import { collect } from '../support/stored-events';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

withServer('the API on EventStoreDB', () => {
  describe('the API on EventStoreDB', () => {
    let served: Served;
    beforeAll(async () => {
      served = await Served.found({ log: oneServerLog() });
    });

    it('takes a claim from its evidence to a payable', async () => {
      await claimJourney(served, 1);
      await claimJourney(served, 2);
    });

    it('decides racing claims for one district once: one is made, and the others are told so', async () => {
      const ana = await served.as('ana');
      const evidence = [
        { kind: 'district-agreement', sha256: (await ana.upload(Buffer.from('%PDF-1.7\nrace'))).json.sha256 },
      ];
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => ana.claim('district-onboarded', district(3), { evidence })),
      );
      const codes = answers.map(({ status, json }) => (status === 201 ? 'made' : (json.code as string)));
      expect(codes.sort()).toEqual([...Array<string>(19).fill('DUPLICATE_OUTCOME'), 'made'].sort());
    });

    it('keeps a log that verifies and replays, and views that a rebuild gives again', async () => {
      await expectTrueViews(served.network);
      await expectSoundLog(served.store);
    });

    it('comes back after a restart as it was, and makes nothing new', async () => {
      await served.network.reactions.settle();
      const [head, before] = [await served.head(), await collect(exportLog(served.store))];
      served = await served.reopen();
      await served.network.reactions.settle();
      expect([await served.head(), await collect(exportLog(served.store))]).toEqual([head, before]);
    });

    it('closes, and its log moves to SQLite and back with every id, sequence and the root', async () => {
      const lines = await collect(exportLog(served.store));
      // What it serves is its own log; one that is written beside it would not be.
      await served.close();
      const folder = temporaryFolder();
      const sqlite = await openSqliteEventStore({ directory: folder.path });
      const back = await freshServerLog();
      for (const target of [sqlite, back.store]) {
        await importLog(target, each(lines));
        expect(await collect(exportLog(target))).toEqual(lines);
        await expectSoundLog(target);
      }
      await back.dispose();
      await sqlite.close();
      folder.remove();
    });
  });
});
