import type { PolicyState } from '#contexts/incentives/decide/policy-state';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import type { PlainDate } from '#kernel/time/plain-date';

export interface PublicationFacts extends Facts {
  /** The day in the zone of the rules in force; null for the first version, which may rule the past. */
  readonly today: PlainDate | null;
}

export function publicationFacts(
  _command: unknown,
  { versions }: Readonly<PolicyState>,
  circumstances: Circumstances,
  { calendar }: Sources,
): PublicationFacts {
  const last = versions.at(-1);
  const today = last === undefined ? null : calendar.dateAt(circumstances.at, last.content.program.zone);
  return { ...circumstances, today };
}

/** What is said of a day of effect that is over; undefined for today and later, and for a network without any rules. */
export function inThePast(effectiveFrom: PlainDate, today: PlainDate | null): string | undefined {
  if (today === null || effectiveFrom >= today) return undefined;
  return `A policy never takes effect in the past: it is ${today}, and this one would rule from ${effectiveFrom}.`;
}
