import { assert } from '#kernel/assert/assert';
import type { Deadline } from '#kernel/decider/deadline';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Instant } from '#kernel/time/instant';
import { plusMinutes } from '#kernel/time/instant';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { JobEnd, Jobs } from '#platform/jobs/port/jobs';
import type { Clock } from '#platform/runtime/clock';
import type { Due, Dues } from '#platform/runtime/deadlines/due';
import { dueBy, duesOf } from '#platform/runtime/deadlines/due';
import { issueDue, mayPass, whyNot } from '#platform/runtime/deadlines/issue-due';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { LiveFold } from '#platform/runtime/handle/live-fold';
import type { Outcome } from '#platform/runtime/handle/outcome';

const JOB = { kind: 'deadline', id: 'all' };
/** How often it is asked what is due. Nobody waits for it: what comes too late is refused by its own decider. */
const LOOK_AGAIN_MS = 5_000;
/** What arrived in the last moment may still be on its way through upload and mailbox; it is decided before. */
const GRACE_MINUTES = 1;

/** `stuck`: looked at twice and still not possible. It is asked again at every look; health is red meanwhile. */
export type DeadlineStatus = { readonly state: 'watching' } | { readonly state: 'stuck'; readonly why: string };

export interface DeadlineMachine {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly commands: Pick<CommandRuntime, 'handle'>;
  readonly clock: Clock;
}

/**
 * Issues the commands of all deadlines that have passed: a job that a timer asks for. It keeps nothing but a fold of the
 * log, in which an entry goes when an event says that it was met or lifted. So a restart, a second process or a clock that
 * jumps back asks for a command that is already there, and a clock that jumps ahead finds everything at its next look.
 */
export class DeadlineBoard {
  private readonly dues: LiveFold<Dues>;
  private timer: NodeJS.Timeout | undefined;
  /** What the last look could not do, by deadline, entity and the event that set it. */
  private unmet: ReadonlySet<string> = new Set();
  private stuck: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly deadlines: readonly Deadline[],
    private readonly machine: DeadlineMachine,
    private readonly jobs: Jobs,
  ) {
    const names = deadlines.map(({ name }) => name);
    assert(new Set(names).size === names.length, 'two deadlines share a name', { names });
    this.dues = new LiveFold(duesOf(deadlines), machine.store, machine.catalogue);
    jobs.handle(JOB.kind, () => this.look());
  }

  start(): void {
    this.timer = setInterval(() => this.jobs.ask(JOB), LOOK_AGAIN_MS).unref();
    this.jobs.ask(JOB);
  }

  /** Looks no more; a look in hand ends with the jobs. */
  stop(): void {
    clearInterval(this.timer);
  }

  /** Does everything that is due by the clock, and what falls due by that; for simulations and tests. */
  async settle(): Promise<void> {
    let before: number;
    do {
      before = (await this.machine.store.head()).sequence;
      this.jobs.ask(JOB);
      await this.jobs.idle();
    } while ((await this.machine.store.head()).sequence !== before);
  }

  /** When the next look will find something to do; for a simulation, which then moves its clock there. */
  async nextAt(): Promise<Instant | undefined> {
    const moments = [...(await this.dues.current()).values()].map(({ dueAt }) => dueAt);
    const first = moments.sort()[0];
    return first === undefined ? undefined : plusMinutes(first, GRACE_MINUTES);
  }

  get statuses(): Readonly<Record<string, DeadlineStatus>> {
    return Object.fromEntries(
      this.deadlines.map(({ name }) => {
        const why = this.stuck.get(name);
        return [name, why === undefined ? { state: 'watching' } : { state: 'stuck', why }];
      }),
    );
  }

  private async look(): Promise<JobEnd> {
    if (this.deadlines.length === 0) return 'done';
    const now = this.machine.clock.now();
    const due = dueBy(await this.dues.current(), plusMinutes(now, -GRACE_MINUTES));
    const outcomes = await Promise.all(due.map((one) => issueDue(one, this.machine.commands, now)));
    this.judge(due, outcomes);
    return outcomes.some(mayPass) ? 'again' : 'done';
  }

  /** What was not possible may have been met by a person a moment ago; an entry that is there at the next look is stuck. */
  private judge(due: readonly Due[], outcomes: readonly Outcome[]): void {
    const unmet = new Set<string>();
    const stuck = new Map<string, string>();
    for (const [index, { deadline, entity, setBy }] of due.entries()) {
      const why = whyNot(outcomes[index]);
      if (why === undefined) continue;
      const key = [deadline.name, entity, setBy].join('/');
      unmet.add(key);
      if (this.unmet.has(key)) stuck.set(deadline.name, `${entity}: ${why}`);
    }
    this.unmet = unmet;
    this.stuck = stuck;
  }
}
