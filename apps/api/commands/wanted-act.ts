import { present } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import type { PersonId } from '#kernel/ids/entity-id';
import type { RequestContext } from '#kernel/requested/requested';
import { Requested } from '#kernel/requested/requested';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { Injectable } from '@nestjs/common';
import type { ConfirmApproval } from '#contexts/access/commands/confirm-approval';

/** What a confirmation would record of the act (access/events/approval-confirmed.ts). */
interface Confirmed {
  readonly command: { readonly name: string; readonly payload: object };
  readonly requestedBy: readonly PersonId[];
  readonly confirmedBy: readonly PersonId[];
  readonly role: string;
}

/** A no that the act met, and the name of the act. */
export interface Met {
  readonly name: string;
  readonly outcome: Outcome;
}

/** Whatever command two people want. */
class Wanted extends Requested {}

/**
 * Tries the act before it is confirmed, exactly as the reaction would issue it: a round whose slate has changed is not
 * confirmed, and the confirmer hears why. What moves between the trial and the act is met by the act's own decider.
 */
@Injectable()
export class WantedAct {
  constructor(private readonly commands: CommandRuntime) {}

  /** The no that the act would meet; undefined where there is none, or where the confirmation itself will be told one. */
  async meets(confirmation: ConfirmApproval, context: RequestContext): Promise<Met | undefined> {
    const trial = Object.assign(new Wanted(), Requested.payloadOf(confirmation));
    const would = await this.commands.handle('ConfirmApproval', Requested.in(trial, { ...context, dryRun: true }));
    if (would.kind !== 'would' || would.refused) return undefined;
    const { command, ...people } = present(would.events[0], 'what a confirmation records').data as Confirmed;
    const decide = (dryRun: boolean): Promise<Outcome> =>
      this.commands.handle(command.name, act(command.payload, people, context, dryRun));
    const outcome = await decide(true);
    if (outcome.kind === 'would' && !outcome.refused) return undefined;
    // A refusal is put on record, as it would be for one person's act; the act waits on for somebody else.
    const said = outcome.kind === 'would' && !context.dryRun ? await decide(false) : outcome;
    return { name: command.name, outcome: said };
  }
}

function act(
  payload: object,
  { confirmedBy, requestedBy, role }: Omit<Confirmed, 'command'>,
  { ifMatch: _ofTheApproval, ...context }: RequestContext,
  dryRun: boolean,
): Requested {
  return Requested.in(Object.assign(new Wanted(), payload), {
    ...context,
    actor: present(confirmedBy[0], 'who confirms'),
    principal: present(requestedBy[0], 'who asked'),
    ...{ role, bodyHash: digestOf(payload), dryRun },
  });
}
