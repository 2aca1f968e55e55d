import type { Permission } from '#contexts/access/policy/who-may';
import type { CellFault } from '#contexts/imports/kinds/cell';
import type { ReadRow, RowError } from '#contexts/imports/kinds/kind';
import { errorIn } from '#contexts/imports/kinds/kind';
import { impossible, present } from '#kernel/assert/assert';
import type { Refusal } from '#kernel/decider/answer';
import type { AnyCommandSpec } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { Fault } from '#kernel/requested/faults';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** A row's command would pass and leave something new, has passed before, or would not pass. */
export type Judged = { readonly isNew: boolean; readonly reply: object } | { readonly error: CellFault };

/** Judges what a dry run of a row's command came to. What has passed before needs no permission: nothing is done. */
export function verdictOn(outcome: Outcome, spec: AnyCommandSpec, permission: Permission): Judged {
  switch (outcome.kind) {
    case 'recorded':
      if (outcome.refused) return refusedBecause(outcome.events);
      return { isNew: false, reply: spec.reply(outcome.events).body };
    case 'would':
      if (!permission.allowed) return forbidden(spec.name, permission.needs);
      if (outcome.refused) return refusedBecause(outcome.events);
      return { isNew: true, reply: spec.reply(outcome.events).body };
    case 'not-now':
      if (!permission.allowed) return forbidden(spec.name, permission.needs);
      return { error: { code: outcome.code, detail: outcome.detail } };
    case 'key-reused':
      return { error: { code: 'KEY_REUSED', ...saidOtherwise(outcome.firstAt) } };
    case 'failed':
      throw outcome.error;
    case 'unknown':
    case 'busy':
    case 'full':
      throw new StoreUnavailable(`Planning stopped, for the log answered “${outcome.kind}”.`);
    default:
      return impossible(outcome, 'an outcome');
  }
}

function refusedBecause(events: readonly RecordedEvent[]): Judged {
  const { because, detail, wouldPass } = present(events[0], 'the refusal of a command').data as Refusal;
  return { error: { code: because, detail, ...(wouldPass === undefined ? {} : { wouldPass }) } };
}

const forbidden = (command: string, needs: readonly string[]): Judged => ({
  error: { code: 'FORBIDDEN', detail: `${command} needs the role ${needs.join(' or ')}.` },
});

const saidOtherwise = (firstAt: string): Pick<CellFault, 'detail' | 'wouldPass'> => ({
  detail: `The same was imported at ${firstAt} with other values; an import adds, and changes nothing.`,
  wouldPass: 'the values of the first time, or a correction by the command that is meant for it',
});

/** A fault that a command's fields found, in the column that it came from. */
export function errorsOf(row: ReadRow, { path, code, detail }: Fault): RowError {
  const column = path[0] ?? '';
  return errorIn(row, row.called[column] === undefined && column === 'partnerId' ? 'partner' : column, {
    code,
    detail,
  });
}
