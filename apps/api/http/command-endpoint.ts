import { RequestApproval } from '#contexts/access/commands/request-approval';
import { present } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import type { AnyCommandSpec, AnyDecider } from '#kernel/decider/decider';
import { commandIdOf } from '#kernel/ids/uuid';
import type { RequestContext } from '#kernel/requested/requested';
import { Requested } from '#kernel/requested/requested';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandRoute } from '../auth/route-access';
import { Waiter } from '../network';
import { Metrics } from '../ops/metrics';
import { answerTo } from './command-answer';
import { idempotencyKeyOf, ifMatchOf, isDryRun, triedAs } from './command-headers';
import type { PathParameters } from './command-pipe';
import { ProblemError } from './problems';
import { occasionOf, sendProblem, sendState } from './send';

/** How long an answer waits for the views to show what it did (G10). */
const VIEWS_WAIT_MS = 500;

/** The commands' specs by name: how a reply is made of events. */
export class CommandSpecs {
  private readonly specs: ReadonlyMap<string, AnyCommandSpec>;

  constructor(deciders: readonly AnyDecider[]) {
    this.specs = new Map(deciders.flatMap(({ commands }) => commands.map((spec) => [spec.name, spec] as const)));
  }

  of(name: string): AnyCommandSpec {
    return present(this.specs.get(name), `a decider for ${name}`);
  }
}

/** Turns a request into a command and its outcome into a reply: the same way for every command there is. */
@Injectable()
export class CommandEndpoint {
  constructor(
    private readonly bus: CommandBus,
    private readonly specs: CommandSpecs,
    private readonly waiter: Waiter,
    private readonly metrics: Metrics,
  ) {}

  /** Answers a POST whose route says which command it issues. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { command, context } = this.read(request);
    await this.execute(command, context, request, reply);
  }

  /** The command of a request and its context; stops with all that is wrong with it. */
  read<C extends Requested>(request: FastifyRequest): { readonly command: C; readonly context: RequestContext } {
    const route = commandRouteOf(request);
    // The key first: a request that could not be repeated safely is not looked into any further.
    const context = contextOf(request, route);
    const command = route.pipe.read(request.body, paramsOf(request)) as C;
    return { command, context: context(digestOf(Requested.payloadOf(command))) };
  }

  /**
   * Answers a POST for an act that takes two people: what was asked for is stored whole, and nothing else happens until
   * another person confirms it. A dry run decides the act itself, or what is tried in its place.
   */
  async request(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const own = commandRouteOf(request);
    const route = triedAs(request, own) ?? own;
    // The key first, as above.
    contextOf(request, route);
    await this.requestAct(route.pipe.read(request.body, paramsOf(request)), request, reply, route);
  }

  /** Asks for an act that is made already (of a form, whose details are put away). */
  async requestAct(
    act: Requested,
    request: FastifyRequest,
    reply: FastifyReply,
    route = commandRouteOf(request),
  ): Promise<void> {
    const context = contextOf(request, route);
    const payload = Requested.payloadOf(act);
    const { name, path } = route;
    const { dryRun } = context('');
    if (dryRun) return this.execute(act, context(digestOf(payload)), request, reply, name);
    const { version } = this.specs.of(name);
    const command = { name, version, payload, path: concrete(path, paramsOf(request)) };
    const asked = Object.assign(new RequestApproval(), { command });
    return this.execute(asked, context(digestOf({ command })), request, reply, 'RequestApproval');
  }

  /** Issues a command that is made already (an upload's) and answers with its outcome. */
  async execute(
    command: Requested,
    context: RequestContext,
    request: FastifyRequest,
    reply: FastifyReply,
    name = commandRouteOf(request).name,
  ): Promise<void> {
    await this.tell(await this.issue(command, context), name, request, reply);
  }

  /** Issues a command and leaves it to the caller to answer. */
  issue(command: Requested, context: RequestContext): Promise<Outcome> {
    return this.bus.execute<Requested, Outcome>(Requested.in(command, context));
  }

  /** Answers with a command's outcome, once the key views show it; with `beside`, where the new state has more to it. */
  async tell(
    outcome: Outcome,
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
    beside: object = {},
  ): Promise<void> {
    this.metrics.commandDone(name, outcome);
    if (outcome.kind === 'failed')
      request.log.error({ err: outcome.error, command: name, requestId: request.id }, 'a command failed');
    if (outcome.kind === 'recorded' && !outcome.refused)
      await this.waiter.reached(outcome.events, outcome.sequence, VIEWS_WAIT_MS);
    const answer = answerTo(outcome, this.specs.of(name), occasionOf(request));
    if (answer.kind === 'problem') sendProblem(reply, answer.problem, answer.headers);
    else sendState(reply.headers(answer.headers), answer.status, { ...answer.body, ...beside });
  }
}

/** Everything of a command's context but the body's digest; stops with 400 on a wrong header or query. */
export function contextOf(request: FastifyRequest, { path, pipe }: CommandRoute): (bodyHash: string) => RequestContext {
  const { personId, issuer } = present(request.who, 'the person of a command');
  const principal = present(request.principal, 'for whom a command is').personId;
  const key = idempotencyKeyOf(request);
  const ifMatch = ifMatchOf(request, pipe.isTransition);
  const dryRun = isDryRun(request);
  const origin = { issuer, subject: personId, method: request.method, path: concrete(path, paramsOf(request)), key };
  const who = {
    actor: personId,
    principal,
    role: request.role,
    authentication: { issuer, method: 'bearer' },
  } as const;
  const common = { at: request.at, ...who, commandId: commandIdOf(origin), correlationId: request.id, dryRun };
  return (bodyHash) => ({ bodyHash, ...common, ...(ifMatch === undefined ? {} : { ifMatch }) });
}

export function commandRouteOf({ routeOptions }: FastifyRequest): CommandRoute {
  return present(routeOptions.config.command, 'the command of a route');
}

/** The address as it is written without any escapes, so that every spelling of it means the same command (G3). */
function concrete(path: string, { id }: PathParameters): string {
  return id === undefined ? path : path.replace(':id', id);
}

/** The parameters of an address. */
export function paramsOf(request: FastifyRequest): PathParameters {
  const params = request.params as PathParameters;
  // `%2F` is another address, and nothing is there; it is no misspelt id.
  if (params['id']?.includes('/') === true) throw new ProblemError('NOT_FOUND', 'There is nothing at this address.');
  return params;
}
