import { e8, e8Names, e8Table, withLeft } from '../../../../../test/support/e8';
import { asked, awardId, onAward, open, proposalId, Q3, staff, submit } from '../../../../../test/support/grants';
import type { Year } from '../../../../../test/support/grants';
import type { Cents } from '#kernel/money/cents';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const told = (
  lines: readonly { proposalId: string; awardedCents: Cents; outcome: string; because: readonly string[] }[],
) =>
  lines.map(({ proposalId: id, awardedCents, outcome, because }) =>
    [e8Names.get(id), awardedCents, outcome, ...because].join(' '),
  );

describe('E8, to the cent', () => {
  it('gives the table of the example', () => {
    const slate = e8(1_850_000).decide();
    expect(slate.lines.map(({ proposalId: id, scorePoints }) => [e8Names.get(id), scorePoints])).toEqual([
      ['P1', 48_000],
      ['P2', 45_333],
      ['P4', 45_000],
      ['P3', 45_000],
      ['P5', 41_000],
      ['P6', 40_000],
      ['P7', 38_000],
      ['P8', 32_000],
      ['P9', 25_000],
    ]);
    expect(told(slate.lines)).toEqual([
      'P1 500000 awarded',
      'P2 500000 awarded',
      'P4 400000 awarded',
      'P3 300000 awarded',
      'P5 0 not-funded HEADROOM',
      'P6 150000 partial REVIEW MONEY',
      'P7 0 waitlisted MONEY',
      'P8 0 waitlisted MONEY',
      'P9 0 not-funded MIN_SCORE',
    ]);
    expect(slate).toMatchObject({ leftBeforeCents: 1_850_000, leftAfterCents: 0, capPerPartnerCents: 500_000 });
    expect(slate.lines[5]).toMatchObject({ recommendedCents: 240_000, baseCents: 240_000, requestedCents: 500_000 });
  });

  it('gives exactly half: with 1820000 left, P6 gets 120000', () => {
    const slate = e8(1_820_000).decide();
    expect(told(slate.lines).slice(5, 8)).toEqual([
      'P6 120000 partial REVIEW MONEY',
      'P7 0 waitlisted MONEY',
      'P8 0 waitlisted MONEY',
    ]);
    expect(slate.leftAfterCents).toBe(0);
  });

  it('and with a cent less P6 waits and P8 is funded', () => {
    const slate = e8(1_819_999).decide();
    expect(told(slate.lines).slice(5, 8)).toEqual([
      'P6 0 waitlisted REVIEW MONEY',
      'P7 0 waitlisted MONEY',
      'P8 100000 awarded',
    ]);
    expect(slate.leftAfterCents).toBe(19_999);
  });
});

describe('E9, promotion from E8 with nothing left', () => {
  const after = (declined: string, slug: string) => {
    const year = e8(1_850_000);
    year.decide();
    year.do(onAward('DeclineAward', declined, { by: staff(slug) }));
    const reply = year.do(asked('PromoteWaitlist', { quarter: Q3, at: '2026-09-21T12:00:00.000Z' })).reply!.body as {
      lines: never[];
      leftAfterCents: Cents;
    };
    return { year, told: told(reply.lines), left: reply.leftAfterCents };
  };

  it.each([
    ['P1', 'a', ['P7 400000 awarded', 'P8 100000 awarded'], 0],
    ['P4', 'd', ['P7 400000 awarded'], 0],
    ['P3', 'c', ['P7 300000 partial MONEY'], 0],
    ['P6', 'e', ['P8 100000 awarded'], 50_000],
  ])('%s of partner %s declines', (declined, slug, lines, left) => {
    const { year, told: promoted, left: leftAfter } = after(declined, slug);
    expect(promoted).toEqual(lines);
    expect(leftAfter).toBe(left);
    expect(year.state.proposals.get(proposalId('P5'))!.standing.status).toBe('not-funded');
    const p6 = year.state.awards.get(awardId('P6'))!.standing;
    expect(p6).toMatchObject(declined === 'P6' ? { status: 'declined' } : { offeredCents: 150_000, status: 'offered' });
  });
});

describe('E12, caps inside a round', () => {
  const round = (...asks: readonly (readonly [string, string, number])[]) => {
    const year = withLeft(25_000_000);
    year.do(open());
    for (const [key, slug, cents] of asks) year.do(submit(slug, key, cents));
    return year;
  };
  const decided = (year: Year, keys: readonly string[]) => {
    for (const [index, key] of keys.entries())
      year.reviewed(key, [
        [5 - index, 5],
        [5, 5],
      ]);
    return year
      .decide()
      .lines.map(({ awardedCents, outcome, because }) => [awardedCents, outcome, ...because].join(' '));
  };

  it('a cap changed before the close bounds what was asked for', () => {
    const year = round(['x', 'a', 500_000], ['y', 'b', 900_000]);
    year.do(asked('ChangeRoundCap', { quarter: Q3, capPerPartnerCents: 400_000, reason: 'The fund runs hot.' }));
    expect(decided(year, ['x', 'y'])).toEqual(['400000 partial CAP', '400000 partial CAP']);
  });

  it.each([
    [300_000, '150000 partial HEADROOM'],
    [300_001, '0 not-funded HEADROOM'],
  ])('of one partner, 350000 in full and then %d', (second, line) => {
    expect(decided(round(['x', 'a', 350_000], ['y', 'a', second]), ['x', 'y'])).toEqual(['350000 awarded', line]);
  });
});

describe('docs/concepts/allocation.md', () => {
  const path = join(__dirname, '../../../../../docs/concepts/allocation.md');
  const [begin, end] = ['<!-- E8: printed by WRITE_DOCS=1 npx jest allocation/examples -->', '<!-- end of E8 -->'];

  it('shows the table of E8 as the program prints it', () => {
    const text = readFileSync(path, 'utf8');
    const [before, after] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
    const printed = `\n\n${e8Table(1_850_000)}\n\n`;
    if (process.env['WRITE_DOCS'] === '1') writeFileSync(path, text.slice(0, before) + printed + text.slice(after));
    else expect(text.slice(before, after)).toBe(printed);
  });
});
