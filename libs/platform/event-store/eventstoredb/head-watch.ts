import type { Connection } from '#platform/event-store/eventstoredb/connection';
import { readFailure } from '#platform/event-store/eventstoredb/failure';
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import { BACKWARDS, END } from '@eventstore/db-client';

interface Progress {
  readonly position: number;
  /** Counts every event. */
  readonly seen: number;
}

// So many looks without a step, each with its own timer, stay within the 30 s of G14.
const PATIENT_LOOKS = 2;
// A node that has just become leader may be a moment behind in what it shows; a log that stays shorter is another log.
const SHORT_LOOKS = 3;

/** What the tail and its watch need of a connection. */
export type TailConnection = Pick<Connection, 'current' | 'renew' | 'giveUp' | 'pageOrFailure'>;

/** Where `$all` ends at this moment, by a read of its own; −1 for a log without any event. */
export async function headPosition(connection: Pick<Connection, 'pageOrFailure'>): Promise<number> {
  const options = { direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true } as const;
  const found = await connection.pageOrFailure<AllStreamResolvedEvent>('the head of the log', (client) =>
    client.readAll(options),
  );
  const position = found[0]?.event?.position.commit;
  return position === undefined ? -1 : Number(position);
}

/** Looks at the log's head although the subscription says nothing is new: a frozen server or a lost word says so too. */
export class HeadWatch {
  private timer: NodeJS.Timeout | undefined;
  private seenBefore = -1;
  private quietLooks = 0;
  private shortLooks = 0;
  private failure: string | undefined;
  private over = true;

  constructor(
    private readonly connection: TailConnection,
    private readonly everyMs: number,
    private readonly progress: () => Progress,
    private readonly onSilence: (why: string) => void,
    private readonly onShorter: (why: string) => void,
  ) {}

  start(): void {
    this.over = false;
    this.later();
  }

  stop(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  /** Why the head could not be read at the last look. */
  trouble(): string | undefined {
    return this.failure;
  }

  private later(): void {
    if (!this.over) this.timer = setTimeout(() => void this.look().finally(() => this.later()), this.everyMs).unref();
  }

  private async look(): Promise<void> {
    const before = this.progress().position;
    const head = await this.head();
    if (this.over) return;
    this.shortLooks = head < before ? this.shortLooks + 1 : 0;
    if (this.shortLooks >= SHORT_LOOKS) {
      this.onShorter(
        'the log is shorter than what was counted: an older one was restored, or this index is of another',
      );
      return;
    }
    const { seen, position } = this.progress();
    this.quietLooks = head > position && seen === this.seenBefore ? this.quietLooks + 1 : 0;
    this.seenBefore = seen;
    if (this.quietLooks < PATIENT_LOOKS) return;
    this.quietLooks = 0;
    this.onSilence('no word from the server');
  }

  /** Infinity when nobody can say where the head is: then we may be behind. */
  private async head(): Promise<number> {
    try {
      const head = await headPosition(this.connection);
      this.failure = undefined;
      return head;
    } catch (error) {
      this.failure = readFailure(error).message;
      return Infinity;
    }
  }
}
