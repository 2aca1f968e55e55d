import type { DistrictDocument } from '#contexts/engagement/views/districts';
import { districtsView } from '#contexts/engagement/views/districts';
import { STATES } from '#kernel/subjects/states';
import { column } from '../csv/csv-column';
import { choiceFilter, dateFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_DAY } from './examples';

export const districtsTable: TableRead<DistrictDocument> = {
  ...{ name: 'districts', path: 'v1/districts', tag: 'districts', views: [districtsView] },
  summary: 'Districts, and schools that stand for themselves, that signed up',
  filters: [
    choiceFilter('state', [...STATES].sort(), 'Where it lies, by its NCES id.'),
    {
      ...choiceFilter('tier', ['1', '2', '3', '4'], 'The tier of the program.'),
      // The view's field is a number, and text compares with none.
      where: (text) => [{ field: 'tier', is: '=', value: Number(text) }],
    },
    dateFilter('signedFrom', 'signedOn', '>='),
    dateFilter('signedTo', 'signedOn', '<='),
  ],
  sorts: ['id', 'state', 'signedOn', 'tier'],
  defaultSort: 'id',
  csv: [column('id'), column('state'), column('signedOn'), column('tier')],
  example: { id: 'lea:0100390', state: 'AL', signedOn: EXAMPLE_DAY, tier: 1 },
  exampleTotals: {},
  load: async (ask) => loaded(await ask.reader.find(ask.scope, districtsView, findOf(ask, ask.where)), ask.sort, same),
};

const same = (district: DistrictDocument): DistrictDocument => district;
