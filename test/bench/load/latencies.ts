/** Latencies of a run. */
export interface Summary {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
}

/** Every latency is kept: some hundred thousand numbers, and no bucket rounds them. */
export function summary(latencies: readonly number[], elapsedMs: number): Summary {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: (sorted.length * 1_000) / elapsedMs, p50: at(0.5), p99: at(0.99), p999: at(0.999) };
}
