import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import { grantsPolicyStream } from '#contexts/grants/decide/policy/grants-policy-stream';
import { partnerStanding } from '#contexts/grants/facts/partner-standing';
import { grantsPolicies } from '#contexts/grants/facts/policies';
import { reviewerRole } from '#contexts/grants/facts/reviewer-role';
import { awardsProjection } from '#contexts/grants/projections/awards';
import { grantCapUsageProjection } from '#contexts/grants/projections/grant-cap-usage';
import { grantsPoliciesProjection } from '#contexts/grants/projections/policies';
import { poolsProjection } from '#contexts/grants/projections/pools';
import { proposalsProjection } from '#contexts/grants/projections/proposals';
import { roundsProjection } from '#contexts/grants/projections/rounds';
import { slatesProjection } from '#contexts/grants/projections/slates';
import { onReceivableRepaid } from '#contexts/grants/reactions/on-receivable-repaid';
import { partnerExit } from '#contexts/grants/reactions/partner-exit';
import { unansweredOffer } from '#contexts/grants/reactions/unanswered-offer';
import { awardsView } from '#contexts/grants/views/awards';
import { grantCapUsageView } from '#contexts/grants/views/grant-cap-usage';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import { poolsView } from '#contexts/grants/views/pools';
import { proposalsView } from '#contexts/grants/views/proposals';
import { roundsView } from '#contexts/grants/views/rounds';
import { slatesView } from '#contexts/grants/views/slates';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** Marketing grants: a year's pool, quarterly rounds, proposals, reviews, allocation, awards, and their rules. */
export const grantsContext: Context = {
  name: 'grants',
  deciders: [grantsLedger, grantsPolicyStream],
  folds: [partnerStanding, grantsPolicies, reviewerRole],
  views: builtViews(
    [poolsView, grantCapUsageView, roundsView, slatesView, proposalsView, awardsView, grantsPoliciesView],
    [
      ...[poolsProjection, grantCapUsageProjection, roundsProjection, slatesProjection],
      ...[proposalsProjection, awardsProjection, grantsPoliciesProjection],
    ],
  ),
  reactions: [onReceivableRepaid],
  deadlines: [unansweredOffer, partnerExit],
};
