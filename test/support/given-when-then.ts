import type { NotNow } from '#kernel/decider/answer';
import type { AnyDecider } from '#kernel/decider/decider';
import type { NewEvent } from '#kernel/decider/event';
import type { Asked, By } from './world';
import { World } from './world';

/** Events and the stream in which they stand; a bare event stands in the decider's own. */
export interface In {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}
export type Past = NewEvent | In;

/** A command by its name, what it asks and who asks. */
export interface Command extends By {
  readonly name: string;
  readonly payload: object;
}

export const inStream = (stream: string, ...events: readonly NewEvent[]): In => ({ stream, events });

/**
 * `given(events…).when(command).then(events…)`: the events that a decision makes are compared whole, for a field that no
 * example looks at is a field that nobody audits. A scenario goes on: `.then(…)` and its sisters may be followed by
 * another `.when(…)`, on the state that the first left.
 */
export function specification(
  deciders: readonly AnyDecider[],
  stream: string,
  now: string,
  background: readonly Past[] = [],
) {
  return {
    given: (...past: readonly Past[]): Scenario => {
      const world = new World(deciders, now);
      for (const one of [...background, ...past]) {
        if ('stream' in one) world.record(one.stream, one.events);
        else world.record(stream, [one]);
      }
      return new Scenario(world);
    },
  };
}

export class Scenario {
  constructor(readonly world: World) {}

  when({ name, payload, ...by }: Command): Told {
    return new Told(this.world, this.world.ask(name, payload, by));
  }
}

/** A decision that waits to be judged. */
export class Told {
  constructor(
    private readonly world: World,
    readonly asked: Asked,
  ) {}

  /** These events and no others, every field of them. */
  then(...events: readonly NewEvent[]): Scenario {
    expect(this.asked.answer).toEqual({ kind: 'accepted', events });
    return new Scenario(this.world);
  }

  /** Accepted, with some of the first event's data as told: for steps that another example compares whole. */
  thenAccepted(data: object = {}): Scenario {
    const { answer } = this.asked;
    expect(answer).toMatchObject({ kind: 'accepted' });
    expect(answer.kind === 'accepted' ? answer.events[0].data : answer).toMatchObject(data);
    return new Scenario(this.world);
  }

  /** A recorded no, every field of it. */
  thenRefused(event: NewEvent): Scenario {
    expect(this.asked.answer).toEqual({ kind: 'refused', event });
    return new Scenario(this.world);
  }

  /** A recorded no for this reason. */
  thenRefusedBecause(because: string, data: object = {}): Scenario {
    expect(this.asked.answer).toMatchObject({ kind: 'refused', event: { data: { ...data, because } } });
    return new Scenario(this.world);
  }

  /** Nothing is stored, and the same key may be tried again. */
  thenNotNow(code: string, more: Partial<NotNow> = {}): Scenario {
    expect(this.asked.answer).toMatchObject({ kind: 'not-now', code, ...more });
    return new Scenario(this.world);
  }

  /** What the caller of the accepted command is told. */
  thenReply(reply: object): Scenario {
    expect(this.asked.reply).toEqual(reply);
    return new Scenario(this.world);
  }
}
