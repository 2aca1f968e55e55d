import type { PlainDate } from '#kernel/time/plain-date';

export type PartnerStatus = 'active' | 'paused' | 'exited';

/**
 * A partner as it stands after an event. Every event that changes the partner carries it, so that an auditor reads one
 * line and a reply is a function of the command's own events; `evolve` asserts that it is what follows.
 */
export interface PartnerProfile {
  /** Short and lower case: `codeva`. */
  readonly slug: string;
  readonly name: string;
  /** Postal codes of the states it joined for, in alphabetical order; from a day on, `TerritoryDefined` says others. */
  readonly states: readonly string[];
  /** Words of the directory on what it covers: `Los Angeles and Orange County, California`. */
  readonly territory: string;
  /** IANA zone in which the partner's own days are counted. */
  readonly timeZone: string;
  readonly since: PlainDate;
}
