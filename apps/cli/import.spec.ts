import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rpn, smallNetworkFolders } from '../../test/support/rpn';
import { EXIT } from './shell/exit';

const folders = smallNetworkFolders();
let directory: string;
beforeEach(() => {
  directory = folders.copy();
});

// Excel saved it in Europe, after somebody looked at the ids as numbers.
const SIGNUPS = [
  '\uFEFFDistrict ID;Month closed;Tier',
  '5100120;2024-09-18;2',
  '100391;2024-08-08;1',
  ';1899-12-30;2',
  '4,00427E+10;45000;1',
  ';;',
  '',
].join('\r\n');

function file(text: string, name = 'signups.csv'): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}
const json = (stdout: string) => JSON.parse(stdout) as { planHash: string; counts: Record<string, number> };
const events = async () => Number(/: (\d+) events/.exec((await rpn(directory, ['verify'])).stdout)?.[1]);

describe('rpn import', () => {
  it('tells what becomes of every row, in words that need no manual', async () => {
    const path = file(SIGNUPS);
    const { code, stdout, stderr } = await rpn(directory, ['import', 'signups', path, '--as', 'pia', '--dry-run']);
    expect(code).toBe(EXIT.finding);
    expect(stdout.replace(/plan [0-9a-f]{64}/, 'plan HASH')).toBe(
      [
        `signups in ${path}: 4 rows`,
        '     1  applied   as they stand',
        '     1  repaired  and applied; each is listed',
        '     0  already   there before, or said twice',
        '     2  rejected  each is listed with the reason',
        '        lines without any value are passed over: 1',
        '',
        'Repaired:',
        '  line 3, District ID: “100391” → lea:0100391 (the zero in front was lost)',
        '',
        'Rejected:',
        '  line 4, District ID: The cell is empty; its NCES id is due. (REQUIRED) Would pass: its NCES id.',
        '  line 4, Month closed: 1899-12-30 is what a spreadsheet writes for an empty date. (DATE_EMPTY) Would pass: the day that was meant.',
        '  line 5, District ID: 4,00427E+10 is a number that the spreadsheet has shortened; its other digits are lost. (CELL_SHORTENED) Would pass: the column formatted as text before the file is saved.',
        '  line 5, Month closed: 45000 is a day as a spreadsheet counts them: 2023-03-15, or 2027-03-16 by the calendar of 1904. (DATE_SERIAL) Would pass: 2023-03-15 if counted from 1900, 2027-03-16 if counted from 1904.',
        '',
        'plan HASH',
        '',
      ].join('\n'),
    );
    expect(stderr).toMatch(/^log .* · sequence \d+ · root [0-9a-f]{64}\nDry run: nothing is written\.\n$/);
    expect(await events()).toBe(folders.lastSequence() + 1);
  });

  it('says the same when it applies, and applies nothing a second time', async () => {
    const asked = ['import', 'signups', file(SIGNUPS), '--as', 'pia'];
    const dry = await rpn(directory, [...asked, '--dry-run']);
    const applied = await rpn(directory, asked);
    expect([applied.code, applied.stdout]).toEqual([dry.code, dry.stdout]);
    // Two rows, that the file came, and that it is applied.
    expect(await events()).toBe(folders.lastSequence() + 5);
    const again = json((await rpn(directory, [...asked, '--json'])).stdout);
    expect(again.counts).toEqual({ rows: 4, applied: 0, repaired: 0, already: 2, rejected: 2 });
    expect(await events()).toBe(folders.lastSequence() + 5);
    expect((await rpn(directory, ['replay', '--all'])).stdout).toMatch(/^MATCH/);
  });

  it('applies the plan that was seen, and no other', async () => {
    const asked = ['import', 'signups', file(SIGNUPS), '--as', 'pia'];
    const { planHash } = json((await rpn(directory, [...asked, '--dry-run', '--json'])).stdout);
    file(SIGNUPS.replace('5100120', '5100121'));
    const { code, stdout } = await rpn(directory, [...asked, '--plan-hash', planHash]);
    expect([code, stdout.split(':')[0]]).toEqual([EXIT.finding, 'The plan has changed']);
    expect(await events()).toBe(folders.lastSequence() + 1);
    file(SIGNUPS);
    await rpn(directory, [...asked, '--plan-hash', planHash]);
    expect(await events()).toBe(folders.lastSequence() + 5);
  });

  it('applies all or nothing, where that is asked', async () => {
    const asked = ['import', 'signups', '-', '--as', 'pia', '--mode', 'all-or-nothing'];
    const { code, stdout } = await rpn(directory, asked, { stdin: SIGNUPS });
    expect(code).toBe(EXIT.finding);
    expect(stdout).toContain('\nAll rows have to pass (--mode all-or-nothing): nothing is applied.\n');
    expect(await events()).toBe(folders.lastSequence() + 1);
    const good = SIGNUPS.split('\r\n').slice(0, 3).join('\r\n');
    expect((await rpn(directory, asked, { stdin: good })).code).toBe(EXIT.fine);
    expect(await events()).toBe(folders.lastSequence() + 5);
  });

  it('lets no cell steer the terminal', async () => {
    const stdin = 'handle\n"\u001b[2Jzoe"\n"x\n\u001b]0;y\u0007"\n';
    const { stdout } = await rpn(directory, ['import', 'people', '-', '--as', 'pia', '--dry-run'], { stdin });
    expect(stdout).not.toMatch(/[^\n\P{Cc}]/u);
  });

  it('keeps the rejected rows in a file that can be mended and sent again', async () => {
    const rejected = join(directory, 'rejected.csv');
    await rpn(directory, ['import', 'signups', file(SIGNUPS), '--as', 'pia', '--rejected', rejected]);
    const mended = readFileSync(rejected, 'utf8').replace(',1899-12-30', '5100122,2024-01-02');
    const { stdout } = await rpn(directory, ['import', 'signups', file(mended), '--as', 'pia', '--json']);
    expect(json(stdout).counts).toEqual({ rows: 2, applied: 1, repaired: 0, already: 0, rejected: 1 });
  });

  it('fills in what a file of partners lacks', async () => {
    const partners = file('state,organisation,territory_text,programs\nVA,CodeVA,Virginia,CSP;CSD\n');
    const asked = ['import', 'partners', partners, '--as', 'pia'];
    const lacking = await rpn(directory, asked);
    expect([lacking.code, lacking.stdout]).toEqual([
      EXIT.finding,
      `${partners}, line 1: The header cannot be used: it lacks timeZone, since. (FILE_HEADER)\n` +
        'The columns of partners: name, states, territory, timeZone, since, slug (optional). ' +
        'One value for all rows can be filled in: timeZone=VALUE and since=VALUE.\nNothing is applied.\n',
    ]);
    const filled = await rpn(directory, [...asked, '--fill', 'since=2017-07-01,timeZone=America/New_York']);
    expect([filled.code, await events()]).toEqual([EXIT.fine, folders.lastSequence() + 4]);
  });
});

describe('what rpn import cannot do is told', () => {
  it.each<[string, string[], number, string]>([
    ['no file', ['--as', 'pia'], EXIT.usage, 'Say what to import: rpn import signups FILE --as HANDLE.\n'],
    [
      'no person',
      ['x.csv'],
      EXIT.usage,
      'rpn import signups needs --as <handle>: who imports; every event names that person.\n',
    ],
    ['a file that is not there', ['x.csv', '--as', 'pia'], EXIT.couldNotRun, 'There is no x.csv.\n'],
    ['a person who is not there', ['-', '--as', 'pai'], EXIT.usage, 'Nobody signs in as pai. Did you mean pat?\n'],
    [
      'a person who may not',
      ['-', '--as', 'ana'],
      EXIT.couldNotRun,
      'A file of signups needs the role program-staff.\n',
    ],
    [
      'a filling that is none',
      ['-', '--as', 'pia', '--fill', 'x'],
      EXIT.usage,
      '--fill takes COLUMN=VALUE, parted by commas; it was "x".\n',
    ],
    [
      'a count that is none',
      ['-', '--as', 'pia', '--expect-rows', '1e3'],
      EXIT.usage,
      '--expect-rows is a whole number; it was "1e3".\n',
    ],
  ])('%s', async (_what, args, code, words) => {
    const ran = await rpn(directory, ['import', 'signups', ...args], { stdin: SIGNUPS });
    expect([ran.code, ran.stdout, ran.stderr.replace(/^log .*\n/, '')]).toEqual([code, '', words]);
  });

  it('a folder without a network', async () => {
    const ran = await rpn(join(directory, 'none'), ['import', 'signups', '-', '--as', 'pia'], { stdin: SIGNUPS });
    expect([ran.code, ran.stderr]).toEqual([
      EXIT.couldNotRun,
      `${join(directory, 'none', 'log.db')} holds no network; rpn seed or rpn start makes one.\n`,
    ]);
  });
});
