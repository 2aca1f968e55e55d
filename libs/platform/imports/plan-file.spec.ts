import { entityId } from '#kernel/ids/entity-id';
import { commandIdOfRow } from '#contexts/imports/kinds/row-command';
import fc from 'fast-check';
import { adam } from '../../../test/support/bare-log';
import { AGREEMENT, brief, ImportGround, MINUTES } from '../../../test/support/imports';
import { A, ana, B, bob, pia } from '../../../test/support/network';

let ground: ImportGround;
beforeEach(async () => {
  ground = await ImportGround.open();
});

// With the dirt of real sign-ups: ids that lost a zero, a school, blanks, Excel's empty date, a private school.
const SIGNUPS = [
  'district_id,month_closed,tier',
  '5100120,2024-09-18,2',
  '100390,2024-08-08,1',
  '40042703160,2024-05-07,1',
  ',1899-12-30,2',
  'A1192099,2024-07-12,2',
  '5100120,2024-09-18,2',
  '5100120,2024-09-19,2',
  '',
].join('\r\n');

describe('a plan', () => {
  it('says of every row what becomes of it, and why', async () => {
    const { plan } = await ground.good(SIGNUPS, 'signups', pia);
    const row = (line: number, verdict: string, subject: string, more: object = {}) => ({
      ...{ line, verdict, subject, repairs: [], errors: [], ...more },
    });
    const reply = (id: string, signedOn: string, tier: number) => ({ reply: { id, signedOn, tier } });
    const repair = (was: string, now: string, why: string) => ({ repairs: [{ column: 'district_id', was, now, why }] });
    expect(plan).toEqual({
      ...{ kind: 'signups', mode: 'per-row', applies: true, remarks: [] },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      planHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { rows: 7, applied: 1, repaired: 2, already: 1, rejected: 3 },
      rejectedBecause: { DATE_EMPTY: 1, KEY_REUSED: 1, REQUIRED: 1, SUBJECT_FORMAT: 1 },
      rows: [
        row(2, 'applied', 'lea:5100120', reply('lea:5100120', '2024-09-18', 2)),
        row(3, 'repaired', 'lea:0100390', {
          ...repair('100390', 'lea:0100390', 'the zero in front was lost'),
          ...reply('lea:0100390', '2024-08-08', 1),
        }),
        row(4, 'repaired', 'school:040042703160', {
          ...repair('40042703160', 'school:040042703160', 'the zero in front was lost; it is the id of a school'),
          ...reply('school:040042703160', '2024-05-07', 1),
        }),
        row(5, 'rejected', 'line 5', {
          errors: [
            {
              ...{ column: 'district_id', was: '', code: 'REQUIRED', wouldPass: 'its NCES id' },
              detail: 'The cell is empty; its NCES id is due.',
            },
            {
              ...{ column: 'month_closed', was: '1899-12-30', code: 'DATE_EMPTY', wouldPass: 'the day that was meant' },
              detail: '1899-12-30 is what a spreadsheet writes for an empty date.',
            },
          ],
        }),
        row(6, 'rejected', 'line 6', {
          errors: [
            {
              ...{ column: 'district_id', was: 'A1192099', code: 'SUBJECT_FORMAT' },
              detail:
                '“A1192099” is no NCES id of a district (7 digits) or school (12 digits), and looks like that of a private school.',
              wouldPass: 'an NCES id, or local: and the provisional id that program staff registered',
            },
          ],
        }),
        row(7, 'already', 'lea:5100120', { sameAs: 'line 2', ...reply('lea:5100120', '2024-09-18', 2) }),
        row(8, 'rejected', 'lea:5100120', {
          errors: [
            {
              ...{ column: '', was: '', code: 'KEY_REUSED' },
              detail:
                'The same was imported at 2026-08-04T12:00:00.000Z with other values; an import adds, and changes nothing.',
              wouldPass: 'the values of the first time, or a correction by the command that is meant for it',
            },
          ],
        }),
      ],
    });
  });

  it('writes nothing, and is the same again', async () => {
    const before = await ground.length();
    const [first, again] = [await ground.good(SIGNUPS, 'signups', pia), await ground.good(SIGNUPS, 'signups', pia)];
    expect(again.plan).toEqual(first.plan);
    expect(await ground.length()).toBe(before);
  });

  it('applies nothing where all rows have to pass and one does not', async () => {
    const { plan } = await ground.good(SIGNUPS, 'signups', pia, { mode: 'all-or-nothing' });
    expect([plan.applies, plan.counts.applied]).toEqual([false, 1]);
  });

  it('depends on who imports', async () => {
    const forbidden = brief(await ground.good('district_id,month_closed,tier\n5100120,2024-09-18,2', 'signups', ana));
    expect(forbidden).toEqual(['2 rejected  FORBIDDEN']);
  });
});

describe('applying a plan', () => {
  it('does what was planned, and a second run nothing', async () => {
    const first = await ground.good(SIGNUPS, 'signups', pia);
    const before = await ground.length();
    expect(await ground.apply(first.commands, pia)).toMatchObject({ kind: 'done' });
    expect(await ground.length()).toBe(before + 3);
    const second = await ground.good(SIGNUPS, 'signups', pia);
    expect(second.plan.counts).toEqual({ rows: 7, applied: 0, repaired: 0, already: 4, rejected: 3 });
    expect(second.plan.applies).toBe(false);
    expect(await ground.apply(second.commands, pia)).toMatchObject({ kind: 'done' });
    expect(await ground.length()).toBe(before + 3);
  });

  it('goes on where it was cut off, by the same plan', async () => {
    const whole = await ground.good(SIGNUPS, 'signups', pia);
    const before = await ground.length();
    await ground.apply(whole.commands.slice(0, 2), pia);
    const rest = await ground.good(SIGNUPS, 'signups', pia);
    expect(rest.plan.planHash).toBe(whole.plan.planHash);
    expect(rest.plan.counts).toMatchObject({ applied: 0, repaired: 1, already: 3 });
    await ground.apply(rest.commands, pia);
    expect(await ground.length()).toBe(before + 3);
  });

  it('stops where the log has moved on, and says at which line', async () => {
    const planned = await ground.good(SIGNUPS, 'signups', pia);
    // Somebody else records the sign-up of line 3 by another command meanwhile.
    const other = planned.commands.map((one) => ({ ...one, commandId: commandIdOfRow('other', [one.commandId]) }));
    await ground.apply(other.slice(1, 2), pia);
    const before = await ground.length();
    expect(await ground.apply(planned.commands, pia)).toEqual({
      ...{ kind: 'moved', line: 3 },
      why: 'ALREADY_SIGNED_UP: lea:0100390 signed up on 2024-08-08, in tier 1.',
    });
    expect(await ground.length()).toBe(before + 1);
    const { plan } = await ground.good(SIGNUPS, 'signups', pia);
    expect(plan.planHash).not.toBe(planned.plan.planHash);
  });

  it('asks for the same commands in whatever order the rows stand', async () => {
    const [header = '', ...rows] = SIGNUPS.trim().split('\r\n').slice(0, 6);
    const idsOf = async (order: readonly string[]) =>
      (await ground.good([header, ...order].join('\n'), 'signups', pia)).commands.map((one) => one.commandId).sort();
    const expected = await idsOf(rows);
    const orders = fc.shuffledSubarray(rows, { minLength: rows.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => expect(await idsOf(order)).toEqual(expected)),
      { numRuns: 20 },
    );
  });
});

describe('a file of partners', () => {
  const fill = [
    { column: 'since', value: '2017-07-01' },
    { column: 'timeZone', value: 'America/Chicago' },
  ];
  const file = [
    'state,organisation,territory_text,programs',
    'KS,Science City - Union Station,"Kansas City, Kansas",CSP;CSD',
    'NM,Explora,New Mexico,CSP;CSD',
    'MO,Science City - Union Station,"Kansas City, Missouri",CSP;CSD',
    'AL,PARTNER-A,Alabama,CSP',
    'ZZ,Nowhere,Nowhere,CSP',
  ];
  const plan = (lines: readonly string[] = file) => ground.good(lines.join('\n'), 'partners', pia, { fill });

  it('makes one partner of the rows that name it, and finds one that is there', async () => {
    const planned = await plan();
    expect(brief(planned)).toEqual([
      '2 applied',
      '3 applied',
      '4 repaired → KS; MO',
      `5 already = ${A}`,
      '6 rejected state CHOICE',
    ]);
    expect(planned.plan.remarks).toEqual([
      'the column programs is passed over: courses are claimed one by one, not kept with a partner',
    ]);
    expect(planned.plan.rows[0]?.reply).toEqual({
      id: entityId('ptr', commandIdOfRow('OnboardPartner', ['science city - union station'])),
      ...{ slug: 'science-city-union-station', name: 'Science City - Union Station', states: ['KS', 'MO'] },
      ...{ timeZone: 'America/Chicago', since: '2017-07-01', status: 'active' },
    });
  });

  it('is applied once, in whatever order its rows stand', async () => {
    await ground.apply((await plan()).commands, pia);
    const [header = '', ...rows] = file;
    const again = await plan([header, ...[...rows].reverse()]);
    expect(brief(again)).toEqual([
      '2 rejected state CHOICE',
      `3 already = ${A}`,
      '4 already',
      '5 already',
      '6 already → KS; MO',
    ]);
    // The same organisation with other values: an import changes nothing.
    const [, ...others] = file.map((row) => row.replace('New Mexico', 'Arizona'));
    expect(brief(await plan([header, ...others]))[1]).toBe('3 rejected  KEY_REUSED');
  });

  it('does not give out a short name twice', async () => {
    const rows = 'name,states,territory,slug\nAnother,AL,Alabama,partner-a\n';
    expect(brief(await ground.good(rows, 'partners', pia, { fill }))).toEqual(['2 rejected slug SLUG_TAKEN']);
  });
});

describe('a file of people', () => {
  it('registers by an administrator, and affiliates by program staff', async () => {
    const registered = await ground.good('handle\nana\nzoe\nzoe\nNot A Handle\n', 'people', adam);
    expect(brief(registered)).toEqual([
      `2 already = ${ana}`,
      '3 applied',
      '4 already = line 3',
      '5 rejected handle TEXT_FORMAT',
    ]);
    await ground.apply(registered.commands, adam);
    const file = [
      'handle,partner,role,from,until',
      'zoe,partner-a,champion,2026-01-01,',
      'zoe,partner-a,champion,2026-01-01,',
      'zoe,partner-a,boss,2026-01-01,',
      'zoe,partner-z,champion,2026-01-01,',
      'zoe,partner-b,champion,2026-01-01,2025-01-01',
      'zoe,partner-b,,,',
      'yan,partner-b,champion,2026-01-01,',
      'ana,partner-a,partner-staff,2026-01-01,',
    ];
    const affiliated = await ground.good(file.join('\n'), 'people', pia);
    expect(brief(affiliated)).toEqual([
      '2 applied',
      '3 already = line 2',
      '4 rejected role CHOICE',
      '5 rejected partner PARTNER_UNKNOWN',
      '6 rejected until ENDS_BEFORE_START',
      '7 rejected role REQUIRED from REQUIRED',
      '8 rejected  FORBIDDEN',
      '9 rejected  ALREADY_AFFILIATED',
    ]);
    const before = await ground.length();
    await ground.apply(affiliated.commands, pia);
    expect(await ground.length()).toBe(before + 1);
  });
});

describe('a file of claims', () => {
  const header = 'partner,outcomeType,subjectId,outcomeDate,requestedCents,evidence';
  const onboarded = (subject: string, amount = '500000', partner = 'partner-a') =>
    `${partner},district-onboarded,${subject},2026-08-01,${amount},${AGREEMENT}`;
  const plan = (rows: readonly string[], by = ana, more = {}) =>
    ground.good([header, ...rows].join('\n'), 'claims', by, more);

  it('decides each row on what the rows before it did', async () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => onboarded(`010000${n}`));
    const policy = `partner-a,cs-policy-adopted,0100001,2026-08-01,150000,${MINUTES}`;
    const { plan: planned } = await plan([...six.slice(0, 4), policy, ...six.slice(4)]);
    const reserved = planned.rows.map(({ reply }) => Object(reply)['reservedCents'] as unknown);
    // $25,000: four whole ones, then one whose code is missing, one whole, and nothing is left for the last.
    expect(reserved).toEqual([500_000, 500_000, 500_000, 500_000, undefined, 500_000, undefined]);
    expect(planned.rejectedBecause).toEqual({ CAP_EXCEEDED: 1, CODE_UNKNOWN: 1 });
  });

  it('records no refusal for a row that its plan rejects, so that it may pass later', async () => {
    const planned = await plan([onboarded('0100001'), onboarded('0100001').replace('08-01', '08-02')]);
    expect(brief(planned)).toEqual(['2 applied', '3 rejected  DUPLICATE_OUTCOME']);
    const before = await ground.length();
    await ground.apply(planned.commands, ana);
    expect(await ground.length()).toBe(before + 1);
  });

  it('rejects a row that expects another amount than the catalogue gives', async () => {
    const planned = await plan([onboarded('0100001', '300000'), onboarded('0100002', '1E5'), onboarded('0100003', '')]);
    expect(brief(planned)).toEqual([
      '2 rejected requestedCents AMOUNT_DIFFERS',
      '3 rejected requestedCents CELL_SHORTENED',
      '4 applied',
    ]);
    expect(planned.plan.rows[0]?.errors[0]?.wouldPass).toEqual({ requestedCents: 500_000 });
  });

  it('says of another’s partner what it says of one that is not there', async () => {
    const [foreign, absent] = (
      await plan([onboarded('0100001', '', 'partner-b'), onboarded('0100001', '', B), onboarded('0100001', '', 'zzz')])
    ).plan.rows.map(({ errors }) => errors[0]?.detail);
    expect([foreign, absent]).toEqual([
      '“partner-b” is no partner that you may act for.',
      `“${B}” is no partner that you may act for.`,
    ]);
    // Also of a claim that is there: an import tells nobody what others claimed.
    await ground.apply((await plan([onboarded('0100001')])).commands, ana);
    expect(brief(await plan([onboarded('0100001')], bob))).toEqual(['2 rejected partner PARTNER_UNKNOWN']);
  });

  it('holds the file against the count and the sum that were stated', async () => {
    const rows = [onboarded('0100001'), onboarded('0100002')];
    const asked = [header, ...rows].join('\n');
    const faultOf = async (more: object) => ground.plan(asked, 'claims', ana, more);
    expect(await faultOf({ expectRows: 3 })).toEqual({
      fault: {
        ...{ code: 'CONTROL_TOTAL', wouldPass: 'Send the whole file, or state what it holds.' },
        detail: 'The file has 2 rows; 3 were stated.',
      },
    });
    expect(await faultOf({ expectCents: 999_999 })).toMatchObject({
      fault: { detail: 'The column requestedCents adds up to 1000000 cents; 999999 were stated.' },
    });
    expect(await faultOf({ expectRows: 2, expectCents: 1_000_000 })).toMatchObject({ plan: { applies: true } });
  });
});

describe('a header', () => {
  it.each<[string, string, string]>([
    ['an unknown column', 'district_id,month_closed,tier,color', 'it does not know “color”'],
    [
      'a column twice',
      'district_id,NCES-ID,month_closed,tier',
      'district_id and NCES-ID are one column, and which is meant cannot be known',
    ],
    ['a column without a name', 'district_id,month_closed,tier,', 'a column has no name'],
    ['a missing column', 'district_id,tier', 'it lacks signedOn'],
  ])('with %s is told', async (_what, header, detail) => {
    expect(await ground.plan(`${header}\n`, 'signups', pia)).toEqual({
      fault: {
        ...{ code: 'FILE_HEADER', line: 1, detail: `The header cannot be used: ${detail}.` },
        wouldPass: 'The columns of signups: districtId, signedOn, tier.',
      },
    });
  });

  it('may stand alone: no rows', async () => {
    const { plan } = await ground.good('District ID,Signed-On,TIER\n', 'signups', pia);
    expect([plan.counts.rows, plan.applies]).toEqual([0, false]);
  });

  it('takes one value for all rows where a column may be filled in, and no other', async () => {
    const fill = [{ column: 'tier', value: '1' }];
    expect(await ground.plan('district_id,month_closed\n', 'signups', pia, { fill })).toMatchObject({
      fault: { detail: 'The header cannot be used: “tier” cannot be filled in.' },
    });
  });
});
