import { ChangePayee } from '#contexts/partners/commands/change-payee';
import { DetailsStored } from '#contexts/partners/commands/details-stored';
import { RecordW9 } from '#contexts/partners/commands/record-w9';
import { canonical } from '#kernel/codec/canonical';
import { sha256 } from '#kernel/codec/digest';
import { finance, program } from './people';
import { partnerIdOf } from './simulation/names';
import type { Ask } from './simulation/step';
import { askOf } from './simulation/step';
import type { DemoPartner } from './sources/partners';

/** Whose money waits in the demo: for a W-9, and for an account. */
const WITHOUT_W9 = 'big-sky-code-academy';
const WITHOUT_ACCOUNT = 'stemworks';

/** Details as the edge would put them away; a demo is the same every time, so its salt is. */
const sealed = (kind: string, slug: string, details: object): Uint8Array =>
  Buffer.from(canonical({ about: partnerIdOf(slug), kind, details, salt: 'demo' }));
/** Details in a command. */
export const named = (bytes: Uint8Array): DetailsStored =>
  Object.assign(new DetailsStored(), { sha256: sha256(bytes), bytes: bytes.length });

/** An account that no bank has. */
export const account = (slug: string, n = 1): Uint8Array => {
  const accountNumber = String(slug.length * 1_000_003 + n).padStart(12, '0');
  const details = { accountHolder: slug, routingNumber: '011000015', accountNumber, accountType: 'checking' };
  return sealed('bank-account', slug, details);
};

const w9 = ({ slug, name }: DemoPartner): Uint8Array =>
  sealed('w9', slug, { legalName: name, taxId: '000000000', address: slug });

/** What a partner needs before it is paid, with the files that are put away; two of them lack something still. */
export function payable(partner: DemoPartner): readonly { readonly ask: Ask; readonly files: readonly Uint8Array[] }[] {
  const { slug, since } = partner;
  const [form, bank] = [w9(partner), account(slug)];
  const members = { partnerId: partnerIdOf(slug), taxClass: 'exempt' as const, signedOn: since, details: named(form) };
  const told = { ask: askOf(program('program-1'), `w9 of ${slug}`, RecordW9, members), files: [form] };
  const paidTo = askOf(finance('finance-1'), `account of ${slug}`, ChangePayee, {
    ...{ partnerId: partnerIdOf(slug), bank: named(bank) },
  });
  return [
    ...(slug === WITHOUT_W9 ? [] : [told]),
    ...(slug === WITHOUT_ACCOUNT ? [] : [{ ask: { ...paidTo, onBehalfOf: program('program-1').by }, files: [bank] }]),
  ];
}
