const ID = 'b4d6f2h5j7l3n5p7r2t4v6x3za';
const [FIRST, SECOND] = [`per_${ID}`, `per_c${ID.slice(1)}`];
const PARTNER = { id: `ptr_${ID}`, slug: 'codeva', name: 'CodeVA' };
const PAYABLE = { payableId: `pay_${ID}`, partnerId: PARTNER.id, amountCents: 350_000 };

const PAYMENT = {
  ...{ ...PAYABLE, attempt: 1, decisionId: `dec_${ID}`, fund: 'grants', partner: { slug: 'codeva', name: 'CodeVA' } },
  source: { kind: 'award', awardId: `awd_${ID}`, quarter: '2026-Q3' },
  ...{ programYear: 2026, outcomeType: 'marketing-grant', outcomeDate: '2026-09-23' },
  account: { sha256: 'c'.repeat(64), changedBy: [`per_d${ID.slice(1)}`] },
};
const LEFT_OUT = { ...PAYABLE, payableId: `pay_d${ID.slice(1)}`, because: 'held', detail: 'no-w9' };

/** A batch of one payment, as commands tell it. */
export function batchExample(status: 'prepared' | 'approved' | 'exported' | 'answered' | 'cancelled'): object {
  const left = status === 'exported' || status === 'answered';
  return {
    ...{ id: `bat_${ID}`, status, payments: 1, totalCents: 350_000, preparedBy: [FIRST] },
    approvedBy: status === 'prepared' ? [] : [SECOND],
    file: left ? { name: `bat_${ID}.csv`, sha256: 'a'.repeat(64), bytes: 512 } : null,
    ...{ settledCents: status === 'answered' ? 350_000 : 0, returnedCents: 0, unknownCents: 0 },
    ...(status === 'prepared' ? { lines: [PAYMENT], leftOut: [LEFT_OUT] } : {}),
    ...(status === 'answered' ? { recorded: [{ payableId: PAYABLE.payableId, result: 'settled' }] } : {}),
  };
}

export const resultsBody = {
  results: [{ payableId: `pay_${ID}`, result: 'settled', on: '2026-10-02', reference: 'ACH 2026-10-02/17' }],
};

export const resolutionAskedExample = {
  ...{ id: `apr_${ID}`, status: 'pending', requestedBy: [FIRST] },
  command: {
    name: 'ResolvePayment',
    payload: {
      payableId: `pay_${ID}`,
      outcome: 'settled',
      on: '2026-10-02',
      reason: 'The partner shows its statement.',
    },
  },
};

export const reopenedExample = { id: `pay_${ID}`, status: 'payable', attempt: 2, reason: 'The account is put right.' };

export const receivableExample = {
  ...{ id: `rcv_${ID}`, status: 'repaid', decisionId: `dec_${ID}`, fund: 'grants', partnerId: PARTNER.id },
  source: { kind: 'award', awardId: `awd_${ID}`, quarter: '2026-Q3' },
  ...{ programYear: 2026, amountCents: 62_550, repaidCents: 62_550, openCents: 0, submitted: [FIRST] },
};
