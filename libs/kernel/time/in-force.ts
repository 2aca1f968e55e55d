import type { PlainDate } from '#kernel/time/plain-date';

/**
 * The version in force on a day: the one with the latest day of effect that has come, so that a version rules until the
 * next one's day, in whatever order they were published. Of two with one day the later in the list, which is that of
 * publication; the first version for days before any.
 */
export function inForceOn<V extends { readonly effectiveFrom: PlainDate }>(
  versions: readonly V[],
  on: PlainDate,
): V | undefined {
  let found: V | undefined;
  for (const version of versions) {
    const { effectiveFrom } = version;
    if (effectiveFrom <= on && (found === undefined || found.effectiveFrom <= effectiveFrom)) found = version;
  }
  return found ?? versions[0];
}
