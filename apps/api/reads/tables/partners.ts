import { policiesView } from '#contexts/incentives/views/policies';
import type { PartnerDocument, PartnerRow, Territory } from '#contexts/partners/views/partners';
import { partnerRow, partnersView } from '#contexts/partners/views/partners';
import { present } from '#kernel/assert/assert';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { policiesIn } from '../moment/program';
import { choiceFilter, partnerFilter } from '../query/filters';
import { loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { findOf, partnerAsked, partnersIn } from '../table/listed';
import { EXAMPLE_DAY, EXAMPLE_PARTNER } from './examples';
import { areasAsked, dayOf, onFilter, placeAsked, stateFilter, zipFilter } from './territory-filters';
import { queryRows } from '#platform/view-store/port/query-rows';

const EXAMPLE: PartnerRow = {
  ...{ ...EXAMPLE_PARTNER, states: ['VA'], timeZone: 'America/New_York' },
  ...{ status: 'active', since: EXAMPLE_DAY },
};

export const partnersTable: TableRead<PartnerRow> = {
  ...{ name: 'partners', path: 'v1/partners', tag: 'partners', summary: 'The organisations of the network' },
  views: [partnersView, policiesView],
  filters: [
    partnerFilter,
    choiceFilter('status', ['active', 'paused', 'exited'], 'Whether it may claim today.'),
    ...[stateFilter, zipFilter, onFilter],
  ],
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
  exampleAbout: { on: EXAMPLE_DAY },
  variant: dayOf,
  async load(ask) {
    // Some sixty rows, of which a filter may name one by an id that is no field of the view.
    const partners = await partnersIn(ask.reader, ask.scope);
    const only = partnerAsked(ask, partners);
    const place = placeAsked(ask, await policiesIn(ask.reader, ask.scope));
    const rows = [...partners].map(([key, document]) => ({ key, document }));
    const kept = rows.filter(({ key, document }) => {
      const isThere = !place.isNamed || areasAsked(document, place).length > 0;
      return isThere && (only === undefined || key === only);
    });
    const found = queryRows(kept, findOf(ask, ask.where), partnersView);
    return { ...loaded(found, ask.sort, (document) => partnerRow(document, place.on)), about: { on: place.on } };
  },
};

/** A partner on its own page. */
export type ShownPartner = Omit<PartnerDocument, 'revision'> &
  Pick<PartnerRow, 'states'> &
  Pick<Territory, 'territory'>;

export const partnerRead: EntityRead<PartnerDocument, ShownPartner> = {
  ...{ name: 'partners', path: 'v1/partners', tag: 'partners', summary: 'A partner, its territory and its people' },
  ...{ prefix: 'ptr', view: partnersView, views: [partnersView] },
  revisionOf: ({ revision }) => revision,
  partnerIdOf: ({ id }) => id,
  // States and words are those defined last: a page of its own changes with events alone, as its ETag says.
  show({ revision: _revision, ...partner }) {
    const { areas, territory } = present(partner.territories.at(-1), 'the territory of a partner');
    return { ...partner, states: areas.map(({ state }) => state), territory };
  },
  example: {
    ...{ ...EXAMPLE, territory: 'Virginia', exitedOn: null },
    w9: { taxClass: 'exempt', signedOn: EXAMPLE_DAY, details: 'b'.repeat(64) },
    payee: { details: 'a'.repeat(64), heldUntil: null },
    territories: [{ effectiveFrom: EXAMPLE_DAY, areas: [{ state: 'VA', zips: [] }], territory: 'Virginia' }],
    people: [{ personId: 'per_a4d6f2h5j7l3n5p7r2t4v6x3za', role: 'partner-staff', from: EXAMPLE_DAY, until: null }],
  },
};
