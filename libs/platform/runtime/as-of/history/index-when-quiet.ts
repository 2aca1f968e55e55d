import type { EventReader } from '#platform/event-store/port/event-reader';
import type { HistoryIndex } from '#platform/runtime/as-of/history/history-index';
import { nextTurn } from '#platform/runtime/timers';
import type { Timers } from '#platform/runtime/timers';

const LOOK_EVERY_MS = 1_000;
/** The log is quiet when hardly more was appended since the last look. Nothing at all would starve where a little always comes. */
const QUIET_EVENTS = 10;

/** Reads the history index on while nobody writes: on one core, every event indexed is taken from whoever is busy. */
export class IndexWhenQuiet {
  /** At the last look; before the first, nobody knows how busy it is. */
  private head = Number.NaN;
  private callOff: (() => void) | undefined;

  constructor(
    private readonly log: Pick<EventReader, 'head'>,
    private readonly index: Pick<HistoryIndex, 'advance'>,
    private readonly timers: Timers,
  ) {}

  start(): void {
    if (this.callOff === undefined) this.lookLater();
  }

  stop(): void {
    this.callOff?.();
    this.callOff = undefined;
  }

  private lookLater(): void {
    this.callOff = this.timers.after(LOOK_EVERY_MS, () => void this.look());
  }

  private async look(): Promise<void> {
    const before = this.head;
    try {
      this.head = await this.position();
      while ((await this.isQuietSince(before)) && (await this.index.advance())) await nextTurn();
    } catch {
      // Out of reach, or the disk is full: the next look tries again, and who asks meanwhile is told or gets a fold.
    }
    if (this.callOff !== undefined) this.lookLater();
  }

  private async isQuietSince(before: number): Promise<boolean> {
    return this.callOff !== undefined && (await this.position()) - before <= QUIET_EVENTS;
  }

  private async position(): Promise<number> {
    return (await this.log.head()).sequence;
  }
}
