import type { Instant } from '#kernel/time/instant';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { ProblemError } from '../../http/problems';
import type { AsOfAsked } from '../query/as-of';
import { instantAsked } from '../query/as-of';
import type { ReadNetwork } from '../read-network';
import { programNow } from './program';

/** A position of the log and the moment at which it was the last. */
export interface Resolved {
  readonly sequence: number;
  readonly at: Instant;
}

/** The position that an as-of names, inclusive; stops with 400 on one that has not been reached yet. */
export async function resolveAsOf(asked: AsOfAsked, now: Instant, network: ReadNetwork): Promise<Resolved> {
  const head = await network.store.head();
  if (asked.kind === 'sequence')
    return { sequence: asked.sequence, at: await knownAt(asked.sequence, head, now, network) };
  const { zone } = await programNow(network.views);
  const at = instantAsked(asked, zone) ?? now;
  // What is known at a moment to come is not known yet, and would be another answer tomorrow.
  if (at > now) throw beyond(`It is ${now}; ${at} is yet to come.`, { asked: at, now });
  return { sequence: await network.asOf.sequenceAt(at), at };
}

/** When the event of a sequence was known: what "today" is in a view as of it. */
async function knownAt(sequence: number, head: Checkpoint, now: Instant, { store }: ReadNetwork): Promise<Instant> {
  if (sequence > head.sequence) {
    throw beyond(`The log ends at ${head.sequence}, before ${sequence}.`, { asked: sequence, head: head.sequence });
  }
  return (await store.checkpointAt(sequence)).knownAt ?? now;
}

function beyond(detail: string, figures: Readonly<Record<string, string | number>>): ProblemError {
  return new ProblemError('BEYOND_LOG', detail, {
    figures,
    errors: [{ parameter: 'asOf', code: 'BEYOND_LOG', detail }],
  });
}
