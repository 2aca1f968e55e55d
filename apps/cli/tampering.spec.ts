import { canonical } from '#kernel/codec/canonical';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { PAGE_BYTES } from '#platform/event-store/sqlite/schema';
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rpn, smallNetworkFolders } from '../../test/support/rpn';
import { EXIT } from './shell/exit';

/** Somebody changes the log with SQL, as a DBA could; where `rpn` then finds it. */
const folders = smallNetworkFolders();

/** A copy whose leaf hashes are stored, as a server's are. */
async function watched(): Promise<string> {
  const directory = folders.copy();
  expect((await rpn(directory, ['verify'])).code).toBe(EXIT.fine);
  expect(existsSync(join(directory, 'leaves'))).toBe(true);
  return directory;
}

function tamper(directory: string, sql: string, ...values: (string | number)[]): void {
  const log = openDatabase(join(directory, 'log.db'));
  log.prepare(sql).run(...values);
  log.close();
}

/** What the edits below touch of an event's data. */
interface Data {
  bytes: number;
  readonly claim: Record<string, number>;
}

interface Row {
  readonly sequence: number;
  readonly data: string;
  readonly metadata: string;
}

/** Changes the data of the first event of a type so that it is still a proper event; returns its position. */
function editData(directory: string, type: string, change: (data: Data) => void): number {
  const log = openDatabase(join(directory, 'log.db'));
  const row = log.prepare<Row>('SELECT * FROM events WHERE type = ? ORDER BY sequence').get(type)!;
  const data = JSON.parse(row.data) as Data;
  change(data);
  log.prepare('UPDATE events SET data = ? WHERE sequence = ?').run(canonical(data), row.sequence);
  log.close();
  return row.sequence;
}

async function verified(directory: string, ...args: string[]) {
  const { code, stdout } = await rpn(directory, ['verify', '--json', ...args]);
  return { code, ...JSON.parse(stdout) };
}

const more = ({ claim }: Data) => (claim['approvedCents']! += 100_00);

describe('rpn verify', () => {
  it('names the position of an edit that leaves a proper event', async () => {
    const directory = await watched();
    const at = editData(directory, 'ClaimApproved', more);
    expect(await verified(directory)).toMatchObject({ code: EXIT.finding, verdict: 'bad', badPosition: at });
    const { stdout } = await rpn(directory, ['verify']);
    expect(stdout).toContain(`at event ${at}: its bytes are not those whose hash was stored.`);
  });

  it('claims no more than it could show: without anything kept, a rewritten log looks as good', async () => {
    const directory = folders.copy();
    editData(directory, 'ClaimApproved', more);
    const { size } = await verified(folders.copy());
    const first = await rpn(directory, ['verify']);
    expect(first.code).toBe(EXIT.fine);
    expect(first.stdout).toContain(`well formed and in order: ${size} events. Nothing was kept from before`);
    expect(first.stdout).not.toContain('verified');
    expect((await rpn(directory, ['verify'])).stdout).toContain(
      `verified: ${size} events, each with the hash stored before`,
    );
    truncateSync(join(directory, 'leaves'), 20 * 32);
    expect((await rpn(directory, ['verify'])).stdout).toContain(`${size} events, 20 with the hash stored before`);
    const { hashesCompared, checkpointsContained } = await verified(directory);
    expect({ hashesCompared, checkpointsContained }).toEqual({ hashesCompared: size, checkpointsContained: [] });
  });

  it('names it while the leaf hashes reach less far than the log', async () => {
    const directory = await watched();
    const at = editData(directory, 'EvidenceReceived', (data) => (data.bytes += 1));
    truncateSync(join(directory, 'leaves'), 20 * 32 + 7);
    expect(await verified(directory)).toMatchObject({ code: EXIT.finding, badPosition: at });
  });

  it.each([
    ['a removed event', 'DELETE FROM events WHERE sequence = 12', 12],
    [
      'another role',
      `UPDATE events SET metadata = replace(metadata, 'program-staff', 'finance') WHERE sequence = 23`,
      23,
    ],
    ['another time', `UPDATE events SET recorded_at = '2026-08-04T12:00:00.001Z' WHERE sequence = 28`, 28],
    ['another known time', `UPDATE events SET known_at = '2026-08-05T12:00:00.000Z' WHERE sequence = 5`, 5],
    ['text that is no JSON', `UPDATE events SET data = 'x' WHERE sequence = 7`, 7],
    ['a swapped name', `UPDATE events SET type = 'ClaimDenied' WHERE sequence = 19`, 19],
  ])('names the position of %s', async (_what, sql, at) => {
    const directory = await watched();
    tamper(directory, sql);
    expect(await verified(directory)).toMatchObject({ code: EXIT.finding, verdict: 'bad', badPosition: at });
  });

  it('sees that the end is missing', async () => {
    const directory = await watched();
    tamper(directory, 'DELETE FROM events WHERE sequence >= 25');
    expect(await verified(directory)).toMatchObject({ code: EXIT.finding, badPosition: 25 });
  });

  it('sees by a kept checkpoint what was changed together with the leaf hashes', async () => {
    const directory = await watched();
    const kept = join(directory, 'kept.json');
    await rpn(directory, ['verify', '--json', '-o', kept]);
    expect(await verified(directory, '--checkpoint', kept)).toMatchObject({
      code: EXIT.fine,
      size: folders.lastSequence() + 1,
    });
    const at = editData(directory, 'ClaimApproved', more);
    rmSync(join(directory, 'leaves'));
    expect(await verified(directory)).toMatchObject({ code: EXIT.fine });
    rmSync(join(directory, 'leaves'));
    const found = await verified(directory, '--checkpoint', kept);
    expect(found).toMatchObject({ code: EXIT.finding, badPosition: 0, before: folders.lastSequence() + 1 });
    expect(at).toBeLessThan(found.before);
    // What a checkpoint disproves is not stored as if it had been good.
    expect(existsSync(join(directory, 'leaves'))).toBe(false);
  });

  it('takes a checkpoint as a C2SP note too, from standard input', async () => {
    const directory = folders.copy();
    const { size, root } = await verified(directory);
    const note = `example.org/log\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n\n— example.org/log c2ln\n`;
    const args = ['verify', '--checkpoint', '-'];
    expect((await rpn(directory, args, { stdin: note })).code).toBe(EXIT.fine);
    const other = note.replace(/\n\d+\n/, '\n12\n');
    expect((await rpn(directory, args, { stdin: other })).code).toBe(EXIT.finding);
    for (const stdin of ['', 'a\nb\nc\n', '{"size":1}', '{"size":-1,"root":"00"}', 'a\n1\nAAAA\n']) {
      expect(await rpn(directory, args, { stdin })).toMatchObject({ code: EXIT.usage, stdout: '' });
    }
    expect((await rpn(directory, ['verify', '--checkpoint', '/nowhere'])).code).toBe(EXIT.couldNotRun);
  });

  it('finds damage of any page of the file, the index by which streams are read among them', async () => {
    const whole = readFileSync(join(folders.copy(), 'log.db'));
    for (let page = 1; page < whole.length / PAGE_BYTES; page += 1) {
      const directory = await watched();
      writeFileSync(join(directory, 'log.db'), Buffer.from(whole).fill(0, page * PAGE_BYTES, (page + 1) * PAGE_BYTES));
      expect({ page, ...(await verified(directory)) }).toMatchObject({ page, code: EXIT.finding, verdict: 'bad' });
      expect({ page, code: (await rpn(directory, ['start'])).code }).toEqual({ page, code: EXIT.finding });
    }
  });

  it('could not run on a file that is no database', async () => {
    const directory = await watched();
    writeFileSync(join(directory, 'log.db'), Buffer.alloc(8_192, 1));
    const { code, stderr } = await rpn(directory, ['verify']);
    expect({ code, stderr }).toEqual({
      code: EXIT.couldNotRun,
      stderr: expect.stringContaining('is no log, or damaged'),
    });
  });

  it('looks at a copy without touching it', async () => {
    const [directory, other] = [folders.copy(), folders.copy()];
    expect(await verified(directory, '--log', other)).toMatchObject({
      code: EXIT.fine,
      size: folders.lastSequence() + 1,
    });
    expect(await verified(directory, '--log', join(other, 'log.db'))).toMatchObject({
      code: EXIT.fine,
      size: folders.lastSequence() + 1,
    });
    expect(existsSync(join(other, 'leaves'))).toBe(false);
  });
});

describe('rpn replay --all', () => {
  it('names a planted drift: event, command, place, both sides', async () => {
    const directory = folders.copy();
    const at = editData(directory, 'ClaimApproved', more);
    const { code, stdout } = await rpn(directory, ['replay', '--all', '--json']);
    expect(code).toBe(EXIT.finding);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'DIFFERS',
      sequence: at,
      name: 'ApproveClaim',
      at: '/0/data/claim/approvedCents',
      recorded: '510000',
      fresh: '500000',
    });
    expect((await rpn(directory, ['replay', '--all'])).stdout).toContain(
      `DIFFERS: event ${at}, ApproveClaim, at /0/data/claim/approvedCents`,
    );
  });

  it('stops at a history that cannot be', async () => {
    const directory = folders.copy();
    tamper(directory, `UPDATE events SET version = 99 WHERE sequence = 13`);
    const { code, stdout } = await rpn(directory, ['replay', '--all']);
    expect(code).toBe(EXIT.finding);
    expect(stdout).toContain('STOPPED after');
  });
});

describe('a log that was emptied', () => {
  it.each([
    ['its events', (directory: string) => tamper(directory, 'DELETE FROM events')],
    ['its file', removeLog],
  ])('of %s is not filled again as if nothing had been', async (_what, empty) => {
    const directory = await watched();
    empty(directory);
    for (const args of [['seed', '--only', 'network'], ['start']]) {
      const { code, stdout } = await rpn(directory, args, { env: { DEMO: 'network' } });
      expect(code).toBe(EXIT.finding);
      expect(stdout).toContain(`leaf hashes of ${folders.lastSequence() + 1} events`);
    }
  });
});

function removeLog(directory: string): void {
  for (const file of ['log.db', 'log.db-wal', 'log.db-shm']) rmSync(join(directory, file), { force: true });
}

describe('rpn start', () => {
  it('serves no log that is not as it was written', async () => {
    const directory = await watched();
    const at = editData(directory, 'ClaimApproved', more);
    const { code, stdout } = await rpn(directory, ['start', '--json']);
    expect(code).toBe(EXIT.finding);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'bad', badPosition: at });
  });

  it('tells every fault of the settings at once', async () => {
    const { code, stderr } = await rpn(folders.copy(), ['start'], { env: { PORT: 'x', HOST: '0.0.0.0', DEMO: 'all' } });
    expect(code).toBe(EXIT.usage);
    for (const name of ['PORT', 'HOST', 'DEMO']) expect(stderr).toContain(name);
  });
});
