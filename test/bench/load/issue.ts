import type { PersonId } from '#kernel/ids/entity-id';
import type { Uuid } from '#kernel/ids/uuid';
import { uuidOf } from '#kernel/ids/uuid';
import { Requested } from '#kernel/requested/requested';
import { SystemClock } from '#platform/runtime/clock';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Recorded } from '#platform/runtime/handle/outcome';
import { randomUUID } from 'node:crypto';

interface By {
  readonly commandId: Uuid;
  readonly actor: PersonId | `service:${string}`;
  readonly role: string;
  readonly bodyHash?: string;
}

export type Issuer = (command: Requested, payload: object, by: By) => Promise<Recorded>;

export const byService = (key: string): By => ({ commandId: uuidOf(key), actor: 'service:bench', role: 'service' });
export const byPerson = (actor: PersonId, role: string): By => ({ commandId: randomUUID() as Uuid, actor, role });

// What the edge makes of a body; hashing it there is part of what is measured over HTTP.
const BODY_HASH = 'f'.repeat(64);
const clock = new SystemClock();

/** Issues commands in process as the edge would; whatever is not recorded and accepted ends the bench. */
export const issuerOf =
  (commands: Pick<CommandRuntime, 'handle'>): Issuer =>
  async (command, payload, { commandId, actor, role, bodyHash = BODY_HASH }) => {
    const { name } = command.constructor;
    const asked = Requested.in(Object.assign(command, payload), {
      at: clock.now(),
      commandId,
      actor,
      principal: actor,
      role,
      authentication: { issuer: 'urn:rpn:bench', method: 'simulation' },
      correlationId: commandId,
      bodyHash,
      dryRun: false,
    });
    const outcome = await commands.handle(name, asked);
    if (outcome.kind === 'recorded' && !outcome.refused) return outcome;
    throw new Error(`${name}: ${outcome.kind === 'failed' ? String(outcome.error) : JSON.stringify(outcome)}`);
  };
