import { assert, present } from '#kernel/assert/assert';
import type { BuiltView } from '#platform/runtime/project/built-view';
import type { RunnerStatus } from '#platform/runtime/project/projection-runner';
import { ProjectionRunner } from '#platform/runtime/project/projection-runner';
import type { ProjectionSetup } from '#platform/runtime/project/projection-setup';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';

/** A view's health: behind the log by `lag` events. */
export interface ViewStatus extends RunnerStatus {
  readonly view: string;
  readonly version: number;
  readonly lag: number;
}

export interface ViewDigest {
  readonly view: string;
  readonly version: number;
  readonly sequence: number;
  readonly digest: string;
}

interface Entry {
  readonly view: AnyView;
  readonly runner: ProjectionRunner;
}

/** All views of a process and their runners. One that stops leaves the others going (G13). */
export class ProjectionBoard {
  private readonly entries: ReadonlyMap<string, Entry>;

  constructor(
    built: readonly BuiltView[],
    private readonly setup: ProjectionSetup,
  ) {
    const entry = (each: BuiltView): Entry => ({ view: each.view, runner: new ProjectionRunner(each, setup) });
    this.entries = new Map(built.map((each) => [tableOf(each.view), entry(each)]));
    assert(this.entries.size === built.length, 'two views share a name', { views: [...this.entries.keys()] });
  }

  start(): void {
    for (const { runner } of this.entries.values()) runner.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.entries.values()].map(({ runner }) => runner.stop()));
  }

  /** True once every one of `views` reflects the log up to `sequence`; false when one does not within `timeoutMs` (G10). */
  async waitFor(views: readonly AnyView[], sequence: number, timeoutMs: number): Promise<boolean> {
    const reached = await Promise.all(views.map((view) => this.entry(view).runner.caughtUp(sequence, timeoutMs)));
    return reached.every(Boolean);
  }

  async status(): Promise<readonly ViewStatus[]> {
    const { sequence: head } = await this.setup.log.head();
    return [...this.entries.values()].map(({ view, runner }) => {
      const status = runner.status();
      return { view: view.name, version: view.version, lag: Math.max(0, head - status.sequence), ...status };
    });
  }

  async digests(): Promise<readonly ViewDigest[]> {
    return Promise.all([...this.entries.values()].map(({ view }) => this.digest(view)));
  }

  /**
   * Folds a view from the first event again and digests it, at the log's head of this moment or later. Readers see it
   * grow meanwhile, at the position that it states. Rejects when it cannot reach the head.
   */
  async rebuild(view: AnyView): Promise<ViewDigest> {
    const { runner } = this.entry(view);
    await runner.stop();
    await this.setup.views.drop(view);
    runner.start();
    const { sequence } = await this.setup.log.head();
    if (await runner.caughtUp(sequence, Number.POSITIVE_INFINITY)) return this.digest(view);
    const { stopped } = runner.status();
    throw new Error(
      `${tableOf(view)} stopped at event ${stopped?.sequence ?? '?'}: ${stopped?.message ?? 'shut down'}`,
    );
  }

  /**
   * Once every view has caught up, drops what an earlier release kept; `others` are kept as well. For a store that this
   * process has for itself.
   */
  async dropLeftovers(others: readonly AnyView[]): Promise<readonly string[]> {
    const { sequence } = await this.setup.log.head();
    const views = [...this.entries.values()].map(({ view }) => view);
    const complete = await this.waitFor(views, sequence, Number.POSITIVE_INFINITY);
    return complete ? this.setup.views.retain([...views, ...others]) : [];
  }

  /** Drops views that stand beyond the log's end: they were made from a longer log, of which a backup was restored. */
  async dropViewsBeyond(head: number): Promise<readonly string[]> {
    const dropped: string[] = [];
    for (const [name, { view }] of this.entries) {
      if ((await this.setup.views.checkpoint(view)).sequence <= head) continue;
      await this.setup.views.drop(view);
      dropped.push(name);
    }
    return dropped;
  }

  private async digest(view: AnyView): Promise<ViewDigest> {
    return { view: view.name, version: view.version, ...(await this.setup.views.digest(view)) };
  }

  private entry(view: AnyView): Entry {
    return present(this.entries.get(tableOf(view)), `the runner of ${tableOf(view)}`);
  }
}
