import { ChangePayee } from '#contexts/partners/commands/change-payee';
import { RecordW9 } from '#contexts/partners/commands/record-w9';
import { digestOf } from '#kernel/codec/digest';
import { Requested } from '#kernel/requested/requested';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint, commandRouteOf, contextOf, paramsOf } from '../http/command-endpoint';
import { CommandPipe } from '../http/command-pipe';
import { Sealed } from '../sealed';
import { payeeApprovalExample, w9Example } from './examples';
import { Issues } from './issues';
import { BankForm, W9Form } from './payee-forms';

const under = 'v1/partners';
const w9Pipe = new CommandPipe(W9Form);
const bankPipe = new CommandPipe(BankForm);

/** Where a partner’s money goes, and its W-9: what they say is put away before anything is asked, and never logged. */
@ApiTags('partners')
@Controller(under)
export class PayeesController {
  constructor(
    private readonly commands: CommandEndpoint,
    private readonly sealed: Sealed,
  ) {}

  @Issues({
    name: 'RecordW9',
    command: W9Form,
    under,
    at: ':id/w9',
    operationId: 'partners.recordTaxForm',
    summary: 'The partner’s W-9; nothing is paid without one',
    answers: 200,
    codes: ['SIGNED_IN_FUTURE', 'TEXT_FORMAT', 'CHOICE', 'DATE_FORMAT'],
    example: w9Example,
  })
  async recordW9(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request, commandRouteOf(request));
    const form = w9Pipe.read(request.body, paramsOf(request));
    const { partnerId, taxClass, signedOn, legalName, taxId, address } = form;
    const { store, ...details } = this.sealed.seal(
      'w9',
      partnerId,
      { legalName, taxId, address },
      context('').commandId,
    );
    const command = Object.assign(new RecordW9(), { partnerId, taxClass, signedOn, details });
    const made = context(digestOf(Requested.payloadOf(command)));
    if (!made.dryRun) await store();
    await this.commands.execute(command, made, request, reply);
  }

  @Issues({
    name: 'ChangePayee',
    command: BankForm,
    under,
    at: ':id/payee',
    operationId: 'partners.changePayee',
    summary: 'Ask that the partner be paid to this account; finance calls back and confirms',
    answers: 202,
    codes: ['SOD', 'TEXT_FORMAT', 'CHOICE', 'ROUTING_NUMBER'],
    example: payeeApprovalExample,
    twoPeople: true,
  })
  async changePayee(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { commandId, dryRun } = contextOf(request, commandRouteOf(request))('');
    const { partnerId, ...account } = bankPipe.read(request.body, paramsOf(request));
    const { store, ...bank } = this.sealed.seal('bank-account', partnerId, account, commandId);
    if (!dryRun) await store();
    await this.commands.requestAct(Object.assign(new ChangePayee(), { partnerId, bank }), request, reply);
  }
}
