import { assert, present } from '#kernel/assert/assert';
import type { JobEnd, JobName } from '#platform/jobs/port/jobs';
import { Jobs } from '#platform/jobs/port/jobs';

/** How a pause is waited for; a spec brings its own. */
export type Later = (ms: number, call: () => void) => void;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

const afterPause: Later = (ms, call) => void setTimeout(call, ms).unref();

/** Jobs on this process's own thread, one after the other in the order in which they were asked for. */
export class InlineJobs extends Jobs {
  private readonly work = new Map<string, (id: string) => Promise<JobEnd>>();
  private readonly waiting = new Map<string, JobName>();
  private readonly failures = new Map<string, { count: number; why: string }>();
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly later: Later = afterPause) {
    super();
  }

  handle(kind: string, work: (id: string) => Promise<JobEnd>): void {
    assert(!this.work.has(kind), 'a kind of job is done in one way', { kind });
    this.work.set(kind, work);
  }

  ask(job: JobName): void {
    if (this.closed) return;
    this.waiting.set(nameOf(job), job);
    this.running ??= this.runAll().finally(() => (this.running = undefined));
  }

  async idle(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  troubles(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.failures].map(([name, { why }]) => [name, why]));
  }

  async close(): Promise<void> {
    this.closed = true;
    this.waiting.clear();
    await this.idle();
  }

  private async runAll(): Promise<void> {
    for (;;) {
      const [next] = this.waiting;
      if (next === undefined) return;
      const [name, job] = next;
      // Removed before it runs: an ask during the run is a wish for one more.
      this.waiting.delete(name);
      await this.run(name, job);
    }
  }

  private async run(name: string, job: JobName): Promise<void> {
    try {
      const work = present(this.work.get(job.kind), `the work of ${job.kind}`);
      if ((await work(job.id)) === 'done') this.failures.delete(name);
      else this.pause(name, job, 'not possible yet');
    } catch (error) {
      this.pause(name, job, error instanceof Error ? error.message : String(error));
    }
  }

  /** Runs it again, ever later, until it is done. */
  private pause(name: string, job: JobName, why: string): void {
    const count = (this.failures.get(name)?.count ?? 0) + 1;
    this.failures.set(name, { count, why });
    this.later(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (count - 1)), () => this.ask(job));
  }
}

const nameOf = ({ kind, id }: JobName): string => `${kind}/${id}`;
