import type { SubjectDocument } from '#contexts/partners/views/subjects';
import { subjectsView } from '#contexts/partners/views/subjects';
import { partnersView } from '#contexts/partners/views/partners';
import { STATES } from '#kernel/subjects/states';
import { column } from '../csv/csv-column';
import { choiceFilter, partnerFilter, subjectFilter } from '../query/filters';
import { findOf, loaded, partnerAsked, partnersIn } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';

export const subjectsTable: TableRead<SubjectDocument> = {
  ...{ name: 'subjects', path: 'v1/subjects', tag: 'partners' },
  summary: 'Cohorts, and districts and schools without an NCES id, as program staff registered them',
  views: [subjectsView, partnersView],
  filters: [
    subjectFilter,
    partnerFilter,
    choiceFilter('kind', ['cohort', 'district', 'school'], 'What it is.'),
    choiceFilter('state', [...STATES].sort(), 'Where it is.'),
  ],
  sorts: ['subjectId', 'title', 'registeredAt'],
  defaultSort: 'subjectId',
  csv: [
    ...[column<SubjectDocument, 'subjectId'>('subjectId'), column<SubjectDocument, 'kind'>('kind')],
    column('title', 'text'),
    column('partnerId'),
    column('state'),
    column('because'),
    column('registeredAt'),
  ],
  example: {
    ...{ subjectId: 'cohort:codeva-fall-2026', kind: 'cohort', title: 'Coaches of fall 2026' },
    ...{ partnerId: EXAMPLE_PARTNER.id, state: null, because: null, registeredAt: EXAMPLE_INSTANT },
  },
  exampleTotals: {},
  async load(ask) {
    const partner = partnerAsked(ask, await partnersIn(ask.reader, ask.scope));
    const only = partner === undefined ? [] : [{ field: 'partnerId', is: '=' as const, value: partner }];
    const found = await ask.reader.find(ask.scope, subjectsView, findOf(ask, [...ask.where, ...only]));
    return loaded(found, ask.sort, (document) => document);
  },
};
