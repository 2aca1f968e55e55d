import type { GrantFacts, Known } from '#contexts/grants/decide/facts';
import { roundFacts } from '#contexts/grants/decide/facts';
import { overdueReport } from '#contexts/grants/decide/awards/overdue-report';
import type { GrantsState } from '#contexts/grants/decide/state';
import { proposalsOf } from '#contexts/grants/decide/state';
import type { PartnerStanding } from '#contexts/grants/facts/partner-standing';
import { hasLeft, partnerStanding, partnerStream } from '#contexts/grants/facts/partner-standing';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import { addDays } from '#kernel/time/plain-date';

/** What a round's decision knows beyond the ledger. */
export interface AllocationFacts extends GrantFacts {
  /** The partners of the round's proposals. */
  readonly partners: ReadonlyMap<PartnerId, Readonly<PartnerStanding>>;
  /** Those of them that have left the network. */
  readonly left: ReadonlySet<PartnerId>;
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
  const known = [...ids].flatMap((id) => {
    const partner = sources.lookup.get(partnerStanding, partnerStream(id));
    return partner === undefined ? [] : [[id, partner] as const];
  });
  const late = [...ids].filter((id) => overdueReport(state, id, facts.at) !== undefined);
  return {
    ...facts,
    partners: new Map(known),
    left: new Set(known.flatMap(([id, partner]) => (hasLeft(partner, facts.at) ? [id] : []))),
    overdue: new Set(overdueReportBlocks ? late : []),
    offersLapseAt: sources.calendar.startOf(addDays(facts.today, acceptanceDays + 1), program.zone),
  };
}
