import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cursorKeyIn } from './cursor-key';

describe('the key of cursors', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'keys', 'cursor.key');
  afterAll(() => folder.remove());

  it('is made once, for its owner alone, and stays', () => {
    const key = cursorKeyIn(folder.path);
    expect(key).toHaveLength(32);
    expect(cursorKeyIn(folder.path)).toEqual(key);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('stops in plain words when it is damaged', () => {
    writeFileSync(file, 'short');
    expect(() => cursorKeyIn(folder.path)).toThrow('delete it');
  });
});
