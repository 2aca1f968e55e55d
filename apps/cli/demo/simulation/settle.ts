import { DrawSlate } from '#contexts/grants/commands/draw-slate';
import { paymentFile } from '#contexts/payouts/policy/payment-file';
import type { Cents } from '#kernel/money/cents';
import type { Requested } from '#kernel/requested/requested';
import type { Outcome } from '#platform/runtime/handle/outcome';
import type { Ask, Settle } from './step';

/** Given where it would be accepted at that moment: what hangs on how a round went. */
export const ifItCanBeDone: Settle = async (ask, tryOut) => (isDone(await tryOut(ask)) ? ask : undefined);

/** Given where it would leave something on record, be it a refusal. */
export const ifItIsHeard: Settle = async (ask, tryOut) => ((await tryOut(ask)).kind === 'would' ? ask : undefined);

/** Asks for the round's decision on the slate of that moment; nobody does while it cannot be drawn. */
export function onItsSlate(quarter: string): Settle {
  return async (ask, tryOut) => {
    const drawn = await tryOut(withCommand(ask, Object.assign(new DrawSlate(), { quarter }), 'DrawSlate'));
    if (!isDone(drawn)) return undefined;
    const { slate } = dataOf(drawn) as { readonly slate: { readonly slateHash: string } };
    const asked = { name: 'AllocateRound', version: 1, payload: { quarter, slateHash: slate.slateHash } };
    return withMembers(ask, { command: { ...asked, path: `/v1/rounds/${quarter}/allocate` } });
  };
}

/** Gives back all that is owed: what is said of a cent too much names it. Nobody does where nothing is owed. */
export function allThatIsOwed(field: 'returnedCents' | 'repaidCents'): Settle {
  return async (ask, tryOut) => {
    const no = await tryOut(withMembers(ask, { [field]: Number.MAX_SAFE_INTEGER }));
    if (no.kind !== 'would') return undefined;
    const { wouldPass } = dataOf(no) as { readonly wouldPass?: Readonly<Record<string, Cents>> };
    return wouldPass === undefined ? undefined : withMembers(ask, { [field]: wouldPass[field] });
  };
}

/** Lets a batch leave as the file that a trial makes of it, which is put away first. */
export const asItLies: Settle = async (ask, tryOut, { keep }) => {
  const trial = await tryOut(ask);
  if (!isDone(trial)) return undefined;
  const { batch, payments } = dataOf(trial) as {
    readonly batch: { readonly batchId: string };
    readonly payments: Parameters<typeof paymentFile>[1];
  };
  const { text, sha256 } = paymentFile(batch.batchId, payments);
  await keep(new TextEncoder().encode(text));
  return withMembers(ask, { fileSha256: sha256 });
};

const isDone = (outcome: Outcome): outcome is Outcome & { kind: 'would' } =>
  outcome.kind === 'would' && !outcome.refused;

const dataOf = ({ events }: Outcome & { kind: 'would' }): unknown => events[0]?.data;

function withCommand(ask: Ask, command: Requested, kind = ask.kind): Ask {
  return { ...ask, command, kind };
}

export function withMembers(ask: Ask, members: object): Ask {
  const type = ask.command.constructor as new () => Requested;
  return withCommand(ask, Object.assign(new type(), ask.command, members));
}
