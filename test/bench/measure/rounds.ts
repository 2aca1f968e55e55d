/** The middle value: on a machine that others use too, one round in three may be far off. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export type Measurement<T> = () => Promise<T> | T;

/**
 * Takes the measurements in turn, round after round (A B C, A B C, …), so that whatever else the machine is doing falls
 * on all of them. The first round only warms up.
 */
export async function inTurn<T, K extends string>(
  rounds: number,
  measurements: Readonly<Record<K, Measurement<T>>>,
): Promise<Record<K, T[]>> {
  const names = Object.keys(measurements) as K[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, T[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const result = await measurements[name]();
      if (round > 0) results[name].push(result);
    }
  }
  return results;
}

/** Calls `work` one after the other for `ms`; how often a second. */
export function ratePerSecond(ms: number, work: () => void): number {
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < ms) {
    work();
    done += 1;
  }
  return (done * 1_000) / (performance.now() - began);
}

/** Keeps `inFlight` pieces of `work` going for `ms`; how many are done a second. */
export async function rateInFlight(ms: number, inFlight: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let done = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return (done * 1_000) / (performance.now() - began);
}

/** How long `work` takes, in milliseconds. */
export async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
