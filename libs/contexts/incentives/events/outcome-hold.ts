/**
 * Which outcome a claim is about and for which time it holds it. Two holds of one key exclude each other when their
 * positions lie less than `span` apart: 1 for a year or a half, 3 for "years differ by less than 3", and always for
 * "ever", whose position is 0 throughout.
 */
export interface OutcomeHold {
  /** Outcome type, subject and normalised code: `course-launched|school:…|CSP`. */
  readonly key: string;
  readonly unit: 'ever' | 'year' | 'half';
  /** The program year, or twice the program year plus the half (0 or 1), or 0. */
  readonly position: number;
  readonly span: number;
}

/** Whether two holds of the same key exclude each other; the stricter of two policies' spans counts. */
export function exclude(a: OutcomeHold, b: OutcomeHold): boolean {
  if (a.key !== b.key) return false;
  if (a.unit === 'ever' || b.unit === 'ever') return true;
  const [one, other] = a.unit === b.unit ? [a.position, b.position] : [yearOf(a), yearOf(b)];
  return Math.abs(one - other) < Math.max(a.span, b.span);
}

/** The first program year, and half where halves count, in which `wanted` no longer meets `other`; undefined: never. */
export function firstFree(wanted: OutcomeHold, other: OutcomeHold): { programYear: number; half?: number } | undefined {
  if (wanted.unit === 'ever' || other.unit === 'ever') return undefined;
  const span = Math.max(wanted.span, other.span);
  if (wanted.unit === 'year' || other.unit === 'year') return { programYear: yearOf(other) + span };
  const position = other.position + span;
  return { programYear: Math.floor(position / 2), half: (position % 2) + 1 };
}

const yearOf = (hold: OutcomeHold): number => (hold.unit === 'half' ? Math.floor(hold.position / 2) : hold.position);
