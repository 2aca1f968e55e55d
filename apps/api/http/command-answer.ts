import { impossible, present } from '#kernel/assert/assert';
import type { Figures, NotNow, Refusal } from '#kernel/decider/answer';
import type { AnyCommandSpec } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { Outcome, Recorded } from '#platform/runtime/handle/outcome';
import type { Occasion, Problem, ProblemCode, ProblemMore } from './problems';
import { problem, rowOf } from './problems';

/** What a caller is told who may send the same again. */
export const NOT_KNOWN = 'It is not known whether this was stored: send it again with the same key.';

type Headers = Readonly<Record<string, string>>;

/** What a command's outcome is over HTTP. A problem has `code`; anything else is the new state. */
export type CommandAnswer =
  | { readonly kind: 'done'; readonly status: number; readonly body: object; readonly headers: Headers }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly headers: Headers };

/** The answer to a command: a pure function of its outcome, so that a retry is told what the first try was told (G3). */
export function answerTo(outcome: Outcome, spec: AnyCommandSpec, occasion: Occasion): CommandAnswer {
  const no = (code: ProblemCode, detail: string, headers: Headers = {}): CommandAnswer => ({
    kind: 'problem',
    problem: problem(code, detail, occasion),
    headers,
  });
  switch (outcome.kind) {
    case 'recorded':
      return recorded(outcome, spec, occasion);
    case 'would':
      return would(outcome, spec, occasion);
    case 'not-now':
      return notNow(outcome, occasion);
    case 'key-reused':
      return no('KEY_REUSED', `This key was first used at ${outcome.firstAt} with another body.`);
    case 'unknown':
      return no('UNKNOWN_OUTCOME', NOT_KNOWN, soon('1'));
    case 'full':
      return no('DISK_FULL', 'Nothing was stored: the disk is full.', soon('30'));
    case 'busy':
      return no('BUSY', 'Nothing was stored: too many commands are waiting.', soon('1'));
    case 'failed':
      return no('INTERNAL', rowOf('INTERNAL').example);
    default:
      return impossible(outcome, 'an outcome');
  }
}

const soon = (seconds: string): Headers => ({ 'Retry-After': seconds });

function recorded(
  { events, refused, replayed, sequence }: Recorded,
  spec: AnyCommandSpec,
  occasion: Occasion,
): CommandAnswer {
  const at = String(sequence);
  const again = replayed ? { 'Idempotent-Replayed': 'true' } : {};
  if (refused) {
    return { kind: 'problem', problem: refusal(events, occasion), headers: { 'Log-Sequence': at, ...again } };
  }
  const { status, body, location } = spec.reply(events);
  const isEntity = spec.entity !== undefined || location !== undefined;
  const etag = isEntity ? { ETag: `"r${present(events.at(-1), 'the last event of a command').revision}"` } : {};
  return {
    kind: 'done',
    status,
    body,
    headers: { 'Log-Sequence': at, ...again, ...etag, ...(location === undefined ? {} : { Location: location }) },
  };
}

/** A dry run: 200 with the state that would be, or the refusal that would be recorded. */
function would(
  { events, refused }: Outcome & { kind: 'would' },
  spec: AnyCommandSpec,
  occasion: Occasion,
): CommandAnswer {
  if (refused) return { kind: 'problem', problem: refusal(events, occasion, { dryRun: true }), headers: {} };
  return { kind: 'done', status: 200, body: { ...spec.reply(events).body, dryRun: true }, headers: {} };
}

function refusal(events: readonly RecordedEvent[], occasion: Occasion, more: ProblemMore = {}): Problem {
  const { because, detail, figures, wouldPass } = present(events[0], 'the refusal of a command').data as Refusal;
  // A code that is missing in the table is still a business refusal, recorded and 422.
  const status = because === 'SOD' ? 403 : 422;
  return problem(
    because,
    detail,
    occasion,
    {
      because,
      figures: inOrder(figures),
      ...(wouldPass === undefined ? {} : { wouldPass: inOrder(wouldPass) }),
      ...more,
    },
    status,
  );
}

/** By name, as they come back from the log: a retry's reply is then the first one's, byte for byte (G3). */
function inOrder(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function notNow({ code, detail, figures, errors, status }: NotNow, occasion: Occasion): CommandAnswer {
  const more = {
    ...(Object.keys(figures).length === 0 ? {} : { figures }),
    ...(errors === undefined ? {} : { errors }),
  };
  return { kind: 'problem', problem: problem(code, detail, occasion, more, status), headers: {} };
}
