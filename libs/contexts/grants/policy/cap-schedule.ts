import type { CapStep } from '#contexts/grants/policy/grants-policy';
import { present } from '#kernel/assert/assert';
import type { Cents } from '#kernel/money/cents';

/**
 * The step that holds at a usage of the fund: the last one with 100·used ≥ percent·base (domain.md section 4, examples.md
 * E5). Compared in integers of any size, for 100·used of a large fund is no exact double. A base of 0 is a usage of 0.
 */
export function capStepAt(steps: readonly CapStep[], usedCents: Cents, baseCents: Cents): CapStep {
  const hundredfold = baseCents === 0 ? 0n : 100n * BigInt(usedCents);
  const reached = steps.findLast(
    ({ fromPercent }) => fromPercent === 0 || (baseCents > 0 && hundredfold >= BigInt(fromPercent) * BigInt(baseCents)),
  );
  return present(reached, 'the first step of a cap schedule');
}
