import type { SlateLine } from '#contexts/grants/events/slate';
import { dollars } from '#kernel/money/cents';
import { fund, onAward, open, proposalId, staff, submit, Year } from './grants';

/** The walk is judged with a pool of which exactly so much is left: the quarters before release nothing more. */
export const withLeft = (cents: number): Year => {
  const year = new Year();
  year.do(fund({ fundedCents: cents, release: 'annual' }));
  return year;
};

/** The eight partners and nine proposals of examples.md E8. */
const PROPOSALS: readonly (readonly [string, string, number, readonly (readonly [number, number, number?])[]])[] = [
  [
    'P1',
    'a',
    500_000,
    [
      [5, 5],
      [5, 4],
    ],
  ],
  [
    'P2',
    'b',
    500_000,
    [
      [5, 4],
      [4, 5],
      [5, 4],
    ],
  ],
  [
    'P3',
    'c',
    300_000,
    [
      [4, 5],
      [5, 4],
    ],
  ],
  [
    'P4',
    'd',
    400_000,
    [
      [5, 4],
      [4, 5],
    ],
  ],
  [
    'P5',
    'a',
    200_000,
    [
      [5, 3],
      [4, 4],
    ],
  ],
  [
    'P6',
    'e',
    500_000,
    [
      [4, 4, 240_000],
      [4, 4, 300_000],
    ],
  ],
  [
    'P7',
    'f',
    400_000,
    [
      [4, 3],
      [4, 4],
    ],
  ],
  [
    'P8',
    'g',
    100_000,
    [
      [3, 3],
      [3, 4],
    ],
  ],
  [
    'P9',
    'h',
    150_000,
    [
      [2, 3],
      [3, 2],
    ],
  ],
];

/** E8 with so much left: partner C has 500,000 of the year already, from the second quarter. */
export function e8(left: number): Year {
  const year = withLeft(left + 500_000);
  year.do(
    open({
      ...{ quarter: '2026-Q2', opensAt: '2026-04-01T00:00:00-07:00', closesAt: '2026-05-01T00:00:00-07:00' },
      at: '2026-04-01T12:00:00.000Z',
    }),
  );
  const early = { quarter: '2026-Q2', at: '2026-04-10T12:00:00.000Z' };
  year.do(submit('c', 'earlier', 500_000, early));
  year.reviewed(
    'earlier',
    [
      [5, 5],
      [5, 5],
    ],
    '2026-05-02T12:00:00.000Z',
  );
  year.decide('2026-Q2', '2026-05-03T12:00:00.000Z');
  year.do(onAward('AcceptAward', 'earlier', { by: staff('c'), at: '2026-05-04T12:00:00.000Z' }));
  year.do(open());
  for (const [key, slug, cents] of PROPOSALS) year.do(submit(slug, key, cents));
  for (const [key, , , scores] of PROPOSALS) year.reviewed(key, scores);
  return year;
}

/** The keys of the proposals by their ids. */
export const e8Names = new Map<string, string>(PROPOSALS.map(([key]) => [proposalId(key), key]));

/** E8's slate as a table of Markdown: what docs/concepts/allocation.md shows. */
export function e8Table(left: number): string {
  const slate = e8(left).slate();
  let rest = left;
  const rows = slate.lines.map((line) => {
    rest -= line.awardedCents;
    return row(line, rest);
  });
  return [
    '| rank | proposal/partner | requested | reviews (alignment, reach) | score | could get | gets | left |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function row(line: SlateLine, left: number): string {
  const [key, slug, , reviews] = PROPOSALS.find(([name]) => name === e8Names.get(line.proposalId))!;
  const scores = reviews.map(([alignment, reach]) => `${alignment},${reach}`).join('; ');
  const score = (line.scorePoints / 100).toFixed(2);
  const gets = [dollars(line.awardedCents), line.outcome, ...line.because].join(' ');
  const money = [dollars(line.requestedCents), scores, score, dollars(line.baseCents), gets, dollars(left as never)];
  return `| ${[line.rank, `${key}/${slug.toUpperCase()}`, ...money].join(' | ')} |`;
}
