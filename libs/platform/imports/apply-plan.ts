import { canonical } from '#kernel/codec/canonical';
import type { AnyCommandSpec, AnyDecider } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { ImportContext } from '#platform/imports/issue-once';
import { issueOnce } from '#platform/imports/issue-once';
import type { ReadyCommand } from '#platform/imports/plan';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** All commands of the plan are in the log; or how far it came, and why no further. */
export type Applied =
  | { readonly kind: 'done'; readonly sequence: number; readonly events: readonly RecordedEvent[] }
  /** The log moved on, and a row was not decided as planned; the rows before it are applied. */
  | { readonly kind: 'moved'; readonly line: number; readonly why: string }
  /** Nothing is known to be wrong: the same may be asked again. */
  | { readonly kind: 'halted'; readonly line: number; readonly outcome: Outcome };

/**
 * Issues the commands of a plan through the ordinary mailbox, one after the other. Each of them happens once: one that is in
 * the log already is found there. Stops at the first that is not decided as planned.
 */
export async function applyPlan(
  commands: readonly ReadyCommand[],
  runtime: Pick<CommandRuntime, 'handle' | 'find'>,
  specs: ReadonlyMap<string, AnyCommandSpec>,
  common: ImportContext,
): Promise<Applied> {
  let sequence = -1;
  const events: RecordedEvent[] = [];
  for (const command of commands) {
    const { line, name, reply } = command;
    const outcome = await issueOnce(runtime, command, common, false);
    if (outcome.kind === 'unknown' || outcome.kind === 'busy' || outcome.kind === 'full' || outcome.kind === 'failed')
      return { kind: 'halted', line, outcome };
    if (outcome.kind !== 'recorded' || outcome.refused) return { kind: 'moved', line, why: whyOf(outcome) };
    if (reply !== undefined && canonical(specs.get(name)?.reply(outcome.events).body) !== canonical(reply))
      return { kind: 'moved', line, why: 'it was decided otherwise' };
    sequence = Math.max(sequence, outcome.sequence);
    events.push(...outcome.events);
  }
  return { kind: 'done', sequence, events };
}

/** How the commands' replies are made, by name. */
export const specsOf = (deciders: readonly AnyDecider[]): ReadonlyMap<string, AnyCommandSpec> =>
  new Map(deciders.flatMap(({ commands }) => commands.map((spec) => [spec.name, spec] as const)));

function whyOf(outcome: Outcome): string {
  if (outcome.kind === 'not-now') return `${outcome.code}: ${outcome.detail}`;
  if (outcome.kind === 'recorded') return 'it was refused';
  return outcome.kind;
}
