import type { AcceptAward } from '#contexts/grants/commands/accept-award';
import type { AwardAct, DueFacts } from '#contexts/grants/decide/awards/award-act';
import { aboutAward, awardOf, decidersOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known } from '#contexts/grants/decide/facts';
import { actRefused, clashWith, refusal } from '#contexts/grants/decide/no';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import { isStaff } from '#contexts/grants/decide/proposals/applicants';
import type { GrantsState } from '#contexts/grants/decide/state';
import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { hasLeft } from '#contexts/grants/facts/partner-standing';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import { dollars, ZERO } from '#kernel/money/cents';

/** Decides an acceptance: in time, at most the offer (examples.md E7). What is not taken is free at once. */
export function acceptAward(
  command: AcceptAward,
  state: Readonly<GrantsState>,
  known: Known<DueFacts>,
): Answer<NewEventOf<typeof AwardAccepted> | NewEventOf<typeof GrantActRefused>> {
  const act = awardOf(command.awardId, state, known);
  if ('kind' in act || !isStaff(act.facts, act.facts.principal)) return notFound;
  const not = unlessAward(act, 'accept', ['offered']);
  if (not !== undefined) return not;
  const { award, facts } = act;
  const people = actingPeople(facts);
  const no = gone(act) ?? outOfBounds(command, award.standing) ?? clashWith(people, decidersOf(award), 'AcceptAward');
  if (no !== undefined) return actRefused(aboutAward(act, 'AcceptAward'), no);
  const acceptedCents = command.acceptedCents ?? award.standing.offeredCents;
  const standing: AwardStanding = {
    ...award.standing,
    ...{ status: 'accepted', acceptedCents, netCents: acceptedCents, reportDueAt: facts.reportDueAt },
  };
  const submitted = [...new Set([...award.submitted, ...people])];
  return accepted(
    AwardAccepted({
      award: standing,
      decisionId: entityId('dec', facts.commandId),
      move: awardMove(state, award.standing, standing),
      dueCents: standing.payment === 'advance' ? acceptedCents : ZERO,
      roundDate: facts.roundDate,
      duties: { submitted, verified: award.verified, approved: award.approved },
      acceptedBy: people,
    }),
  );
}

/** The deadline rules by the instant of receipt, whether or not the lapse is on record yet. */
function gone({ award, facts }: AwardAct): Refusal | undefined {
  const { lapsesAt } = award.standing;
  if (hasLeft(facts.partner, facts.at)) {
    return refusal('PARTNER_EXITED', 'The partner left the network: its open offers lapse.', { status: 'exited' });
  }
  if (facts.at < lapsesAt) return undefined;
  return refusal('OFFER_LAPSED', `The offer stood up to ${lapsesAt}; it was ${facts.at}.`, {
    ...{ lapsesAt, receivedAt: facts.at },
  });
}

function outOfBounds({ acceptedCents }: AcceptAward, { offeredCents }: AwardStanding): Refusal | undefined {
  if (acceptedCents === undefined || (acceptedCents > 0 && acceptedCents <= offeredCents)) return undefined;
  const detail = `${dollars(offeredCents)} is offered; ${dollars(acceptedCents)} was to be accepted.`;
  const because = acceptedCents > 0 ? 'ABOVE_OFFER' : 'NOTHING_ACCEPTED';
  return refusal(because, detail, { acceptedCents, offeredCents }, { acceptedCents: offeredCents });
}
