import type { Subject } from '#contexts/access/policy/who-may';
import type { Instant } from '#kernel/time/instant';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import type { Condition, Position, Sort, ViewReader } from '#platform/view-store/port/view-store';
import type { CsvColumn } from '../csv/csv-column';
import type { Filter } from '../query/filters';
import type { Parameters } from '../query/parameter';

/** What a table is asked: everything about it is checked, and the reader shows one moment. */
export interface Ask {
  readonly reader: ViewReader;
  readonly scope: Scope;
  /** Who asks, where rows differ by more than the partner. */
  readonly subject: Subject;
  /** The filters as they were sent; those on fields of the view stand in `where` too. */
  readonly filters: Parameters;
  readonly where: readonly Condition[];
  readonly sort: Sort;
  readonly after?: Position;
  /** Absent: every row, for an export. */
  readonly limit?: number;
  /** What "today" is. */
  readonly at: Instant;
}

/** A page, and what is true of the whole filter. */
export interface Loaded<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly count: number;
  readonly totals: Readonly<Record<string, number>>;
  /** Of the last row, where the next page begins. */
  readonly last?: Position;
  /** What holds for all rows; stands beside them in the reply. */
  readonly about?: object;
}

/** A list over HTTP, declared: `GET /v1/claims` and `GET /v1/claims.csv` are made of this, and their description too. */
export interface TableRead<Row extends object> {
  /** Its row in the permission table, and the name of its files. */
  readonly name: string;
  /** `v1/claims` */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** Its rows depend on who asks, beyond the scope: nobody else's cursor goes on in it. */
  readonly isPersonal?: true;
  /** What it is read from, the listed view first. */
  readonly views: readonly AnyView[];
  readonly filters: readonly Filter[];
  readonly sorts: readonly string[];
  readonly defaultSort: string;
  readonly csv: readonly CsvColumn<Row>[];
  readonly example: Row;
  /** For the OpenAPI document: totals and `about` as they may look. */
  readonly exampleTotals: Readonly<Record<string, number>>;
  readonly exampleAbout?: object;
  load(ask: Ask): Promise<Loaded<Row>>;
  /** For the ETag, where more than the log decides the rows: the day for which they were made. */
  variant?(loaded: Loaded<Row>): string;
  /** In the file's name: the year that it is about. */
  label?(loaded: Loaded<Row>, filters: Parameters): string | undefined;
}
