import type { ExposureRow } from '#contexts/incentives/views/exposure';
import { EXPOSURE_WARNINGS, exposureOf } from '#contexts/incentives/views/exposure';
import { cents } from '#kernel/money/cents';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column } from '../csv/csv-column';
import { choiceFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { CAP_FILTERS, CAP_VIEWS, capRowsOf, variantOf, yearOf } from './cap-rows';
import { EXAMPLE_DAY } from './examples';

const rowsView: View<ExposureRow> = {
  ...{ name: 'exposure-rows', version: 1, partnerOf: () => null, totals: [] },
  fields: { programYear: 'integer', warning: 'text' },
};

const EXAMPLE: ExposureRow = {
  ...{ programYear: 2_026, partners: 53, policyCapCents: cents(2_500_000), overrideCents: cents(500_000) },
  ...{ exposureCents: cents(133_000_000), reservedCents: cents(4_500_000), approvedCents: cents(81_000_000) },
  ...{ reversedCents: cents(0), headroomCents: cents(47_500_000), budgetCents: cents(120_000_000) },
  ...{ budgetLeftCents: cents(34_500_000), exposureOverBudgetCents: cents(13_000_000) },
  warning: 'exposure-above-budget',
};

export const exposureTable: TableRead<ExposureRow> = {
  ...{ name: 'exposure', path: 'v1/exposure', tag: 'caps', views: CAP_VIEWS },
  summary: 'What a program year may cost at most, beside the budget of the rules in force',
  filters: [...CAP_FILTERS, choiceFilter('warning', EXPOSURE_WARNINGS, 'What it warns of.')],
  sorts: ['programYear'],
  defaultSort: 'programYear',
  csv: [
    column('programYear'),
    column('partners'),
    column('policyCapCents', 'cents'),
    column('overrideCents', 'cents'),
    column('exposureCents', 'cents'),
    column('reservedCents', 'cents'),
    column('approvedCents', 'cents'),
    column('reversedCents', 'cents'),
    column('headroomCents', 'cents'),
    column('budgetCents', 'cents'),
    column('budgetLeftCents', 'cents'),
    column('exposureOverBudgetCents', 'cents'),
    column('warning'),
  ],
  example: EXAMPLE,
  exampleTotals: {},
  exampleAbout: { effectiveOn: EXAMPLE_DAY, policy: { version: 1, hash: '0'.repeat(64) } },
  load,
  variant: variantOf,
  label: yearOf,
};

/** One row: of the year asked for. None before there are rules. */
async function load(ask: Ask): Promise<Loaded<ExposureRow>> {
  const { rows, rules, about } = await capRowsOf(ask);
  const made = rules === undefined ? [] : [exposureOf(rows, about.programYear, rules)];
  const documents = made.map((document) => ({ key: String(document.programYear), document }));
  return { ...loaded(queryRows(documents, findOf(ask, ask.where), rowsView), ask.sort, (row) => row), about };
}
