import type { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import type { AppealWindowClosed } from '#contexts/incentives/events/appeal-window-closed';
import type { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import type { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import type { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import type { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import type { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import type { ContestResolved } from '#contexts/incentives/events/contest-resolved';
import type { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import type { InformationRequested } from '#contexts/incentives/events/information-requested';

/** Whatever makes a claim stand otherwise than before; each carries its standing whole. */
export type ClaimMoved =
  | IncentiveClaimed
  | ClaimVerified
  | ClaimApproved
  | ClaimDenied
  | ClaimWithdrawn
  | InformationRequested
  | ClaimResubmitted
  | ClaimAppealed
  | AppealRejected
  | ClaimReversed
  | ContestResolved
  | AppealWindowClosed;
