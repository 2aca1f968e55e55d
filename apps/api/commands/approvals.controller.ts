import { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import { RejectApproval } from '#contexts/access/commands/reject-approval';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { approvalExample } from './examples';
import { Issues } from './issues';
import { WantedAct } from './wanted-act';

const under = 'v1/approvals';

/** What the acts may meet by the time somebody wants them too; the document's spec holds it against their own addresses. */
const OF_THE_ACTS = [
  ...(['OVERRIDE_EMPTY', 'EXPIRES_IN_PAST', 'ROLE_HELD', 'ROLES_CLASH', 'OWN_ACCOUNT', 'PAYLOAD_ERASED'] as const),
  ...(['EFFECTIVE_IN_PAST', 'DRAFT_OUTDATED', 'POLICY_MISSING', 'ROUND_OPEN', 'ROUND_ALLOCATED'] as const),
  ...(['EARLIER_ROUND_UNDECIDED', 'REVIEWS_MISSING', 'SLATE_CHANGED', 'PAID_IN_FUTURE'] as const),
];

/** Acts that take two people: the second answers here. */
@ApiTags('access')
@Controller(under)
export class ApprovalsController {
  constructor(
    private readonly commands: CommandEndpoint,
    private readonly wanted: WantedAct,
  ) {}

  @Issues({
    name: 'ConfirmApproval',
    command: ConfirmApproval,
    under,
    at: ':id/confirm',
    operationId: 'approvals.confirm',
    summary: 'Want what another person asked for, so that it is done',
    answers: 200,
    codes: ['NOT_OPEN', 'SOD', 'NOTE_MISSING', 'TEXT_FORMAT', ...OF_THE_ACTS],
    example: approvalExample('confirmed'),
  })
  async confirm(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { command, context } = this.commands.read<ConfirmApproval>(request);
    const no = await this.wanted.meets(command, context);
    if (no !== undefined) return this.commands.tell(no.outcome, no.name, request, reply);
    return this.commands.execute(command, context, request, reply);
  }

  @Issues({
    name: 'RejectApproval',
    command: RejectApproval,
    under,
    at: ':id/reject',
    operationId: 'approvals.reject',
    summary: 'Do not want it, or take back what you asked for',
    answers: 200,
    codes: ['NOT_OPEN', 'TEXT_FORMAT'],
    example: approvalExample('rejected'),
  })
  reject(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
