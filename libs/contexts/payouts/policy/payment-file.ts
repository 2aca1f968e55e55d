import type { Cents } from '#kernel/money/cents';
import { sha256 } from '#kernel/codec/digest';
import { harmless, plainDollars } from '#kernel/text/csv';

/** What of a payment its line says; a `Payment` has it. */
interface PaymentLine {
  readonly payableId: string;
  readonly attempt: number;
  readonly decisionId: string;
  readonly fund: string;
  readonly source:
    { readonly kind: 'claim'; readonly claimId: string } | { readonly kind: 'award'; readonly awardId: string };
  readonly partnerId: string;
  readonly partner: { readonly slug: string; readonly name: string };
  readonly programYear: number;
  readonly outcomeType: string;
  readonly outcomeDate: string;
  readonly amountCents: Cents;
  readonly account: { readonly sha256: string };
}

/** A file for accounts payable, whole. */
export interface PaymentFile {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  readonly bytes: number;
}

const COLUMNS = [
  ...['batchId', 'payableId', 'attempt', 'partnerId', 'partnerSlug', 'partnerName', 'accountSha256'],
  ...['amountCents', 'amountDollars', 'currency', 'fund', 'paysFor', 'decisionId', 'programYear'],
  ...['outcomeType', 'outcomeDate'],
];

/**
 * The file of a batch: a line a payment, by partner, and the same bytes for the same batch wherever it is made. It names
 * accounts by the digest of their details, as the log does: whoever may see the details reads them beside it.
 */
export function paymentFile(batchId: string, payments: readonly PaymentLine[]): PaymentFile {
  const ordered = [...payments].sort((a, b) => order(a, b));
  const lines = [COLUMNS, ...ordered.map((payment) => cellsOf(batchId, payment))];
  const text = `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
  return { name: `${batchId}.csv`, text, sha256: sha256(text), bytes: new TextEncoder().encode(text).length };
}

function cellsOf(batchId: string, payment: PaymentLine): readonly string[] {
  const { payableId, attempt, partnerId, partner, account, amountCents, fund, source, decisionId } = payment;
  return [
    ...[batchId, payableId, String(attempt), partnerId, harmless(partner.slug), harmless(partner.name), account.sha256],
    ...[String(amountCents), plainDollars(amountCents), 'USD', fund],
    ...[source.kind === 'claim' ? source.claimId : source.awardId, decisionId, String(payment.programYear)],
    ...[payment.outcomeType, payment.outcomeDate],
  ];
}

/** By code unit: the same on every machine. */
function order(a: PaymentLine, b: PaymentLine): number {
  if (a.partner.slug !== b.partner.slug) return a.partner.slug < b.partner.slug ? -1 : 1;
  return a.payableId < b.payableId ? -1 : 1;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
