import type { PlainDate } from '#kernel/time/plain-date';

/**
 * The version in force on a day, of versions in order of publication: a version rules from its day until the next one's,
 * in whatever order they were published; the first one for days before any.
 */
export function inForceOn<V extends { readonly effectiveFrom: PlainDate }>(
  versions: readonly V[],
  on: PlainDate,
): V | undefined {
  return latestFrom(versions, on) ?? versions[0];
}

/**
 * What holds on a day, of definitions in the order in which they were made: the one that began last, and of those from one
 * day the one made last. Undefined before the first. A late correction of the past leaves what came after it.
 */
export function latestFrom<V extends { readonly effectiveFrom: PlainDate }>(
  definitions: readonly V[],
  on: PlainDate,
): V | undefined {
  let latest: V | undefined;
  for (const one of definitions) {
    const { effectiveFrom } = one;
    if (effectiveFrom <= on && (latest === undefined || latest.effectiveFrom <= effectiveFrom)) latest = one;
  }
  return latest;
}
