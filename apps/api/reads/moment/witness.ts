import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import type { Find, Found } from '#platform/view-store/port/view-store';
import { ViewReader } from '#platform/view-store/port/view-store';

/**
 * Reads the live views and notes at which position each was met: views move one by one, so that only afterwards can be
 * told whether what was read is of one moment.
 */
export class Witness extends ViewReader {
  readonly seen = new Map<AnyView, Checkpoint>();
  /** A view moved between two looks at it. */
  torn = false;

  constructor(private readonly views: ViewReader) {
    super();
  }

  async checkpoint(view: AnyView): Promise<Checkpoint> {
    return this.note(view, await this.views.checkpoint(view));
  }

  async get<D extends object>(scope: Scope, view: View<D>, key: string): Promise<D | undefined> {
    await this.checkpoint(view);
    const document = await this.views.get(scope, view, key);
    await this.checkpoint(view);
    return document;
  }

  async find<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Found<D>> {
    const found = await this.views.find(scope, view, find);
    this.note(view, found.checkpoint);
    return found;
  }

  private note(view: AnyView, at: Checkpoint): Checkpoint {
    const before = this.seen.get(view);
    if (before !== undefined && before.sequence !== at.sequence) this.torn = true;
    this.seen.set(view, at);
    return at;
  }
}
