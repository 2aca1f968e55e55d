import type { ANetwork } from '../../support/a-network';

interface Owed {
  readonly id: string;
  readonly source: { readonly awardId?: string };
}

/**
 * Batches at every step, each prepared by somebody of finance who stands nowhere else in the matrix, but the first, which
 * is `finance`'s own; and what became of payments: returned, unknown, settled and owed back in part.
 */
export async function makePayoutThings(
  net: ANetwork,
  awards: Readonly<Record<'accepted' | 'reported' | 'spentLess', string>>,
) {
  const post = async (who: string, path: string, body: object = {}): Promise<string> => {
    const told = await net.as(who).post(path, body);
    if (told.status >= 300) throw new Error(`${who} ${path}: ${told.text}`);
    return told.json.id;
  };
  await net.settle();
  const { data } = (await net.as('finance').get('/v1/payables?sort=decidedAt')).json as { data: readonly Owed[] };
  const of = (awardId: string): string => data.find(({ source }) => source.awardId === awardId)!.id;
  const [cameBack, unclear, paid] = [of(awards.accepted), of(awards.reported), of(awards.spentLess)];
  const [mine = '', theirs = ''] = data.filter(({ source }) => source.awardId === undefined).map(({ id }) => id);
  const prepared = await post('finance', '/v1/payout-batches', { payableIds: [mine] });
  const letGo = await post('fin', '/v1/payout-batches', { payableIds: [theirs] });
  await post('finance', `/v1/payout-batches/${letGo}/approve`);
  const exported = await post('fin', '/v1/payout-batches', { payableIds: [cameBack, unclear, paid] });
  await post('finance', `/v1/payout-batches/${exported}/approve`);
  await post('fin', `/v1/payout-batches/${exported}/export`);
  const on = '2026-08-04';
  const results = [
    { payableId: cameBack, result: 'returned', code: 'R03', on },
    { payableId: unclear, result: 'unknown', on },
    { payableId: paid, result: 'settled', on },
  ];
  await post('fin', `/v1/payout-batches/${exported}/results`, { results });
  await net.settle();
  const receivable = (await net.as('fin').get('/v1/receivables')).json.data[0].id as string;
  return { prepared, letGo, exported, cameBack, unclear, receivable };
}
