import type { ResolveContest } from '#contexts/incentives/commands/resolve-contest';
import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import { UNDECIDED } from '#contexts/incentives/decide/state';
import { present } from '#kernel/assert/assert';
import type { NotNow } from '#kernel/decider/answer';
import { notNow } from '#kernel/decider/answer';
import type { ClaimId } from '#kernel/ids/entity-id';

/** Who would stand and who would fall. */
export interface Contest {
  readonly winner: Claim;
  readonly losers: readonly Claim[];
  /** The losers whose fall is an event: the others were decided before and only hold the outcome still. */
  readonly denied: ReadonlySet<ClaimId>;
}

/** The claim and all that stand against it, in the order in which they came; empty when there is no such claim. */
export function contestOf(claimId: ClaimId, state: Readonly<IncentivesState>): readonly Claim[] {
  const claim = state.claims.get(claimId);
  if (claim === undefined) return [];
  const ids = new Set([claimId, ...claim.rivals]);
  // The map keeps the order of arrival.
  return (state.outcomes.get(claim.outcome.key) ?? [])
    .filter((id) => ids.has(id))
    .map((id) => present(state.claims.get(id), 'a claim of an outcome'));
}

/**
 * Which claims `first` and `second` name. The first is the one that came free, or the earliest when that is gone; the
 * second is the contested claim at whose address the question was put, or the only one that contests the first.
 */
export function sidesOf({ claimId, standing }: ResolveContest, state: Readonly<IncentivesState>): Contest | NotNow {
  const all = contestOf(claimId, state);
  const asked = present(state.claims.get(claimId), 'a contested claim');
  if (asked.standing.status !== 'contested' && asked.rivals.length === 0) return notContested();
  const first = all.find((one) => one.standing.status !== 'contested') ?? present(all[0], 'the first claim');
  const others = all.filter((one) => one !== first);
  if (standing === 'first') {
    const losers = asked === first ? others : [asked];
    return losers.length === 0 ? notContested() : sides(first, losers);
  }
  if (all.length === 1) return sides(first, []);
  const second = asked === first ? others[0] : asked;
  if (second === undefined || (asked === first && others.length > 1)) {
    const detail = 'Several claims contest this one; resolve at the address of the claim that shall stand.';
    return notNow('CONTEST_UNCLEAR', detail, { claims: others.length });
  }
  return sides(
    second,
    all.filter((one) => one !== second),
  );
}

function sides(winner: Claim, losers: readonly Claim[]): Contest {
  const open = losers.filter(({ standing: { status } }) => status === 'appealed' || UNDECIDED.includes(status));
  return { winner, losers, denied: new Set(open.map(({ standing }) => standing.claimId)) };
}

const notContested = (): NotNow => notNow('NOT_CONTESTED', 'No other claim stands against this one.');
