import { present } from '#kernel/assert/assert';
import type { RequestContext } from '#kernel/requested/requested';
import { Requested } from '#kernel/requested/requested';
import type { ReadyCommand } from '#platform/imports/plan';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** What every command of an import is issued with, beside its own id, role and digest. */
export type ImportContext = Omit<RequestContext, 'commandId' | 'role' | 'bodyHash' | 'dryRun'>;

/**
 * Issues a command of an import, unless it is in the log already, whoever imported it then: a row is the same row in
 * anybody's file. (A key of the API is its sender's own, so there the mailbox compares who asks as well.)
 */
export async function issueOnce(
  runtime: Pick<CommandRuntime, 'handle' | 'find'>,
  { name, commandId, role, bodyHash, make }: ReadyCommand,
  context: ImportContext,
  dryRun: boolean,
): Promise<Outcome> {
  const command = make();
  const { at, actor, principal } = context;
  const earlier = await runtime.find(name, Requested.payloadOf(command), { at, actor, principal, role, commandId });
  if (earlier.kind === 'recorded') {
    const first = present(earlier.events[0], 'the event of an earlier import');
    const isSame = first.metadata.command.bodyHash === bodyHash;
    return isSame ? earlier : { kind: 'key-reused', firstAt: first.recordedAt };
  }
  // "Not there" is all that a look says no with; whatever else it says is about the log.
  if (earlier.kind !== 'not-now') return earlier;
  return runtime.handle(name, Requested.in(command, { ...context, commandId, role, bodyHash, dryRun }));
}
