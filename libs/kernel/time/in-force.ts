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
