import type { ReceiveImport } from '#contexts/imports/commands/receive-import';
import type { Fill } from '#contexts/imports/kinds/header';
import type { ReadRow } from '#contexts/imports/kinds/kind';
import { KINDS } from '#contexts/imports/kinds/kinds';
import { readRows } from '#contexts/imports/kinds/read-rows';
import type { FileFault, Read } from '#contexts/imports/table/file-fault';
import type { Table } from '#contexts/imports/table/parse-table';
import { parseTable } from '#contexts/imports/table/parse-table';
import { digestOf, sha256 } from '#kernel/codec/digest';
import type { Cents } from '#kernel/money/cents';
import type { Plan, PlannedCommand, PlannedRow, Verdict } from '#platform/imports/plan';
import { VERDICTS } from '#platform/imports/plan';
import type { Ground, Importer } from '#platform/imports/row-planner';
import { RowPlanner } from '#platform/imports/row-planner';

/** A file, and how it is to be read. */
export interface FileToPlan extends Pick<ReceiveImport, 'kind' | 'mode'> {
  readonly fill: readonly Fill[];
  readonly file: Uint8Array;
  readonly expectRows?: number | null | undefined;
  readonly expectCents?: Cents | null | undefined;
}

/** Why a file is no table of its kind. */
export type PlanFault = FileFault;

export type Planned =
  { readonly plan: Plan; readonly commands: readonly PlannedCommand[] } | { readonly fault: FileFault };

/**
 * What a file would do on a log: a pure function of its bytes, the log up to a checkpoint, and who imports it when. Every
 * row is decided by the ordinary commands, in order, each on what the rows before it did; nothing is written.
 */
export async function planFile(asked: FileToPlan, ground: Ground, importer: Importer): Promise<Planned> {
  const read = rowsOf(asked);
  if ('fault' in read) return read;
  const { table, rows } = read.ok;
  const planner = await RowPlanner.on(ground, importer, KINDS[asked.kind]);
  const planned: PlannedRow[] = [];
  const commands: PlannedCommand[] = [];
  for (const row of rows) {
    const one = await planner.plan(row);
    planned.push(one.row);
    commands.push(...one.commands);
  }
  return { plan: planOf(asked, table, planned, commands), commands };
}

function rowsOf({ file, kind, fill, expectRows, expectCents }: FileToPlan): Read<{
  readonly table: Table;
  readonly rows: readonly ReadRow[];
}> {
  const table = parseTable(file);
  if ('fault' in table) return table;
  const rows = readRows(table.ok, KINDS[kind], {
    fill,
    expectRows: expectRows ?? null,
    expectCents: expectCents ?? null,
  });
  return 'fault' in rows ? rows : { ok: { table: table.ok, rows: rows.ok } };
}

function planOf(
  { kind, mode, fill, file }: FileToPlan,
  table: Table,
  rows: readonly PlannedRow[],
  commands: readonly PlannedCommand[],
): Plan {
  const counted = VERDICTS.map((verdict): [Verdict, number] => [verdict, countOf(rows, verdict)]);
  const counts = { rows: rows.length, ...(Object.fromEntries(counted) as Record<Verdict, number>) };
  const isNew = counts.applied + counts.repaired > 0;
  const digest = sha256(file);
  return {
    ...{ kind, mode, sha256: digest, planHash: hashOf({ kind, mode, fill, sha256: digest }, rows, commands) },
    applies: isNew && (mode === 'per-row' || counts.rejected === 0),
    counts,
    rejectedBecause: because(rows),
    remarks: remarksOn(kind, table),
    rows,
  };
}

const countOf = (rows: readonly PlannedRow[], wanted: Verdict): number =>
  rows.filter(({ verdict }) => verdict === wanted).length;

/**
 * Of what the plan does, not of what is left to do: a plan that was applied in part is the same plan, so that the rest of it
 * may be applied.
 */
function hashOf(file: object, rows: readonly PlannedRow[], commands: readonly PlannedCommand[]): string {
  const judged = rows.map(({ line, verdict, errors }) =>
    verdict === 'rejected' ? { line, errors: errors.map(({ column, code }) => ({ column, code })) } : { line },
  );
  const done = commands.map(({ line, name, commandId, bodyHash, reply }) => ({
    line,
    name,
    commandId,
    bodyHash,
    reply,
  }));
  return digestOf({ ...file, rows: judged, commands: done });
}

function because(rows: readonly PlannedRow[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { errors } of rows)
    for (const code of new Set(errors.map((error) => error.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function remarksOn(kind: ReceiveImport['kind'], { header, emptyRows }: Table): string[] {
  const passed = Object.entries(KINDS[kind].passedOver ?? {}).filter(([name]) =>
    header.some((called) => called.trim().toLowerCase() === name.toLowerCase()),
  );
  const empty = emptyRows === 0 ? [] : [`lines without any value are passed over: ${emptyRows}`];
  return [...passed.map(([name, why]) => `the column ${name} is passed over: ${why}`), ...empty];
}
