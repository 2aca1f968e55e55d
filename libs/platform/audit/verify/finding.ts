/** Found while looking at one event: what is wrong with it, in words for an auditor. `verify` tells it as a result. */
export class Finding extends Error {}

/** Stops the walk when `holds` is false. */
export function check(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Finding(why);
}
