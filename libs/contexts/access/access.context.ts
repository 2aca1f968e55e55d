import { approvalStreams } from '#contexts/access/decide/approval-streams';
import { payloadStreams } from '#contexts/access/decide/payload-streams';
import { personStreams } from '#contexts/access/decide/person-streams';
import { networkRoles } from '#contexts/access/facts/network-roles';
import { approvalsProjection } from '#contexts/access/projections/approvals';
import { peopleProjection } from '#contexts/access/projections/people';
import { onApprovalConfirmed } from '#contexts/access/reactions/on-approval-confirmed';
import { onPayloadErased } from '#contexts/access/reactions/on-payload-erased';
import { approvalsView } from '#contexts/access/views/approvals';
import { peopleView } from '#contexts/access/views/people';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** People, the roles of the network's own staff, and the acts that take two of them. */
export const accessContext: Context = {
  name: 'access',
  deciders: [personStreams, approvalStreams, payloadStreams],
  folds: [networkRoles],
  views: builtViews([peopleView, approvalsView], [peopleProjection, approvalsProjection]),
  reactions: [onApprovalConfirmed],
  erasures: [onPayloadErased],
};
