import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A state, or a part of it. Partners may share one: nothing here excludes another partner's. */
export interface Area {
  /** Postal code: `CA`. */
  readonly state: string;
  /** ZIP codes or their first three digits, in order; none for the whole state. */
  readonly zips: readonly string[];
}

/** What a partner covers from a day on, whole: it takes the place of what it covered before, until the next definition. */
export interface TerritoryDefinedData {
  readonly partnerId: PartnerId;
  readonly effectiveFrom: PlainDate;
  /** By state, one entry each. */
  readonly areas: readonly Area[];
  /** The same in the words of the directory. */
  readonly territory: string;
}

export const TerritoryDefined = eventType<'TerritoryDefined', TerritoryDefinedData>('TerritoryDefined', 1);
export type TerritoryDefined = EventOf<typeof TerritoryDefined>;
