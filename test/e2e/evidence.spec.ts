import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { sha256 } from '#kernel/codec/digest';
import { verifyLog } from '#platform/audit/verify/verify-log';
import { registry } from '#platform/profiles/registry';
import { replayDecisions } from '#platform/runtime/replay/replay-decisions';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { personNamed } from '../support/a-founding';
import type { Caller, Heard } from '../support/caller';
import { Served } from '../support/served';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Names [(Ada Lovelace)]>>endobj\n%%EOF\n');
const NAME = sha256(PDF);

describe('a file of evidence', () => {
  let served: Served;
  let [ana, bob, pia, fin, adam, ada]: Caller[] = [];

  beforeAll(async () => {
    served = await Served.found();
    await served.ask('RegisterPerson', new RegisterPerson(), { handle: 'ada' }, 'register ada');
    await served.ask('GrantRole', new GrantRole(), { personId: personNamed('ada'), role: 'admin' });
    [ana, bob, pia, fin, adam, ada] = await Promise.all(
      ['ana', 'bob', 'pia', 'fin', 'adam', 'ada'].map((handle) => served.as(handle)),
    );
    await ana!.upload(PDF);
  });
  afterAll(() => served.close());

  const blob = () => join(served.directory, 'blobs', NAME.slice(0, 2), NAME.slice(2));

  it('is given back to its partner and to the network’s staff, as an attachment under a name of our own', async () => {
    for (const who of [ana!, pia!, fin!]) {
      const got = await who.get(`/v1/evidence/${NAME}`);
      expect([got.status, sha256(Buffer.from(got.text))]).toEqual([200, NAME]);
      expect(Object.fromEntries(got.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="evidence-${NAME.slice(0, 16)}.pdf"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-digest': `sha-256=:${Buffer.from(NAME, 'hex').toString('base64')}:`,
        'cache-control': 'no-store',
      });
    }
  });

  it('looks absent to another partner, and is no file of an administrator’s', async () => {
    const [others, absent] = [await bob!.get(`/v1/evidence/${NAME}`), await bob!.get(`/v1/evidence/${'0'.repeat(64)}`)];
    const said = ({ status, json: { requestId: _id, instance: _at, ...rest } }: Heard) => ({ status, ...rest });
    expect(said(others)).toEqual(said(absent));
    expect(others.status).toBe(404);
    expect((await adam!.get(`/v1/evidence/${NAME}`)).status).toBe(403);
    expect((await ana!.get('/v1/evidence/me')).json.code).toBe('ID_FORMAT');
  });

  it('is erased by two administrators: unreadable, never taken again, and every proof and total as it was', async () => {
    const evidence = [{ kind: 'district-agreement', sha256: NAME }];
    const claim = await ana!.claim('district-onboarded', 'lea:0100390', { evidence });
    const before = await totals();
    const { json: asked } = await adam!.post(`/v1/payloads/${NAME}/erase`, { reason: 'Asked for by the person.' });
    expect((await adam!.post(`/v1/approvals/${asked.id}/confirm`, {})).json.code).toBe('SOD');
    expect((await ada!.post(`/v1/approvals/${asked.id}/confirm`, {})).status).toBe(200);
    await served.network.reactions.settle();
    await served.network.blobs.sweep();

    expect(existsSync(blob())).toBe(false);
    const gone = await ana!.get(`/v1/evidence/${NAME}`);
    expect([gone.status, gone.json.code]).toEqual([410, 'ERASED']);
    expect((await bob!.get(`/v1/evidence/${NAME}`)).status).toBe(404);
    const again = await ana!.upload(PDF);
    expect([again.status, again.json.code, existsSync(blob())]).toEqual([409, 'PAYLOAD_ERASED', false]);
    expect((await ana!.get(`/v1/claims/${claim.json.id}`)).json.evidence).toEqual(evidence);
    // A claim that named it stands; a new one has to name another.
    const late = await ana!.claim('district-onboarded', 'lea:0100391', { evidence });
    expect([late.status, late.json.code, late.json.figures]).toEqual([
      ...[409, 'EVIDENCE_ERASED', { sha256: NAME, kind: 'district-agreement' }],
    ]);
    expect(await totals()).toEqual(before);
    await expectSound(served);
  });

  it('is deleted again when a restored backup brings it back, and cannot be read meanwhile', async () => {
    await served.network.blobs['inner'].put(PDF);
    expect(existsSync(blob())).toBe(true);
    expect((await ana!.get(`/v1/evidence/${NAME}`)).status).toBe(410);
    served = await served.reopen();
    await served.network.blobs.sweep();
    expect(existsSync(blob())).toBe(false);
  });

  it('that nobody sent is nothing to erase', async () => {
    adam = await served.as('adam');
    const got = await adam.post(`/v1/payloads/${'1'.repeat(64)}/erase`, { reason: 'A slip.' });
    expect([got.status, got.json.code]).toEqual([404, 'NOT_FOUND']);
  });

  const totals = async (): Promise<object> => (await fin!.get('/v1/cap-usage?year=2026')).json.totals as object;
});

/** The tree verifies and every decision comes out as it did. */
async function expectSound({ store }: Served): Promise<void> {
  expect(await verifyLog(store, {})).toMatchObject({ kind: 'good' });
  const { deciders, catalogue, folds } = registry;
  for await (const verdict of replayDecisions(store, deciders, catalogue, folds)) {
    expect(verdict).toMatchObject({ verdict: 'MATCH' });
  }
}
