import type { EventStore } from '#platform/event-store/port/event-store';
import type { AsOf } from '#platform/runtime/as-of/as-of';
import type { ProjectionBoard } from '#platform/runtime/project/projection-board';
import type { ViewReader } from '#platform/view-store/port/view-store';

/** What reads need of a running network; a profile's network has it all. */
export interface ReadNetwork {
  readonly store: EventStore;
  readonly views: ViewReader;
  readonly projections: Pick<ProjectionBoard, 'waitFor'>;
  readonly asOf: Pick<AsOf, 'at' | 'sequenceAt'>;
}
