import type { Award, GrantsState } from '#contexts/grants/decide/state';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** An award of the partner whose expense report is overdue; undefined when it owes none. */
export function overdueReport(state: Readonly<GrantsState>, partnerId: PartnerId, at: Instant): Award | undefined {
  for (const awardId of state.awardsOf.get(partnerId) ?? []) {
    const award = state.awards.get(awardId);
    if (award?.standing.status !== 'accepted') continue;
    const { reportDueAt } = award.standing;
    if (reportDueAt !== null && reportDueAt <= at) return award;
  }
  return undefined;
}
