import { present } from '#kernel/assert/assert';
import { notNow } from '#kernel/decider/answer';
import type { RecordedEvent } from '#kernel/decider/event';
import type { AppendResult } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { Ask } from '#platform/runtime/handle/decide-command';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** A log out of reach is no bug: the command may or may not have been stored, and the same key is safe (G15). */
export function failed(error: unknown): Outcome {
  return error instanceof StoreUnavailable ? { kind: 'unknown', why: error.message } : { kind: 'failed', error };
}

/** What to say of a command that names another revision than its entity stands at; undefined when there is nothing to say. */
export function staleness({ context }: Ask, touched: number | undefined): Outcome | undefined {
  if (context.ifMatch === undefined || touched === undefined || context.ifMatch === touched) return undefined;
  const figures = { yourRevision: context.ifMatch, currentRevision: touched };
  const detail = `It has changed since you read it: you named revision ${context.ifMatch}, it stands at ${touched}.`;
  return { ...notNow('STALE', detail, figures), status: 412 };
}

/** Events of a command, as they lie in the log by the result of their batch. */
export function stored(
  { events, refused }: { readonly events: readonly RecordedEvent[]; readonly refused: boolean },
  result: AppendResult & { kind: 'ok' },
): Outcome {
  const last = present(events.at(-1), 'the last event of a command');
  const { lastSequence, lastRevision } = result;
  return {
    kind: 'recorded',
    refused,
    replayed: false,
    events,
    sequence: lastSequence - (lastRevision - last.revision),
  };
}

/** What everybody of a batch is told that was not stored, or not for certain. */
export function undone(result: Exclude<AppendResult, { kind: 'ok' }>): Outcome {
  switch (result.kind) {
    case 'full':
      return { kind: 'full', why: result.why };
    case 'unknown':
      return { kind: 'unknown', why: result.why };
    case 'conflict':
      return { kind: 'unknown', why: `the stream kept moving and stands at revision ${result.actualRevision}` };
  }
}
