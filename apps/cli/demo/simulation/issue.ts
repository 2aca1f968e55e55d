import { digestOf } from '#kernel/codec/digest';
import type { RequestContext } from '#kernel/requested/requested';
import { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import type { Network } from '#platform/profiles/network';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { commandIdOf } from './names';
import type { Ask, Desk } from './step';

/** SHA-256 of the body, as the edge would make it. */
export const bodyHashOf = ({ command }: Ask): string => digestOf(Requested.payloadOf(command));

/** Gives a command to the network, as the edge would. */
export function issue(network: Network, ask: Ask, at: Instant, dryRun = false): Promise<Outcome> {
  const commandId = commandIdOf(ask.name);
  const context: RequestContext = {
    at,
    commandId,
    actor: ask.by,
    principal: ask.onBehalfOf ?? ask.by,
    role: ask.role,
    authentication: { issuer: 'rpn', method: ask.method },
    correlationId: commandId,
    bodyHash: bodyHashOf(ask),
    dryRun,
  };
  return network.commands.handle(ask.kind, Requested.in(ask.command, context));
}

/** Looks an earlier command up, by its name. */
export const recalling =
  (network: Network, at: Instant): Desk['recall'] =>
  (kind, name, addressed) => {
    const nobody = { actor: 'service:demo', principal: 'service:demo', role: 'service' } as const;
    return network.commands.find(kind, addressed, { at, commandId: commandIdOf(name), ...nobody });
  };

/** What became of an ask that should have left something in the log, in words. */
export function misfortune(ask: Ask, outcome: Outcome): string {
  const words = outcome.kind === 'failed' ? String(outcome.error) : JSON.stringify(outcome);
  return `The demo's command "${ask.name}" was not recorded: ${words}`;
}
