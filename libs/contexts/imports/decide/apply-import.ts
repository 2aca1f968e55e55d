import type { ApplyImport } from '#contexts/imports/commands/apply-import';
import type { ImportState } from '#contexts/imports/decide/state';
import { ImportApplied } from '#contexts/imports/events/import-applied';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/**
 * Says that a plan is applied: by the person who brought the file. That the rows are in the log stands there by then; the
 * commands that they became name this import as their cause.
 */
export function applyImport(
  { importId, planHash }: ApplyImport,
  { received, applied }: Readonly<ImportState>,
  circumstances: Circumstances,
): Answer<NewEventOf<typeof ImportApplied>> {
  const isOwn = actingPeople(circumstances).some((who) => received?.receivedBy.includes(who));
  if (received === null || !isOwn) return notFound;
  if (applied.has(planHash)) return notNow('ALREADY_APPLIED', 'This plan is applied already.', { planHash });
  return accepted(ImportApplied({ importId, planHash }));
}
