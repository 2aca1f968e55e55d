import { partnerNamed, personNamed, PROOF } from '../../support/a-founding';
import type { ANetwork, Told } from '../../support/a-network';
import { evidenceOf, school } from '../../support/network';
import { sha256 } from '#kernel/codec/digest';
import type { Who } from './cast';

const PDF = Buffer.from('%PDF-1.7\nagreement of alpha\n%%EOF\n');

export const claimBody = (subject: number, slug = 'alpha'): object => ({
  ...{ partnerId: partnerNamed(slug), outcomeType: 'course-launched', subjectId: school(subject) },
  ...{ outcomeDate: '2026-08-01', courseCode: 'CSP', evidence: evidenceOf('course-launched', PROOF) },
});
export const override = {
  ...{ partnerId: partnerNamed('alpha'), year: 2026, cents: 100_000, reason: 'Two states.', expiresOn: '2026-12-31' },
};
export const aPdf = (): FormData => {
  const form = new FormData();
  form.set('file', new Blob([PDF]), 'agreement.pdf');
  return form;
};

/** Ids that stand for `{id}` in an address, one of each kind: all of them things of alpha, or of the network. */
export type Thing = keyof Awaited<ReturnType<typeof makeThings>>;

/** Makes them over HTTP. `involved` entered or verified what it may; `asker` asked for what waits on another. */
export async function makeThings(net: ANetwork, upload: (who: Who) => Promise<void>) {
  const post = async (who: Who, path: string, body: object, headers = {}): Promise<Told['json']> => {
    const told = await net.as(who).post(path, body, headers);
    if (told.status >= 300) throw new Error(`${who} ${path}: ${told.text}`);
    return told.json;
  };
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
  await by('involved', approved, 'verify');
  await by('asker', approved, 'approve');
  await post('other', '/v1/claims', claimBody(7, 'beta'));
  const contested = await claim(7);
  await upload('own');
  const pending = (await post('asker', '/v1/cap-overrides', override)).id as string;
  await net.settle();
  const payable = (await net.as('finance').get('/v1/payables')).json.data[0].id as string;
  return {
    ...{ claimed: entered.id as string, asked, verified, denied, appealed, approved, contested, payable, pending },
    partner: partnerNamed('alpha') as string,
    ...{ person: personNamed('roleless') as string, holder: personNamed('finance') as string },
    leaver: personNamed('gone') as string,
    file: sha256(PDF),
    problem: 'SOD',
  };
}

/** An id of the same shape at which there is nothing. */
export const absentLike = (id: string): string =>
  /^[0-9a-f]{64}$/.test(id) ? '0'.repeat(64) : id.replace(/_.*/, `_${'a'.repeat(26)}`);
