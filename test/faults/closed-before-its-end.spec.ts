import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../support/child';
import { temporaryFolder } from '../support/temporary-folder';

/**
 * The threads that write the log and find past moments do not keep a process alive. Closing waits for their end, and when
 * nothing else was left to do, Node ended the process there: what came after the closing was never done.
 */
describe('a program that closes a network', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  afterEach(() => Child.killAll());

  it('goes on to its own end, and leaves every file closed', async () => {
    const program = new Child('closing-program.ts', [folder.path]);
    expect([await program.exit, program.lines, program.stderr]).toEqual([0, ['closed'], '']);
    const left = ['log.db-wal', 'views.db-wal', 'history.db-wal'].filter((name) => existsSync(join(folder.path, name)));
    expect(left).toEqual([]);
  });
});
