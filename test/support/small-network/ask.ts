import { digestOf } from '#kernel/codec/digest';
import type { RecordedEvent } from '#kernel/decider/event';
import type { EntityId, PersonId, Prefix } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import type { Network } from '#platform/profiles/network';

/** When everything in the small network happens. */
export const SMALL_NOW = instant('2026-08-04T12:00:00.000Z');

/** The id of the thing that the command with this key made. */
export const made = <P extends Prefix>(prefix: P, key: string): EntityId<P> => entityId(prefix, uuidOf(key));

export type Ask = (
  name: string,
  command: Requested,
  payload: object,
  by?: Partial<Asking>,
) => Promise<readonly RecordedEvent[]>;
/** Who asks when, where it is not the founding of the network. */
interface Asking {
  readonly key: string;
  readonly by: PersonId;
  readonly role: string;
  /** Later than everything else, for what only passing time brings. */
  readonly at: Instant;
}

/** Issues commands as the API would send them, each by the network itself unless it says by whom. */
export function asker(network: Network): Ask {
  let count = 0;
  return async (
    name,
    command,
    payload,
    { key = `${name} ${(count += 1)}`, by, role = 'service', at = SMALL_NOW } = {},
  ) => {
    const actor = by ?? 'service:founding';
    const asked = Requested.in(Object.assign(command, payload), {
      at,
      commandId: uuidOf(key),
      actor,
      principal: actor,
      role,
      authentication: { issuer: 'urn:rpn:example', method: 'simulation' },
      correlationId: key,
      bodyHash: digestOf(payload),
      dryRun: false,
    });
    const outcome = await network.commands.handle(name, asked);
    if (outcome.kind === 'recorded') return outcome.events;
    throw new Error(`${name}: ${outcome.kind === 'failed' ? String(outcome.error) : JSON.stringify(outcome)}`);
  };
}
