import { BankResult } from '#contexts/payouts/commands/record-bank-results';
import type { PayableId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';
import { batchIdOf } from './names';
import { withMembers } from './settle';
import type { Ask, Desk, Settle, TryOut } from './step';

/** The payments that left in the file of a payout, by name of the act that prepared it. */
async function paymentsOf({ recall }: Desk, name: string): Promise<readonly { readonly payableId: PayableId }[]> {
  const outcome = await recall('ExportPayoutBatch', `export ${name}`, { batchId: batchIdOf(name) });
  if (outcome.kind !== 'recorded') return [];
  return (outcome.events[0]?.data as { readonly payments: readonly { readonly payableId: PayableId }[] }).payments;
}

/** All have arrived, but the first where there is news of it. */
export function asTheBankSays(name: string, on: PlainDate, news?: 'returned' | 'unknown'): Settle {
  return async (ask, tryOut, desk) => {
    const payments = await paymentsOf(desk, name);
    const results = payments.map(({ payableId }, index) => {
      const result = index === 0 && news !== undefined ? news : 'settled';
      const code = result === 'returned' ? { code: 'R03' } : {};
      return Object.assign(new BankResult(), { payableId, result, on, ...code });
    });
    return results.length === 0 ? undefined : done(withMembers(ask, { results }), tryOut);
  };
}

/** Has the first payment of a payout, which came back, paid again. */
export function whatCameBack(name: string): Settle {
  return async (ask, tryOut, desk) => {
    const [first] = await paymentsOf(desk, name);
    return first === undefined ? undefined : done(withMembers(ask, { payableId: first.payableId }), tryOut);
  };
}

async function done(ask: Ask, tryOut: TryOut): Promise<Ask | undefined> {
  const outcome = await tryOut(ask);
  return outcome.kind === 'would' && !outcome.refused ? ask : undefined;
}
