import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import { cents } from '#kernel/money/cents';
import { champion, fund, grants, open, partner, pinOf, proposalId, Q3, submit } from './grants';

/** A funded year with the round of its third quarter open. */
export const opened = () => grants.given().when(fund()).thenAccepted().when(open()).thenAccepted();
/** When that round closes, exclusive. */
export const CLOSE = '2026-09-16T07:00:00.000Z';
/** Partner a's proposal `x` as it was handed in, but for what is said otherwise. */
export const standing = (more: Partial<ProposalStanding> = {}): ProposalStanding => ({
  ...{ proposalId: proposalId('x'), status: 'submitted', partnerId: partner('a'), quarter: Q3 },
  ...{ requestedCents: cents(400_000), edition: 1, deferredFrom: [], policy: pinOf() },
  ...more,
});
/** One proposal of partner a's staff. */
export const one = (key = 'x', more = {}) =>
  opened()
    .when(submit('a', key, 400_000, more))
    .thenAccepted();
/** One that waits for a co-signature. */
export const championed = () => one('x', { by: champion('a'), role: 'champion' });
