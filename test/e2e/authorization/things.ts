import { partnerNamed, personNamed, PROOF } from '../../support/a-founding';
import type { ANetwork, Told } from '../../support/a-network';
import { evidenceOf, school } from '../../support/network';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { sha256 } from '#kernel/codec/digest';
import type { Who } from './cast';
import { makeGrantThings } from './grant-things';
import { makePayoutThings } from './payout-things';

const PDF = Buffer.from('%PDF-1.7\nagreement of alpha\n%%EOF\n');

export const claimBody = (subject: number, slug = 'alpha'): object => ({
  ...{ partnerId: partnerNamed(slug), outcomeType: 'course-launched', subjectId: school(subject) },
  ...{ outcomeDate: '2026-08-01', courseCode: 'CSP', evidence: evidenceOf('course-launched', PROOF) },
});
export const override = {
  ...{ partnerId: partnerNamed('alpha'), year: 2026, cents: 100_000, reason: 'Two states.', expiresOn: '2026-12-31' },
};
export const accountBody = {
  ...{ accountHolder: 'Somebody', routingNumber: '011000015', accountNumber: '000123456789', accountType: 'checking' },
};
export const w9Body = () => ({
  ...{ legalName: 'Somebody', taxClass: 'individual', taxId: '123456789', address: '1 Main Street' },
  signedOn: '2026-08-01',
});
export const draftBody = (): object => ({
  effectiveFrom: '2026-09-01',
  content: { ...defaultIncentivesPolicy, annualCapCents: 2_000_000 },
});
export const aPdf = (): FormData => {
  const form = new FormData();
  form.set('file', new Blob([PDF]), 'agreement.pdf');
  return form;
};

export const newPartner = (slug: string) => ({
  ...{ slug, name: slug, states: ['NM'], territory: 'All of it', timeZone: 'America/Denver', since: '2026-01-01' },
});

export const aTable = (): FormData => {
  const form = new FormData();
  form.set('file', new Blob(['districtId,signedOn,tier\r\nlea:0100390,2026-08-01,1\r\n']), 'signups.csv');
  return form;
};

/** Ids that stand for `{id}` in an address, one of each kind: all of them things of alpha, or of the network. */
export type Thing = keyof Awaited<ReturnType<typeof makeThings>>;

/** The file that somebody sends, and where to: a partner its evidence, staff an import. */
export const uploadOf = (who: Who): readonly [path: string, file: FormData] =>
  who === 'own' ? ['/v1/evidence', aPdf()] : ['/v1/imports?kind=signups', aTable()];

/** Makes them over HTTP. `involved` entered or verified what it may; `asker` asked for what waits on another. */
export async function makeThings(net: ANetwork, upload: (who: Who) => Promise<Told['json']>) {
  const post = async (who: Who, path: string, body: object = {}, headers = {}): Promise<Told['json']> => {
    const told = await net.as(who).post(path, body, headers);
    if (told.status >= 300) throw new Error(`${who} ${path}: ${told.text}`);
    return told.json;
  };
  const grants = await makeGrantThings(net, post);
  const claim = async (subject: number): Promise<string> => (await post('own', '/v1/claims', claimBody(subject))).id;
  const by = (who: Who, id: string, act: string, body: object = {}) => post(who, `/v1/claims/${id}/${act}`, body);
  const entered = await post('involved', '/v1/claims', claimBody(1), { 'on-behalf-of': personNamed('own') });
  const [asked, verified, denied, appealed, approved] = [
    await claim(2),
    await claim(3),
    await claim(4),
    await claim(5),
    await claim(6),
  ];
  await by('involved', asked, 'request-information', { question: 'Which?' });
  await by('involved', verified, 'verify');
  for (const id of [denied, appealed]) await by('involved', id, 'deny', { reason: 'Not shown.' });
  await by('own', appealed, 'appeal', { grounds: 'It is in force.' });
  for (const id of [approved, await claim(8)]) {
    await by('involved', id, 'verify');
    await by('asker', id, 'approve');
  }
  await post('other', '/v1/claims', claimBody(7, 'beta'));
  const contested = await claim(7);
  await upload('own');
  const imported = await upload('asker');
  const taxForm = await taxFormOf(net, post);
  const paused = (await post('program', '/v1/partners', newPartner('gamma'))).id as string;
  await post('program', `/v1/partners/${paused}/pause`, { reason: 'So.' });
  const wanted = await post('asker', `/v1/partners/${partnerNamed('alpha')}/payee`, accountBody);
  const draft = await post('asker', '/v1/policies/incentives', draftBody());
  const pending = (await post('asker', '/v1/cap-overrides', override)).id as string;
  await net.settle();
  const payable = (await net.as('finance').get('/v1/payables')).json.data[0].id as string;
  const payouts = await makePayoutThings(net, grants);
  return {
    ...payouts,
    ...{ claimed: entered.id as string, asked, verified, denied, appealed, approved, contested, payable, pending },
    partner: partnerNamed('alpha') as string,
    ...{ person: personNamed('roleless') as string, holder: personNamed('finance') as string },
    leaver: personNamed('gone') as string,
    file: sha256(PDF),
    problem: 'SOD',
    ...grants,
    ...{ account: wanted.command.payload.bank.sha256 as string, draft: String(draft.version) },
    ...{ district: 'lea:0100390', paused, taxForm },
    ...{ import: imported.id as string, planHash: imported.planHash as string },
  };
}

/** What the log names of the W-9 that alpha sends in. */
async function taxFormOf(net: ANetwork, post: (who: Who, path: string, body: object) => Promise<unknown>) {
  await post('own', `/v1/partners/${partnerNamed('alpha')}/w9`, w9Body());
  await net.settle();
  return (await net.as('finance').get(`/v1/partners/${partnerNamed('alpha')}`)).json.w9.details as string;
}

/** An id of the same shape at which there is nothing. */
export function absentLike(id: string): string {
  if (/^[0-9a-f]{64}$/.test(id)) return '0'.repeat(64);
  if (/^\d{1,2}$/.test(id)) return '99';
  return id.replace(/_.*/, `_${'a'.repeat(26)}`).replace(/^2026/, '2030');
}
