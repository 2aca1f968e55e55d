/** A plan as the OpenAPI document shows it. */
export const planExample = {
  kind: 'signups',
  mode: 'per-row',
  sha256: 'c'.repeat(64),
  planHash: 'd'.repeat(64),
  applies: true,
  counts: { rows: 3, applied: 1, repaired: 1, already: 0, rejected: 1 },
  rejectedBecause: { REQUIRED: 1 },
  remarks: [],
  rows: [
    {
      ...{ line: 2, verdict: 'applied', subject: 'lea:5100120', repairs: [], errors: [] },
      reply: { id: 'lea:5100120', signedOn: '2024-09-18', tier: 2 },
    },
    {
      ...{ line: 3, verdict: 'repaired', subject: 'lea:0100390', errors: [] },
      repairs: [{ column: 'district_id', was: '100390', now: 'lea:0100390', why: 'the zero in front was lost' }],
      reply: { id: 'lea:0100390', signedOn: '2024-08-08', tier: 1 },
    },
    {
      ...{ line: 4, verdict: 'rejected', subject: 'line 4', repairs: [] },
      errors: [
        {
          ...{ column: 'district_id', was: '', code: 'REQUIRED', wouldPass: 'its NCES id' },
          detail: 'The cell is empty; its NCES id is due.',
        },
      ],
    },
  ],
};

/** An import as the OpenAPI document shows it. */
export const importExample = (status: 'received' | 'applied'): object => ({
  ...{ id: 'imp_b4d6f2h5j7l3n5p7r2t4v6x3za', status, bytes: 48_213, fill: [], expectRows: null, expectCents: null },
  ...planExample,
});
