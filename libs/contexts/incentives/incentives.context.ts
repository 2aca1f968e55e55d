import { incentivesLedger } from '#contexts/incentives/decide/incentives-ledger';
import { incentivesPolicyStream } from '#contexts/incentives/decide/incentives-policy-stream';
import { erasedFile } from '#contexts/incentives/facts/erased-files';
import { partnerStanding } from '#contexts/incentives/facts/partner-standing';
import { incentivesPolicies } from '#contexts/incentives/facts/policies';
import { registeredSubjects } from '#contexts/incentives/facts/registered-subjects';
import { capUsageProjection } from '#contexts/incentives/projections/cap-usage';
import { claimsProjection } from '#contexts/incentives/projections/claims';
import { evidenceProjection } from '#contexts/incentives/projections/evidence';
import { policiesProjection } from '#contexts/incentives/projections/policies';
import { appealWindow } from '#contexts/incentives/reactions/appeal-window';
import { unansweredClaim } from '#contexts/incentives/reactions/unanswered-claim';
import { capUsageView } from '#contexts/incentives/views/cap-usage';
import { claimsView } from '#contexts/incentives/views/claims';
import { evidenceView } from '#contexts/incentives/views/evidence';
import { policiesView } from '#contexts/incentives/views/policies';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** Outcome claims against annual caps, and the rules they are decided by. */
export const incentivesContext: Context = {
  name: 'incentives',
  deciders: [incentivesLedger, incentivesPolicyStream],
  folds: [partnerStanding, incentivesPolicies, registeredSubjects, erasedFile],
  views: builtViews(
    [claimsView, capUsageView, evidenceView, policiesView],
    [claimsProjection, capUsageProjection, evidenceProjection, policiesProjection],
  ),
  reactions: [],
  deadlines: [unansweredClaim, appealWindow],
};
