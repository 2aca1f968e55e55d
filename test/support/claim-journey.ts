import { sha256 } from '#kernel/codec/digest';
import { partnerNamed } from './a-founding';
import type { Caller, Heard } from './caller';
import { sequenceOf } from './caller';
import { district } from './network';
import type { Served } from './served';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

/** What a claim earns and what it was granted, in cents. */
export interface Granted {
  readonly claimId: string;
  readonly payable: object;
}

/**
 * The way of a claim for district `n` from its evidence to the payable, by four people over HTTP. Every look asks for the
 * sequence that the step before was given, so it must show that step however far behind the views are, and no time passes
 * by the clock.
 */
export async function claimJourney(served: Served, n: number): Promise<Granted> {
  const [ana, pia, pat, fin] = await Promise.all(['ana', 'pia', 'pat', 'fin'].map((handle) => served.as(handle)));
  const proof = await upload(ana!, n);
  const before = await usage(fin!, proof);
  const claimed = await ana!.claim('district-onboarded', district(n), {
    evidence: [{ kind: 'district-agreement', sha256: proof.json.sha256 }],
  });
  expect([claimed.status, claimed.json.status, claimed.json.reservedCents]).toEqual([201, 'claimed', 500_000]);
  expect(await usage(fin!, claimed)).toEqual(moved(before, { reservedCents: 500_000, claims: 1 }));
  const address = claimed.headers.get('location')!;
  const verified = await pia!.post(`${address}/verify`, {});
  expect([verified.status, verified.json.status]).toEqual([200, 'verified']);
  await expectSodRecorded(served, pia!, address, verified);
  const approved = await pat!.post(`${address}/approve`, { approvedCents: 450_000 });
  expect([approved.status, approved.json.status, approved.json.approvedCents]).toEqual([200, 'approved', 450_000]);
  expect(await usage(fin!, approved)).toEqual(moved(before, { approvedCents: 450_000, claims: 1 }));
  const page = await ana!.get(`${address}?minSequence=${sequenceOf(approved)}`);
  expect(page.json.history.map(({ type }: { type: string }) => type)).toEqual([
    ...['IncentiveClaimed', 'ClaimVerified', 'ClaimActRefused', 'ClaimApproved'],
  ]);
  const claimId = address.split('/').at(-1)!;
  return { claimId, payable: await payableOf(fin!, claimId, approved) };
}

async function upload(by: Caller, n: number): Promise<Heard> {
  const file = Buffer.from(`${PDF.toString()}${n}`);
  const proof = await by.upload(file);
  expect([proof.status, proof.json.sha256]).toEqual([201, sha256(file)]);
  return proof;
}

/** Whoever verified may not approve: 403, and the attempt is on record (G4, G21). */
async function expectSodRecorded(served: Served, verifier: Caller, address: string, verified: Heard): Promise<void> {
  const refused = await verifier.post(`${address}/approve`, {});
  expect([refused.status, refused.json.code]).toEqual([403, 'SOD']);
  expect(sequenceOf(refused)).toBe(sequenceOf(verified) + 1);
  expect(await served.head()).toBe(sequenceOf(refused));
}

/** The payable follows the approval at once in the log, so a look that asks for one event more shows it. */
async function payableOf(by: Caller, claimId: string, approved: Heard): Promise<object> {
  const query = `claimId=${claimId}&minSequence=${sequenceOf(approved) + 1}`;
  const { status, json } = await by.get(`/v1/payables?${query}`);
  expect([status, json.count, json.totals]).toEqual([200, 1, { amountCents: 450_000 }]);
  const [payable] = json.data;
  expect(payable).toMatchObject({
    ...{ claimId, status: 'payable', amountCents: 450_000, partnerId: partnerNamed('alpha') },
    duties: { submitted: [expect.any(String)], verified: [expect.any(String)], approved: [expect.any(String)] },
  });
  const { submitted, verified, approved: by3 } = payable.duties as Record<string, string[]>;
  expect(new Set([...submitted!, ...verified!, ...by3!]).size).toBe(3);
  return payable as object;
}

type Row = Readonly<Record<'reservedCents' | 'approvedCents' | 'headroomCents' | 'claims', number>>;

/** The partner's cap as it stands after `step`. */
async function usage(by: Caller, step: Heard): Promise<Row> {
  const { status, json } = await by.get(`/v1/cap-usage?year=2026&partner=alpha&minSequence=${sequenceOf(step)}`);
  expect([status, json.count]).toEqual([200, 1]);
  expect(json.sequence).toBeGreaterThanOrEqual(sequenceOf(step));
  const { reservedCents, approvedCents, headroomCents, claims } = json.data[0] as Row;
  return { reservedCents, approvedCents, headroomCents, claims };
}

/** The row after more was reserved or approved. */
function moved(row: Row, { reservedCents = 0, approvedCents = 0, claims = 0 }: Partial<Row>): Row {
  return {
    reservedCents: row.reservedCents + reservedCents,
    approvedCents: row.approvedCents + approvedCents,
    headroomCents: row.headroomCents - reservedCents - approvedCents,
    claims: row.claims + claims,
  };
}
