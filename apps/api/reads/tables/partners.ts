import type { PartnerDocument, PartnerRow } from '#contexts/partners/views/partners';
import { partnerRow, partnersView } from '#contexts/partners/views/partners';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { choiceFilter, partnerFilter } from '../query/filters';
import { loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { findOf, partnerAsked, partnersIn } from '../table/listed';
import { EXAMPLE_DAY, EXAMPLE_PARTNER } from './examples';
import { queryRows } from '#platform/view-store/port/query-rows';

const EXAMPLE: PartnerRow = {
  ...{ ...EXAMPLE_PARTNER, states: ['VA'], timeZone: 'America/New_York' },
  ...{ status: 'active', since: EXAMPLE_DAY },
};

export const partnersTable: TableRead<PartnerRow> = {
  ...{ name: 'partners', path: 'v1/partners', tag: 'partners', summary: 'The organisations of the network' },
  views: [partnersView],
  filters: [partnerFilter, choiceFilter('status', ['active', 'paused', 'exited'], 'Whether it may claim today.')],
  sorts: ['slug', 'name', 'since', 'status'],
  defaultSort: 'slug',
  csv: [
    column('id'),
    column('slug', 'text'),
    column('name', 'text'),
    { name: 'states', kind: 'word', value: ({ states }) => states.join('; ') },
    column('timeZone'),
    column('status'),
    column('since'),
  ],
  example: EXAMPLE,
  exampleTotals: {},
  async load(ask) {
    // Some sixty rows, of which a filter may name one by an id that is no field of the view.
    const partners = await partnersIn(ask.reader, ask.scope);
    const only = partnerAsked(ask, partners);
    const rows = [...partners].map(([key, document]) => ({ key, document }));
    const kept = only === undefined ? rows : rows.filter(({ key }) => key === only);
    return loaded(queryRows(kept, findOf(ask, ask.where), partnersView), ask.sort, partnerRow);
  },
};

/** A partner on its own page. */
export type ShownPartner = Omit<PartnerDocument, 'revision'>;

export const partnerRead: EntityRead<PartnerDocument, ShownPartner> = {
  ...{ name: 'partners', path: 'v1/partners', tag: 'partners', summary: 'A partner, its territory and its people' },
  ...{ prefix: 'ptr', view: partnersView, views: [partnersView] },
  revisionOf: ({ revision }) => revision,
  partnerIdOf: ({ id }) => id,
  show: ({ revision: _revision, ...partner }) => partner,
  example: {
    ...{ ...EXAMPLE, territory: 'Virginia', exitedOn: null },
    people: [{ personId: 'per_a4d6f2h5j7l3n5p7r2t4v6x3za', role: 'partner-staff', from: EXAMPLE_DAY, until: null }],
  },
};
