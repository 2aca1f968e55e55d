import type { GrantFacts, Known } from '#contexts/grants/decide/facts';
import { roundFacts } from '#contexts/grants/decide/facts';
import { overdueReport } from '#contexts/grants/decide/awards/overdue-report';
import type { GrantsState } from '#contexts/grants/decide/state';
import { proposalsOf } from '#contexts/grants/decide/state';
import type { PartnerStanding } from '#contexts/grants/facts/partner-standing';
import { partnerStanding, partnerStream } from '#contexts/grants/facts/partner-standing';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import { addDays } from '#kernel/time/plain-date';

/** What a round's decision knows beyond the ledger. */
export interface AllocationFacts extends GrantFacts {
  /** The partners of the round's proposals. */
  readonly partners: ReadonlyMap<PartnerId, Readonly<PartnerStanding>>;
  /** Those of them that owe an expense report, where the policy minds. */
  readonly overdue: ReadonlySet<PartnerId>;
  /** Local midnight after the last day on which an offer of today may be accepted (examples.md E10). */
  readonly offersLapseAt: Instant;
}

export function allocationFacts(
  command: { readonly quarter: string },
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<AllocationFacts> {
  const facts = roundFacts(command, state, circumstances, sources);
  if (!('rules' in facts)) return facts;
  const { program, acceptanceDays, overdueReportBlocks } = facts.rules.content;
  const ids = new Set(proposalsOf(state, command.quarter).map(({ standing: { partnerId } }) => partnerId));
  const partners = [...ids].map((id) => [id, sources.lookup.get(partnerStanding, partnerStream(id))] as const);
  const late = [...ids].filter((id) => overdueReport(state, id, facts.at) !== undefined);
  return {
    ...facts,
    partners: new Map(partners.flatMap(([id, partner]) => (partner === undefined ? [] : [[id, partner]]))),
    overdue: new Set(overdueReportBlocks ? late : []),
    offersLapseAt: sources.calendar.startOf(addDays(facts.today, acceptanceDays + 1), program.zone),
  };
}
