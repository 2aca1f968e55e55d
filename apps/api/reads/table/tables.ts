import type { Subject } from '#contexts/access/policy/who-may';
import { partnersView } from '#contexts/partners/views/partners';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { Scope } from '#platform/view-store/port/scope';
import type { Condition, ViewReader } from '#platform/view-store/port/view-store';
import type { Moments, Shown } from '../moment/moments';
import { programNow } from '../moment/program';
import type { Cursors, Pinned } from '../query/cursor';
import type { ReadNetwork } from '../read-network';
import { scopeOf, scopesOf } from '../scope-of';
import type { Format, TableQuery } from './table-query';
import { boundTo, tableQuery } from './table-query';
import type { Loaded, TableRead } from './table-read';

/** Who reads, and when the request came. */
export interface Reading {
  readonly subject: Subject;
  readonly now: Instant;
}

/** A page or a whole table, the moment it shows, and how it goes on. */
export interface Answer<Row> extends Shown<Loaded<Row>> {
  readonly query: TableQuery;
  readonly nextCursor: string | null;
}

/** Answers what is asked of declared tables, for JSON, CSV and pages alike: the same figure is the same number everywhere. */
export class Tables {
  constructor(
    private readonly network: ReadNetwork,
    private readonly moments: Moments,
    private readonly cursors: Cursors,
  ) {}

  /** A page of the table. */
  async page<Row extends object>(table: TableRead<Row>, sent: unknown, reading: Reading): Promise<Answer<Row>> {
    const { query, scope } = await this.asked(table, sent, reading, 'page');
    const bound = boundTo(table, query, scope, reading.subject);
    const pinned = query.cursor === undefined ? undefined : this.cursors.open(query.cursor, bound);
    const shown = await this.read(table, { query, scope, pinned, limit: query.limit }, reading);
    const { value, sequence, at } = shown;
    const nextCursor =
      value.hasMore && value.last !== undefined ? this.cursors.seal({ sequence, at, after: value.last }, bound) : null;
    return { ...shown, query, nextCursor };
  }

  /** Every row of the table. */
  async whole<Row extends object>(table: TableRead<Row>, sent: unknown, reading: Reading): Promise<Answer<Row>> {
    const { query, scope } = await this.asked(table, sent, reading, 'file');
    return { ...(await this.read(table, { query, scope }, reading)), query, nextCursor: null };
  }

  /** Who may not read the table at all is told so before anything that was sent is looked at. */
  private async asked(table: TableRead<object>, sent: unknown, { subject }: Reading, format: Format): Promise<Part> {
    const scopes = scopesOf(subject, table.name);
    const query = tableQuery(table, sent, format);
    const { views } = this.network;
    const slugOf = async (scope: Scope, id: PartnerId): Promise<string | undefined> =>
      (await views.get(scope, partnersView, id))?.slug;
    return { query, scope: await scopeOf(scopes, query.filters.get('partner'), slugOf) };
  }

  private async read<Row extends object>(
    table: TableRead<Row>,
    part: Part,
    { now, subject }: Reading,
  ): Promise<Shown<Loaded<Row>>> {
    const { query, scope, pinned, limit } = part;
    const { filters, sort, asOf, minSequence } = query;
    const where = await this.conditions(table, query);
    const common = { scope, subject, filters, where, sort, ...(limit === undefined ? {} : { limit }) };
    const load = (reader: ViewReader, at: Instant): Promise<Loaded<Row>> =>
      table.load({ ...common, reader, at, ...(pinned === undefined ? {} : { after: pinned.after }) });
    return this.moments.show(table.views, { now, asOf, pinned, minSequence }, load);
  }

  private async conditions(table: TableRead<object>, { filters }: TableQuery): Promise<readonly Condition[]> {
    if (filters.size === 0) return [];
    const program = await programNow(this.network.views);
    return table.filters.flatMap((filter) => {
      const text = filters.get(filter.name);
      return text === undefined ? [] : filter.where(text, program);
    });
  }
}

interface Part {
  readonly query: TableQuery;
  readonly scope: Scope;
  readonly pinned?: Pinned | undefined;
  readonly limit?: number;
}
