import type { EventStore } from '#platform/event-store/port/event-store';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { builtWriterThread } from '#platform/event-store/sqlite/thread-writer';
import { registry } from '#platform/profiles/registry';
import { SystemClock } from '#platform/runtime/clock';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { claimantOf, claimBody } from '../load/claims';
import { liveOneClaim } from '../load/history';
import type { Issuer } from '../load/issue';
import { byPerson, issuerOf } from '../load/issue';
import { found } from '../load/small-world';
import { rateInFlight } from '../measure/rounds';
import { IN_FLIGHT } from '../setting';

/** Numbers of whole lives, beyond those of claims that are only measured. */
const FIRST_LIFE = 5_000_000_000;

/** The write side alone, in this process: the runtime on a log (SQLite unless told otherwise), without views, reactions or HTTP. */
export class Lab {
  private claims = 0;
  private lives = FIRST_LIFE;

  private constructor(
    readonly store: EventStore,
    private readonly commands: CommandRuntime,
    private readonly issue: Issuer,
  ) {}

  static async open(directory: string): Promise<Lab> {
    return Lab.over(await openSqliteEventStore({ directory, thread: builtWriterThread() }));
  }

  /** The same on another log, which is closed with it. */
  static async over(store: EventStore): Promise<Lab> {
    const { catalogue, deciders, folds } = registry;
    const facts = new FactsBoard(store, catalogue, folds);
    const post = { store, catalogue, facts, clock: new SystemClock(), patience: () => () => false };
    const commands = new CommandRuntime(deciders, post);
    const issue = issuerOf(commands);
    await found(issue);
    return new Lab(store, commands, issue);
  }

  /** Claims on the one ledger, `IN_FLIGHT` at any time, each acknowledged after its fsync; how many a second. */
  claimRate(ms: number): Promise<number> {
    return rateInFlight(ms, IN_FLIGHT, () => this.claim());
  }

  /** Adds claims and what becomes of them until the log holds so many events. */
  async fill(events: number): Promise<void> {
    let length = await this.length();
    // Beyond those of an earlier lab on the same log, which had fewer lives than events.
    this.lives = Math.max(this.lives, FIRST_LIFE + length);
    while (length < events) {
      // Five events a life; the last rounds come close from below.
      const lives = Math.ceil((events - length) / 5);
      const one = async (): Promise<void> => liveOneClaim(this.issue, (this.lives += 1));
      const each = Math.ceil(lives / IN_FLIGHT);
      await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, lives) }, async () => repeat(each, one)));
      length = await this.length();
    }
  }

  async length(): Promise<number> {
    return (await this.store.head()).sequence + 1;
  }

  async close(): Promise<void> {
    await this.commands.close();
    await this.store.close();
  }

  private claim(): Promise<unknown> {
    const n = (this.claims += 1);
    const claimant = claimantOf(n);
    return this.issue(new ClaimIncentive(), claimBody(n, claimant), byPerson(claimant.personId, 'partner-staff'));
  }
}

async function repeat(times: number, work: () => Promise<void>): Promise<void> {
  for (let i = 0; i < times; i += 1) await work();
}
