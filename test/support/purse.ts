import { accepted, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances, Decider } from '#kernel/decider/decider';
import { eventType, refusalType } from '#kernel/decider/event';
import type { EventOf } from '#kernel/decider/event';
import { EventCatalogue } from '#kernel/decider/upcast';
import type { Refusal } from '#kernel/decider/answer';
import { assert } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import { uuidOf } from '#kernel/ids/uuid';
import type { Cents } from '#kernel/money/cents';
import { cents, subtract } from '#kernel/money/cents';
import { Requested } from '#kernel/requested/requested';
import type { RequestContext } from '#kernel/requested/requested';
import { minute } from './stored-events';

/** The smallest business with a limit: a purse of 1,000 cents that may be spent and never overdrawn. */
export const PURSE_CENTS = cents(1_000);

export const Spent = eventType<'Spent', { readonly cents: Cents; readonly leftCents: Cents }>('Spent', 1);
const SpendingRefused = refusalType<'SpendingRefused', Refusal>('SpendingRefused', 1);

interface Purse {
  leftCents: Cents;
  revision: number;
}

export class Spend extends Requested {
  cents!: Cents;
}

export const purse: Decider<Purse> = {
  name: 'purse',
  owns: (stream) => stream.startsWith('purse-'),
  ledger: 'purse-1',
  events: [Spent, SpendingRefused],
  initial: () => ({ leftCents: PURSE_CENTS, revision: -1 }),
  evolve(state, recorded) {
    const event = recorded as EventOf<typeof Spent> | EventOf<typeof SpendingRefused>;
    state.revision = event.revision;
    if (event.type === 'Spent') {
      state.leftCents = subtract(state.leftCents, event.data.cents);
      assert(state.leftCents === event.data.leftCents && state.leftCents >= 0, 'a purse is never overdrawn');
    }
    return state;
  },
  touched: (state, entity) => (entity === 'purse' && state.revision >= 0 ? state.revision : undefined),
  commands: [
    {
      name: 'Spend',
      version: 1,
      rules: 'v1',
      stream: () => 'purse-1',
      entity: () => 'purse',
      facts: (_command: Spend, _state: Purse, circumstances: Circumstances) => circumstances,
      decide({ cents: asked }: Spend, { leftCents }: Purse) {
        assert(asked !== 666, 'planted bug');
        if (asked === 0) return notNow('NOTHING_TO_SPEND', 'Zero is nothing.');
        if (asked <= leftCents) return accepted(Spent({ cents: asked, leftCents: subtract(leftCents, asked) }));
        return refused(
          SpendingRefused({ because: 'PURSE_EMPTY', detail: 'Too little is left.', figures: { leftCents } }),
        );
      },
      reply: (events) => ({ status: 200, body: events.map(({ data }) => data) }),
    },
  ],
};

export const purseCatalogue = new EventCatalogue(purse.events);

/** A command to spend, named by its key; the same key is the same command. */
export function spend(key: string, asked: number, more: Partial<RequestContext> = {}): Spend {
  const command = Object.assign(new Spend(), { cents: cents(asked) });
  return Requested.in(command, {
    commandId: uuidOf(key),
    at: minute(0),
    actor: 'service:example',
    principal: 'service:example',
    role: 'service',
    authentication: { issuer: 'urn:example', method: 'system' },
    correlationId: key,
    bodyHash: digestOf({ cents: asked }),
    dryRun: false,
    ...more,
  });
}
