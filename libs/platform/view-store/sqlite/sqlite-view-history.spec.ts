import { openDatabase } from '#platform/event-store/sqlite/driver';
import { START } from '#platform/event-store/port/event-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { View } from '#platform/view-store/port/view';
import { HistoryUnavailable } from '#platform/view-store/port/view-history';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note } from '../../../../test/support/notes-view';
import { notes } from '../../../../test/support/notes-view';
import { temporaryFolder } from '../../../../test/support/temporary-folder';

const at = (sequence: number) => ({ sequence, knownAt: null, cursor: '' });

/** history.db holds nothing that the log does not: whatever is wrong with it, it is made anew or folded instead. */
describe('history.db is disposable', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  let path: string;
  let files = 0;
  beforeEach(() => (path = join(folder.path, `${(files += 1)}.db`)));

  const written = (many = 1): SqliteViewHistory => {
    const history = new SqliteViewHistory(path);
    const touches = Array.from({ length: many }, (_, i) => ({
      ...{ key: `n${i}`, sequence: i, row: { partnerId: null, values: [`text ${i}`] } },
    }));
    history.extend([{ view: notes, from: START, touches, to: at(many - 1) }]);
    return history;
  };
  const keysIn = (history: SqliteViewHistory, until: number) =>
    history.find(scopeOfAll, notes, { where: [] }, until).keys;

  it('is kept over a restart, for its owner alone', () => {
    written().close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = new SqliteViewHistory(path);
    expect([again.reached(notes), keysIn(again, 0)]).toEqual([at(0), ['n0']]);
    again.close();
  });

  it.each<[string, () => void]>([
    ['no database', () => writeFileSync(path, 'x'.repeat(5_000))],
    [
      'a folder',
      () => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    ['of another schema', () => changed('PRAGMA user_version = 99')],
    ['without its tables', () => changed('DROP TABLE view_notes_v1_rows')],
  ])('is made anew when it is %s', (_, damage) => {
    written().close();
    damage();
    const history = new SqliteViewHistory(path);
    // At the latest the one who met the damage has been told, and the next finds an empty one.
    try {
      expect(history.reached(notes)).toEqual(START);
    } catch (error) {
      expect(error).toBeInstanceOf(HistoryUnavailable);
    }
    expect(history.reached(notes)).toEqual(START);
    history.close();
  });

  it('is made anew, for that view alone, when the view’s fields are others', () => {
    written().close();
    const history = new SqliteViewHistory(path);
    const others = { ...notes, name: 'others' };
    history.extend([{ view: others, from: START, touches: [], to: at(7) }]);
    history.close();
    const again = new SqliteViewHistory(path);
    const wider: View<Note> = { ...notes, fields: { text: 'text', partnerId: 'text' } };
    expect([again.reached(wider), again.reached(others)]).toEqual([START, at(7)]);
    again.close();
  });

  it('is thrown away when damage shows while it is asked, and never answers from what is left', () => {
    const history = written(20_000);
    history.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4_096 * 3, bytes.length - 4_096));
    const met = new SqliteViewHistory(path);
    for (let i = 0; i < 2; i += 1) expect(() => keysIn(met, 19_999)).toThrow(HistoryUnavailable);
    expect(met.reached(notes)).toEqual(START);
    met.close();
  });

  it('answers nothing beyond what it has reached', () => {
    const history = written();
    expect(() => keysIn(history, 1)).toThrow('reaches 0, not 1');
    expect(() => history.trail(notes, 'n0', 1)).toThrow(HistoryUnavailable);
    history.close();
  });

  it('leaves out a step of a view that somebody has moved', () => {
    const history = written();
    const row = { partnerId: null, values: ['late'] };
    history.extend([{ view: notes, from: START, touches: [{ key: 'late', sequence: 0, row }], to: at(5) }]);
    expect([history.reached(notes), keysIn(history, 0)]).toEqual([at(0), ['n0']]);
    history.close();
  });

  it('keeps all that was written in one go, or nothing of it', () => {
    const history = written();
    const row = { partnerId: null, values: ['new'] };
    const touches = ['n0', 'n1', '\ud83d'].map((key) => ({ key, sequence: 1, row }));
    expect(() => history.extend([{ view: notes, from: at(0), touches, to: at(1) }])).toThrow('a lone surrogate');
    expect([history.reached(notes), keysIn(history, 0)]).toEqual([at(0), ['n0']]);
    expect(history.trail(notes, 'n1', 0).sequences).toEqual([]);
    history.close();
  });

  it('is not made only to forget a view', () => {
    const history = new SqliteViewHistory(path);
    history.forget(notes);
    expect(existsSync(path)).toBe(false);
    history.close();
  });

  it('cannot be used where there is no folder, and says so each time', () => {
    const history = new SqliteViewHistory(join(folder.path, 'absent', 'history.db'));
    for (let i = 0; i < 2; i += 1) expect(() => history.reached(notes)).toThrow(HistoryUnavailable);
    history.close();
  });

  function changed(sql: string): void {
    const database = openDatabase(path);
    database.exec(sql);
    database.close();
  }
});
