import type { DrawSlate } from '#contexts/grants/commands/draw-slate';
import type { AllocationFacts } from '#contexts/grants/decide/allocation/allocation-facts';
import { decidable, reviewsMissing, unlessSame } from '#contexts/grants/decide/allocation/decidable';
import { slateOf } from '#contexts/grants/decide/allocation/slate-of';
import type { Known } from '#contexts/grants/decide/facts';
import type { GrantsState } from '#contexts/grants/decide/state';
import { SlateDrawn } from '#contexts/grants/events/slate-drawn';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';

/** Draws the slate by which the round would be decided now. Sent as a dry run, nothing is stored of it. */
export function drawSlate(
  { quarter, slateHash }: DrawSlate,
  state: Readonly<GrantsState>,
  known: Known<AllocationFacts>,
): Answer<NewEventOf<typeof SlateDrawn>> {
  const ready = decidable(quarter, state, known);
  if ('kind' in ready) return ready;
  const missing = reviewsMissing(state, quarter, ready.facts);
  if (missing !== undefined) return missing;
  const slate = slateOf(state, ready.round, ready.facts);
  const changed = slateHash === undefined ? undefined : unlessSame(slate, slateHash);
  return changed ?? accepted(SlateDrawn({ slate }));
}
