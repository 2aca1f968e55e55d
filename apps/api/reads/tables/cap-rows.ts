import type { CapUsageRow } from '#contexts/incentives/views/cap-usage';
import { capUsageRows, capUsageView } from '#contexts/incentives/views/cap-usage';
import type { PolicyDocument } from '#contexts/incentives/views/policies';
import { policiesView } from '#contexts/incentives/views/policies';
import type { PartnerDocument } from '#contexts/partners/views/partners';
import { partnersView } from '#contexts/partners/views/partners';
import type { PlainDate } from '#kernel/time/plain-date';
import { plainDate } from '#kernel/time/plain-date';
import { programYearOf } from '#kernel/time/program-calendar';
import { policiesIn, policyOn, programDay } from '../moment/program';
import { dateFilter, yearFilter } from '../query/filters';
import type { Filter } from '../query/filters';
import { partnersIn } from '../table/listed';
import type { Ask } from '../table/table-read';

/** Partners, usage and rules of one moment, joined: a partner without any usage has a row as well. */
export interface CapRows {
  readonly rows: readonly CapUsageRow[];
  readonly partners: ReadonlyMap<string, PartnerDocument>;
  readonly about: CapsAbout;
  /** The rules in force; undefined before any. */
  readonly rules: PolicyDocument | undefined;
}

/** Which year and which rules the rows are about; stands beside them in the reply. */
export interface CapsAbout {
  readonly programYear: number;
  readonly effectiveOn: PlainDate;
  readonly policy: { readonly version: number; readonly hash: string } | null;
}

export const CAP_VIEWS = [capUsageView, partnersView, policiesView];

/** The filters that every table of caps knows. */
export const CAP_FILTERS: readonly Filter[] = [
  yearFilter('year', 'The program year; that of today when left out.'),
  {
    ...dateFilter('effective', 'cap', '='),
    description: 'The cap of the rules in force on this day.',
    where: () => [],
  },
];

/** The rows of the year and day that the filters name. */
export async function capRowsOf({ reader, scope, filters, at }: Ask): Promise<CapRows> {
  const [partners, policies] = [await partnersIn(reader, scope), await policiesIn(reader, scope)];
  const today = programDay(policies, at);
  const effectiveOn = plainDate(filters.get('effective') ?? today);
  const rules = policyOn(policies, effectiveOn);
  const year = Number(
    filters.get('year') ?? (rules === undefined ? today.slice(0, 4) : programYearOf(today, rules.content.program)),
  );
  const usage = await reader.find(scope, capUsageView, { where: [{ field: 'programYear', is: '=', value: year }] });
  const used = usage.rows.map(({ document }) => document);
  const policy = rules === undefined ? null : { version: rules.version, hash: rules.hash };
  return {
    rows: capUsageRows([...partners.values()], used, policies, year, effectiveOn),
    ...{ partners, rules, about: { programYear: year, effectiveOn, policy } },
  };
}

/** For the ETag: a new day may bring another year or other rules without an event. */
export function variantOf({ about }: { readonly about?: object }): string {
  const { programYear, effectiveOn } = about as CapsAbout;
  return `${programYear}-${effectiveOn.replaceAll('-', '')}`;
}

/** For the file's name. */
export const yearOf = ({ about }: { readonly about?: object }): string => String((about as CapsAbout).programYear);
