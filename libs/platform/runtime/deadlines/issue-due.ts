import { canonical } from '#kernel/codec/canonical';
import { digestOf } from '#kernel/codec/digest';
import { uuidOf } from '#kernel/ids/uuid';
import type { RequestContext } from '#kernel/requested/requested';
import { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import type { Due } from '#platform/runtime/deadlines/due';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** Asks for what is due, as a job of the system that is named like the deadline. */
export function issueDue(due: Due, commands: Pick<CommandRuntime, 'handle'>, now: Instant): Promise<Outcome> {
  const { name, command } = due.deadline.command(due.entity);
  return commands.handle(name, Requested.in(command, contextOf(due, command, now)));
}

function contextOf({ deadline, entity, setBy, correlationId }: Due, command: Requested, now: Instant): RequestContext {
  return {
    commandId: uuidOf(canonical(['deadline', deadline.name, entity, setBy])),
    // When it is done, not when it was due: what starts from it (an appeal window) is not over before it began.
    at: now,
    actor: `service:${deadline.name}`,
    principal: `service:${deadline.name}`,
    role: 'service',
    authentication: { issuer: 'rpn', method: 'system' },
    correlationId,
    causationId: setBy,
    bodyHash: digestOf(Requested.payloadOf(command)),
    dryRun: false,
  };
}

/** Not known, or no room at the moment. */
export const mayPass = ({ kind }: Outcome): boolean => kind === 'unknown' || kind === 'busy' || kind === 'full';

/** Why the command had no effect; undefined when it had. */
export function whyNot(outcome: Outcome | undefined): string | undefined {
  if (outcome === undefined || (outcome.kind === 'recorded' && !outcome.refused)) return undefined;
  if (outcome.kind === 'failed') return String(outcome.error);
  if (outcome.kind === 'not-now') return `${outcome.code}: ${outcome.detail}`;
  return `its command was ${outcome.kind === 'recorded' ? 'refused' : outcome.kind}`;
}
