import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { PolicyDocument } from '#contexts/incentives/views/policies';
import { policiesView } from '#contexts/incentives/views/policies';
import { inForceOn } from '#kernel/time/in-force';
import { zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { ProgramCalendar } from '#kernel/time/program-calendar';
import type { Scope } from '#platform/view-store/port/scope';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { ViewReader } from '#platform/view-store/port/view-store';

/**
 * All published versions of the incentive rules by number. They are everybody's, so any scope sees them; drafts rule
 * nothing.
 */
export async function policiesIn(reader: ViewReader, scope: Scope): Promise<readonly PolicyDocument[]> {
  const { rows } = await reader.find(scope, policiesView, {
    where: [{ field: 'status', is: '=', value: 'published' }],
    sort: { field: 'version', direction: 'asc' },
  });
  return rows.map(({ document }) => document);
}

/** The program's year and zone by the newest rules: what a day in a query means. */
export async function programNow(reader: ViewReader): Promise<ProgramCalendar> {
  const policies = await policiesIn(reader, scopeOfAll);
  return (policies.at(-1)?.content ?? defaultIncentivesPolicy).program;
}

/** The day that it is for the program at a moment, by the rules that are then in force. */
export function programDay(policies: readonly PolicyDocument[], at: Instant): PlainDate {
  const { zone } = (policies.at(-1)?.content ?? defaultIncentivesPolicy).program;
  return zoneCalendar.dateAt(at, zone);
}

/** The rules in force on a day. */
export function policyOn(policies: readonly PolicyDocument[], day: PlainDate): PolicyDocument | undefined {
  return inForceOn(policies, day);
}
