import type { Instant } from '#kernel/time/instant';
import type { AnyView } from '#platform/view-store/port/view';
import type { ViewReader } from '#platform/view-store/port/view-store';
import { ProblemError } from '../../http/problems';
import type { AsOfAsked } from '../query/as-of';
import { parameterError } from '../query/parameter';
import type { ReadNetwork } from '../read-network';
import { resolveAsOf } from './resolve-as-of';
import { standsAt } from './quiet';
import { Witness } from './witness';

/** Which moment is asked for; nothing named is the present one. */
export interface Wanted {
  /** When the request arrived. */
  readonly now: Instant;
  readonly asOf?: AsOfAsked | undefined;
  /** The moment of the first page. */
  readonly pinned?: { readonly sequence: number; readonly at: Instant } | undefined;
  readonly minSequence?: number | undefined;
}

/** What was read, and the moment that all of it shows. `at` is what "today" is in it. */
export interface Shown<T> {
  readonly value: T;
  readonly sequence: number;
  readonly at: Instant;
}

type Read<T> = (reader: ViewReader, at: Instant) => Promise<T>;

const PATIENCE_MS = 2_000;
const TRIES = 3;
const NEXT_TRY_MS = 50;

/** Reads several views at one moment of the log: the present, a pinned or an earlier one. */
export class Moments {
  constructor(private readonly network: ReadNetwork) {}

  async show<T>(views: readonly AnyView[], wanted: Wanted, read: Read<T>): Promise<Shown<T>> {
    const { now, asOf, pinned, minSequence = -1 } = wanted;
    const named = pinned ?? (asOf && (await resolveAsOf(asOf, now, this.network)));
    if (named === undefined) return this.present(views, now, minSequence, read);
    const { sequence, at } = named;
    if (sequence < minSequence) {
      throw parameterError('minSequence', `The moment asked for is sequence ${sequence}, before ${minSequence}.`);
    }
    const still = pinned && (await this.live(views, sequence, (reader) => read(reader, at)));
    const value = still === undefined ? await this.earlier(views, sequence, at, read) : still.value;
    return { value, sequence, at };
  }

  private async present<T>(views: readonly AnyView[], now: Instant, least: number, read: Read<T>): Promise<Shown<T>> {
    await this.reach(views, least);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const found = await this.live(views, undefined, (reader) => read(reader, now));
      if (found !== undefined && found.sequence >= least) return { ...found, at: now };
      await this.network.projections.waitFor(views, await this.furthest(views), NEXT_TRY_MS);
    }
    // Events come faster than the views get level: the moment that all of them have passed is folded.
    const sequence = await this.nearest(views);
    if (sequence < least) throw behind(sequence, least);
    return { value: await this.earlier(views, sequence, now, read), sequence, at: now };
  }

  /** Reads the live views, if they show one moment (that of `sequence`, where it is given); undefined if they do not. */
  private async live<T>(
    views: readonly AnyView[],
    sequence: number | undefined,
    read: (reader: ViewReader) => Promise<T>,
  ): Promise<{ readonly value: T; readonly sequence: number } | undefined> {
    const witness = new Witness(this.network.views);
    const value = await read(witness);
    for (const view of views) if (!witness.seen.has(view)) await witness.checkpoint(view);
    if (witness.torn) return undefined;
    const met = [...witness.seen.values()].map((at) => at.sequence);
    for (const candidate of sequence === undefined ? [Math.max(...met), Math.min(...met)] : [sequence]) {
      if (await this.allStandAt(candidate, witness)) return { value, sequence: candidate };
    }
    return undefined;
  }

  private async allStandAt(sequence: number, { seen }: Witness): Promise<boolean> {
    for (const [view, at] of seen) if (!(await standsAt(view, at, sequence, this.network.store))) return false;
    return true;
  }

  private async earlier<T>(views: readonly AnyView[], sequence: number, at: Instant, read: Read<T>): Promise<T> {
    return read(await this.network.asOf.at(views, sequence), at);
  }

  /** Waits until the views show `least`; stops with 503 when they do not in time (G10). */
  private async reach(views: readonly AnyView[], least: number): Promise<void> {
    if (least < 0 || (await this.network.projections.waitFor(views, least, PATIENCE_MS))) return;
    throw behind(await this.nearest(views), least);
  }

  private async furthest(views: readonly AnyView[]): Promise<number> {
    return Math.max(...(await this.positions(views)));
  }

  private async nearest(views: readonly AnyView[]): Promise<number> {
    return Math.min(...(await this.positions(views)));
  }

  private async positions(views: readonly AnyView[]): Promise<readonly number[]> {
    return Promise.all(views.map(async (view) => (await this.network.views.checkpoint(view)).sequence));
  }
}

function behind(sequence: number, least: number): ProblemError {
  const detail = `The view stands at ${sequence}, you asked for ${least}.`;
  return new ProblemError('BEHIND', detail, { figures: { sequence, minSequence: least } }, { 'Retry-After': '1' });
}
