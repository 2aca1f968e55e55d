import type { Deadline } from '#kernel/decider/deadline';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import type { LogFold } from '#platform/runtime/handle/live-fold';

/** A due time that is set and not lifted. */
export interface Due {
  readonly deadline: Deadline;
  readonly entity: string;
  readonly dueAt: Instant;
  /** The event that set it: the cause of the command, and what its id derives from. */
  readonly setBy: Uuid;
  readonly correlationId: string;
}

/** What is due some day, by deadline and entity: nothing but a fold of the log. */
export type Dues = Map<string, Due>;

export const duesOf = (deadlines: readonly Deadline[]): LogFold<Dues> => ({
  types: [...new Set(deadlines.flatMap(({ types }) => types))],
  initial: () => new Map(),
  evolve(dues, event) {
    for (const deadline of deadlines) {
      if (deadline.types.some(({ type }) => type === event.type)) move(dues, deadline, event);
    }
    return dues;
  },
});

function move(dues: Dues, deadline: Deadline, event: SequencedEvent): void {
  const { id: setBy, metadata } = event;
  for (const { entity, dueAt } of deadline.moves(event)) {
    const key = `${deadline.name}/${entity}`;
    if (dueAt === null) dues.delete(key);
    else dues.set(key, { deadline, entity, dueAt, setBy, correlationId: metadata.correlationId });
  }
}

/** Those whose moment has come by `until`, the earliest first. */
export const dueBy = (dues: Readonly<Dues>, until: Instant): readonly Due[] =>
  [...dues.values()]
    .filter(({ dueAt }) => dueAt <= until)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)));
