import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import type { EventStore } from '#platform/event-store/port/event-store';
import { SystemClock } from '#platform/runtime/clock';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { setTimeout } from 'node:timers/promises';
import { purse, purseCatalogue, spend } from './purse';

const PATIENCE_MS = 2_000;

/** The commands' half of a process over one store, as a profile wires it. */
export function purseRuntime(store: EventStore): CommandRuntime {
  const facts = new FactsBoard(store, purseCatalogue, []);
  const patience = () => {
    const end = performance.now() + PATIENCE_MS;
    return () => performance.now() > end;
  };
  return new CommandRuntime([purse], { store, catalogue: purseCatalogue, facts, clock: new SystemClock(), patience });
}

/**
 * Clients that spend a cent at a time, each the next as soon as the last is answered, and send the same key again while
 * the answer is "unknown". Every command becomes one event, accepted or refused.
 */
export class PurseLoad {
  /** Key → the sequence that was acknowledged. */
  readonly acknowledged = new Map<string, number>();
  /** What else was answered, and how often. */
  readonly others = new Map<string, number>();
  readonly latenciesMs: number[] = [];
  longestGapMs = 0;

  private readonly runtime: CommandRuntime;
  private stopped = false;
  private lastAt = performance.now();
  private clients: Promise<void>[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly name = 'load',
  ) {
    this.runtime = purseRuntime(store);
  }

  start(clients = 64): this {
    this.clients = Array.from({ length: clients }, (_, n) => this.client(n));
    return this;
  }

  /** Resolves when `more` further commands have been acknowledged. */
  async acks(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    while (this.acknowledged.size < wanted) await setTimeout(5);
  }

  /** Every client gets its last answer. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.clients);
    await this.runtime.close();
  }

  /** What is wrong with the log by what was acknowledged: lost, moved or doubled commands. */
  async faults(): Promise<string[]> {
    const found = new Map<string, number[]>();
    for await (const { id, sequence } of this.store.readStream('purse-1', 0)) {
      found.set(id, [...(found.get(id) ?? []), sequence]);
    }
    const doubled = [...found].filter(([, places]) => places.length > 1).map(([id]) => `${id} is doubled`);
    const wrong = [...this.acknowledged].flatMap(([key, sequence]) => {
      const places = found.get(eventIdOf(uuidOf(key), 0)) ?? [];
      return places[0] === sequence
        ? []
        : [`${key} was acknowledged at ${sequence}, and is at ${places.join() || 'none'}`];
    });
    return [...doubled, ...wrong];
  }

  private async client(n: number): Promise<void> {
    for (let i = 0; !this.stopped; i += 1) await this.spendOnce(`${this.name} ${n}/${i}`);
  }

  private async spendOnce(key: string): Promise<void> {
    const began = performance.now();
    for (;;) {
      const outcome = await this.runtime.handle('Spend', spend(key, 1));
      if (outcome.kind === 'recorded') {
        const now = performance.now();
        this.latenciesMs.push(now - began);
        this.longestGapMs = Math.max(this.longestGapMs, now - this.lastAt);
        this.lastAt = now;
        this.acknowledged.set(key, outcome.sequence);
        return;
      }
      const word = outcome.kind === 'failed' ? `failed: ${String(outcome.error)}` : outcome.kind;
      this.others.set(word, (this.others.get(word) ?? 0) + 1);
    }
  }
}
