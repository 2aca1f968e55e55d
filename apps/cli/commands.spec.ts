import { claimsView } from '#contexts/incentives/views/claims';
import { payablesView } from '#contexts/payouts/views/payables';
import { tableOf } from '#platform/view-store/port/view';
import { START } from '#platform/event-store/port/event-store';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { takeWriterLock } from '#platform/event-store/sqlite/writer-lock';
import { historyFileIn } from '#platform/profiles/embedded/open-views';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import { keyFileIn, localKey, publicKeyOf } from '#platform/sign-in/local-keys';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { made } from '../../test/support/small-network/ask';
import { rpn, smallNetworkFolders } from '../../test/support/rpn';
import { localIssuer } from '../api/auth/issuers';
import { TokenVerifier } from '../api/auth/token-verifier';
import { EXIT } from './shell/exit';

const folders = smallNetworkFolders();
let directory: string;
let last: number;
beforeAll(() => {
  directory = folders.copy();
  last = folders.lastSequence();
});

/** A resolved contest is one decision with two events; every other has one. */
const decisionsUpTo = (sequence: number): number => sequence;

describe('a run on a log', () => {
  it.each([['verify'], ['replay', '--all'], ['rebuild'], ['token', '--as', 'pia']])(
    '%s names log, sequence and root on standard error, all the same',
    async (...args) => {
      const { code, stderr } = await rpn(directory, args);
      expect(code).toBe(EXIT.fine);
      const { root } = JSON.parse((await rpn(directory, ['verify', '--json'])).stdout);
      expect(stderr).toContain(`log ${join(directory, 'log.db')} · sequence ${last} · root ${root}`);
    },
  );

  it.each([
    ['verify'],
    ['replay', '--all'],
    ['rebuild'],
    ['token', '--as', 'pia'],
    ['verify', '--log', '/nowhere/log.db'],
  ])('%s could not run where there is none, and makes none', async (...args) => {
    const empty = join(directory, 'empty');
    mkdirSync(empty, { recursive: true });
    const { code, stdout, stderr } = await rpn(empty, args);
    expect({ code, stdout }).toEqual({ code: EXIT.couldNotRun, stdout: '' });
    expect(stderr).toMatch(/There is no/);
    expect(existsSync(join(empty, 'log.db'))).toBe(false);
  });
});

describe('rpn token', () => {
  it('prints a token and nothing else, which the API’s own verifier takes', async () => {
    const { stdout } = await rpn(directory, ['token', '--as', 'ana']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const verifier = new TokenVerifier(localIssuer(publicKeyOf(localKey(keyFileIn(directory)))));
    expect(await verifier.verify(stdout.trim())).toMatchObject({ personId: made('per', 'ana') });
    expect(statSync(keyFileIn(directory)).mode & 0o777).toBe(0o600);
  });

  it('lives as long as is asked, and at most 8 hours', async () => {
    const lives = async (ttl: string) => {
      const { stdout } = await rpn(directory, ['token', '--as', 'ana', '--ttl', ttl]);
      const { iat, exp } = JSON.parse(Buffer.from(stdout.split('.')[1]!, 'base64url').toString());
      return exp - iat;
    };
    expect([await lives('90s'), await lives('30m'), await lives('8h')]).toEqual([90, 1_800, 28_800]);
    for (const ttl of ['9h', '481m', '0h', '8', 'eight', '-1h', '1.5h']) {
      expect(await rpn(directory, ['token', '--as', 'ana', `--ttl=${ttl}`])).toMatchObject({
        code: EXIT.usage,
        stdout: '',
      });
    }
  });

  it('knows whom a slip of the keyboard meant', async () => {
    const { code, stdout, stderr } = await rpn(directory, ['token', '--as', 'anna']);
    expect({ code, stdout }).toEqual({ code: EXIT.usage, stdout: '' });
    expect(stderr).toContain('Nobody signs in as anna. Did you mean ana?');
  });
});

describe('rpn replay', () => {
  it('says MATCH for every decision', async () => {
    expect(await rpn(directory, ['replay', '--all'])).toMatchObject({
      code: EXIT.fine,
      stdout: `MATCH: all ${decisionsUpTo(last)} decisions, ${last + 1} events\n`,
    });
    const { stdout } = await rpn(directory, ['replay', '--all', '--json']);
    expect(JSON.parse(stdout)).toEqual({ verdict: 'MATCH', decisions: decisionsUpTo(last), events: last + 1 });
  });

  it('wants to be told what', async () => {
    expect(await rpn(directory, ['replay'])).toMatchObject({ code: EXIT.usage, stdout: '' });
  });
});

describe('rpn rebuild', () => {
  it('prints view, sequence and digest, and finds the views as they were', async () => {
    const { code, stdout } = await rpn(directory, ['rebuild', '--json']);
    expect(code).toBe(EXIT.fine);
    const views = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(views.map(({ view }) => view)).toEqual(
      expect.arrayContaining(['claims', 'cap-usage', 'payables', 'people']),
    );
    for (const { sequence, digest, before } of views)
      expect({ sequence, before }).toEqual({ sequence: last, before: digest });
  });

  it('tells a view that was wrong, by both digests, and mends it', async () => {
    const copy = folders.copy();
    const views = openDatabase(join(copy, 'views.db'));
    views.exec(`DELETE FROM ${tableOf(payablesView)}`);
    views.close();
    const wrong = await rpn(copy, ['rebuild', 'payables', '--json']);
    const { before, digest } = JSON.parse(wrong.stdout);
    expect([wrong.code, before === digest]).toEqual([EXIT.finding, false]);
    expect(await rpn(copy, ['rebuild', 'payables'])).toMatchObject({
      code: EXIT.fine,
      stdout: expect.stringContaining(digest),
    });
  });

  it('forgets the history of the views that it makes anew: it is of the old documents', async () => {
    const copy = folders.copy();
    const steps = [claimsView, payablesView].map((view) => ({ view, from: START, touches: [], to: { ...START, sequence: 7 } })); // prettier-ignore
    const before = new SqliteViewHistory(historyFileIn(copy));
    before.extend(steps);
    before.close();
    expect(await rpn(copy, ['rebuild', 'payables'])).toMatchObject({ code: EXIT.fine });
    const after = new SqliteViewHistory(historyFileIn(copy));
    expect([claimsView, payablesView].map((view) => after.reached(view).sequence)).toEqual([7, -1]);
    after.close();
  });

  it('builds what is not there', async () => {
    const copy = folders.copy();
    for (const file of readdirSync(copy)) if (file.startsWith('views.db')) rmSync(join(copy, file));
    expect(await rpn(copy, ['rebuild', 'claims'])).toMatchObject({
      code: EXIT.fine,
      stdout: expect.stringMatching(/built\n$/),
    });
  });

  it('refuses while a server writes, and a name that no view has', async () => {
    const copy = folders.copy();
    expect(await rpn(copy, ['rebuild', 'cap-usge'])).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining('Did you mean cap-usage?'),
    });
    const lock = takeWriterLock(copy, openDatabase);
    expect(await rpn(copy, ['rebuild'])).toMatchObject({
      code: EXIT.couldNotRun,
      stderr: expect.stringContaining('Stop that process'),
    });
    expect(await rpn(copy, ['verify'])).toMatchObject({ code: EXIT.fine });
    lock.release();
  });
});

describe('rpn seed', () => {
  it('refuses a store that is not empty', async () => {
    const before = readFileSync(join(directory, 'log.db'));
    const { code, stderr } = await rpn(directory, ['seed', '--only', 'network', '--now', '2026-08-04']);
    expect({ code, stderr }).toEqual({
      code: EXIT.couldNotRun,
      stderr: `${join(directory, 'log.db')} is not empty; nothing was written.\n`,
    });
    expect(readFileSync(join(directory, 'log.db')).equals(before)).toBe(true);
  });

  it.each([
    ['--now', '2026-02-30'],
    ['--now', 'today'],
    ['--only', 'history'],
  ])('%s %s is a usage error', async (...args) => {
    expect(await rpn(join(directory, 'new'), ['seed', ...args])).toMatchObject({ code: EXIT.usage, stdout: '' });
    expect(existsSync(join(directory, 'new'))).toBe(false);
  });
});

describe('rpn doctor', () => {
  const env = { PORT: '0' };

  it('finds this machine well', async () => {
    const { code, stdout } = await rpn(directory, ['doctor', '--json'], { env });
    const { verdict, checks } = JSON.parse(stdout);
    expect([code, verdict]).toEqual([EXIT.fine, 'well']);
    expect(checks.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['Node', 'SQLite', 'settings', 'data folder', 'disk', 'space', 'writer', 'log', 'port']),
    );
    expect(stdout).toContain('synchronous=FULL');
  });

  it('tells every fault of the settings at once', async () => {
    const { code, stdout } = await rpn(directory, ['doctor'], {
      env: { PORT: 'http', PROFILE: 'cloud', AUTH_MODE: 'oidc' },
    });
    expect(code).toBe(EXIT.finding);
    expect(stdout.split('\n').filter((line) => line.startsWith('wrong    settings'))).toHaveLength(4);
  });

  it('names the process that writes', async () => {
    const copy = folders.copy();
    const lock = takeWriterLock(copy, openDatabase);
    expect((await rpn(copy, ['doctor'], { env })).stdout).toContain(`process ${process.pid} writes here now`);
    lock.release();
    expect((await rpn(copy, ['doctor'], { env })).stdout).toContain('no process writes here now');
  });

  it('says that a log cannot be read', async () => {
    const copy = folders.copy();
    const { size } = statSync(join(copy, 'log.db'));
    writeFileSync(join(copy, 'log.db'), 'x'.repeat(size));
    const { code, stdout } = await rpn(copy, ['doctor'], { env });
    expect(code).toBe(EXIT.finding);
    expect(stdout).toMatch(/wrong +log +.*file is not a database/);
  });
});
