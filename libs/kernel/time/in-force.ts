import type { PlainDate } from '#kernel/time/plain-date';

/**
 * The version in force on a day, of versions in order of publication: the last published among those already effective;
 * the first one for days before any.
 */
export function inForceOn<V extends { readonly effectiveFrom: PlainDate }>(
  versions: readonly V[],
  on: PlainDate,
): V | undefined {
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? versions[0];
}

/**
 * What holds on a day, of definitions in the order in which they were made: the one that began last, and of those from one
 * day the one made last. Undefined before the first. A late correction of the past leaves what came after it.
 */
export function latestFrom<V extends { readonly effectiveFrom: PlainDate }>(
  definitions: readonly V[],
  on: PlainDate,
): V | undefined {
  return definitions
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .reduce<V | undefined>(
      (last, one) => (last === undefined || one.effectiveFrom >= last.effectiveFrom ? one : last),
      undefined,
    );
}
