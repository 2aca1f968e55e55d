import type { ApplyImport } from '#contexts/imports/commands/apply-import';
import { present } from '#kernel/assert/assert';
import { notFound } from '#kernel/decider/answer';
import type { PersonId } from '#kernel/ids/entity-id';
import type { RequestContext } from '#kernel/requested/requested';
import { applyPlan, specsOf } from '#platform/imports/apply-plan';
import type { KnownImport } from '#platform/imports/find-import';
import type { Plan } from '#platform/imports/plan';
import { registry } from '#platform/profiles/registry';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { ProblemError } from '../http/problems';
import { Waiter } from '../network';
import { Planning } from './planning';

const VIEWS_WAIT_MS = 500;

/** Applies a plan: each row by its own command, and then the word that all of them are done. */
@Injectable()
export class Applying {
  constructor(
    private readonly commands: CommandEndpoint,
    private readonly runtime: CommandRuntime,
    private readonly planning: Planning,
    private readonly waiter: Waiter,
  ) {}

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { command, context } = this.commands.read<ApplyImport>(request);
    const who = present(request.who, 'the person of an import');
    const known = await this.planning.find(command.importId, who);
    // An auditor sees it and may not touch it; anybody else does not know of it.
    if (known?.file.receivedBy.includes(who.personId) !== true) throw new ProblemError('NOT_FOUND', notFound.detail);
    const { plan } = await this.planning.asReceived(known);
    // What a first try with this key was told is told again, whatever has happened since.
    const isRetry = known.appliedBy.includes(context.commandId);
    if (!isRetry) {
      samePlan(plan, command.planHash);
      const halted = known.appliedBy.length > 0 ? undefined : await this.applyRows(known, request, context);
      if (halted !== undefined) return this.commands.tell(halted, 'ApplyImport', request, reply);
    }
    const outcome = await this.commands.issue(command, context);
    const status = outcome.kind === 'would' ? { dryRun: true } : {};
    return this.commands.tell(outcome, 'ApplyImport', request, reply, { ...plan, ...status });
  }

  /** Plans anew on the log as it is, and applies that if it is still the same; the outcome that stopped it, if one did. */
  private async applyRows(
    known: KnownImport,
    request: FastifyRequest,
    context: RequestContext,
  ): Promise<Outcome | undefined> {
    const { planHash } = (await this.planning.asReceived(known)).plan;
    const file = await this.planning.toPlan(known.file);
    const { plan, commands } = await this.planning.now(file, context.actor as PersonId, request.at);
    samePlan(plan, planHash);
    allPass(plan);
    if (context.dryRun) return undefined;
    const { commandId: _id, role: _role, bodyHash: _hash, dryRun: _dry, ifMatch: _match, ...common } = context;
    const applied = await applyPlan(commands, this.runtime, specsOf(registry.deciders), {
      ...common,
      causationId: known.received.id,
    });
    if (applied.kind === 'halted') return applied.outcome;
    if (applied.kind === 'moved') {
      const detail = `Line ${applied.line} was not decided as planned (${applied.why}). The rows before it are applied, each once.`;
      throw new ProblemError('PLAN_CHANGED', detail, { figures: { line: applied.line } });
    }
    await this.waiter.reached(applied.events, applied.sequence, VIEWS_WAIT_MS);
    return undefined;
  }
}

function samePlan({ planHash }: Plan, wanted: string): void {
  if (planHash === wanted) return;
  const detail = `The plan is ${planHash}; you would apply ${wanted}. Nothing is applied.`;
  throw new ProblemError('PLAN_CHANGED', detail, { figures: { planHash, yours: wanted } });
}

function allPass({ mode, counts: { rejected, rows } }: Plan): void {
  if (mode === 'per-row' || rejected === 0) return;
  const detail = `${rejected} of ${rows} rows are rejected, so none is applied (mode all-or-nothing).`;
  throw new ProblemError('ROWS_REJECTED', detail, { figures: { rejected, rows } });
}
