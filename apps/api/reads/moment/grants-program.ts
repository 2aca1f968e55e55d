import { capStepAt } from '#contexts/grants/policy/cap-schedule';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import type { PoolMoment } from '#contexts/grants/views/pool-page';
import type { GrantsPolicyDocument } from '#contexts/grants/views/policies';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import { zoneCalendar } from '#kernel/time/calendar';
import { inForceOn } from '#kernel/time/in-force';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';
import type { ProgramCalendar } from '#kernel/time/program-calendar';
import { quarterInterval, quarterOf } from '#kernel/time/program-calendar';
import type { Scope } from '#platform/view-store/port/scope';
import type { ViewReader } from '#platform/view-store/port/view-store';

/** All published versions of the grant rules, oldest first. They are everybody's, so any scope sees them. */
export async function grantsPoliciesIn(reader: ViewReader, scope: Scope): Promise<readonly GrantsPolicyDocument[]> {
  const sort = { field: 'version', direction: 'asc' } as const;
  const { rows } = await reader.find(scope, grantsPoliciesView, {
    where: [{ field: 'status', is: '=', value: 'published' }],
    sort,
  });
  return rows.map(({ document }) => document);
}

/** The grant program's calendar by the newest rules, and its day at a moment. */
export function grantsDay(
  policies: readonly GrantsPolicyDocument[],
  at: Instant,
): { readonly program: ProgramCalendar; readonly today: PlainDate; readonly quarter: string } {
  const { program } = policies.at(-1)?.content ?? defaultGrantsPolicy;
  const today = zoneCalendar.dateAt(at, program.zone);
  return { program, today, quarter: quarterOf(today, program) };
}

/** What a pool's page is made for: the day, the year's borders, and the cap schedule in force. */
export function poolMoment(year: number, policies: readonly GrantsPolicyDocument[], at: Instant): PoolMoment {
  const { program, today, quarter } = grantsDay(policies, at);
  const dayOf = (moment: Instant): PlainDate => zoneCalendar.dateAt(moment, program.zone);
  const { capSteps } = inForceOn(policies, today)?.content ?? defaultGrantsPolicy;
  return {
    quarter: within(quarter, year),
    today,
    startsOn: dayOf(quarterInterval(`${year}-Q1`, program, zoneCalendar).start),
    endsOn: addDays(dayOf(quarterInterval(`${year}-Q4`, program, zoneCalendar).end), -1),
    capAt: (usedCents, baseCents) => capStepAt(capSteps, usedCents, baseCents).capCents,
  };
}

/** The quarter of today, or the nearest one of the year. */
function within(quarter: string, year: number): string {
  if (quarter < `${year}-Q1`) return `${year}-Q1`;
  return quarter > `${year}-Q4` ? `${year}-Q4` : quarter;
}
