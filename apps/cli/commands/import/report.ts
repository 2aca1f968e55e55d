import type { Plan, PlannedRow, Verdict } from '#platform/imports/plan';
import type { PlanFault } from '#platform/imports/plan-file';

/** The report for people: what was counted, then every row that was not taken as it stands, with its line. */
export function reportOf({ kind, counts, planHash, remarks, rows, applies, mode }: Plan, name: string): string {
  const nothing = counts.rejected > 0 && mode === 'all-or-nothing' && !applies;
  const head = [
    `${kind} in ${name}: ${counts.rows} rows`,
    ...COUNTED.map(([verdict, words]) => `${String(counts[verdict]).padStart(6)}  ${verdict.padEnd(8)}  ${words}`),
    ...remarks.map((remark) => `        ${remark}`),
    ...(nothing ? ['All rows have to pass (--mode all-or-nothing): nothing is applied.'] : []),
  ];
  const repaired = rows.filter(({ verdict }) => verdict === 'repaired').map(repairedLine);
  const rejected = rows.filter(({ verdict }) => verdict === 'rejected').map(rejectedLine);
  return [...head, ...part('Repaired', repaired), ...part('Rejected', rejected), '', `plan ${planHash}`].join('\n');
}

const COUNTED: readonly (readonly [Verdict, string])[] = [
  ['applied', 'as they stand'],
  ['repaired', 'and applied; each is listed'],
  ['already', 'there before, or said twice'],
  ['rejected', 'each is listed with the reason'],
];

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines];

const repairedLine = ({ line, repairs }: PlannedRow): string =>
  repairs
    .map(({ column, was, now, why }) => printable(`  line ${line}, ${column}: “${was}” → ${now} (${why})`))
    .join('\n');

function rejectedLine({ line, errors }: PlannedRow): string {
  return errors
    .map(({ column, code, detail, wouldPass }) => {
      const where = column === '' ? `line ${line}` : `line ${line}, ${column}`;
      const passes = wouldPass === undefined ? '' : ` Would pass: ${passing(wouldPass)}.`;
      return printable(`  ${where}: ${detail} (${code})${passes}`);
    })
    .join('\n');
}

/** Cells are a stranger’s: nothing in them may steer the terminal. */
const printable = (line: string): string => line.replace(/\p{Cc}/gu, ' ');

const passing = (what: string | object): string =>
  typeof what === 'string'
    ? what
    : Object.entries(what)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', ');

/** Why a file cannot be read at all. */
export function faultWords({ code, detail, line, column, wouldPass }: PlanFault, name: string): string {
  const at = [...(line === undefined ? [] : [`line ${line}`]), ...(column === undefined ? [] : [`place ${column}`])];
  return `${[name, ...at].join(', ')}: ${detail} (${code})\n${wouldPass}\nNothing is applied.`;
}
