import type { Known } from '#contexts/imports/facts/known';
import { shown } from '#contexts/imports/kinds/cell';
import type { ReadRow, RowError } from '#contexts/imports/kinds/kind';
import { errorIn } from '#contexts/imports/kinds/kind';
import type { PartnerId } from '#kernel/ids/entity-id';
import { isEntityId } from '#kernel/ids/entity-id';

/** The partner that a cell names by its slug or id. */
export function partnerIn(
  row: ReadRow,
  column: string,
  known: Known,
): { readonly partnerId: PartnerId } | { readonly error: RowError } {
  const text = String(row.values[column]);
  const partnerId = isEntityId('ptr', text) ? text : known.partnerBySlug.get(text);
  return partnerId === undefined ? { error: noPartner(row, column) } : { partnerId };
}

/** The same words for a partner that is not there and for one that is not the importer's to see (G22). */
export const noPartner = (row: ReadRow, column: string): RowError =>
  errorIn(row, column, {
    code: 'PARTNER_UNKNOWN',
    detail: `${shown(String(row.values[column]))} is no partner that you may act for.`,
    wouldPass: 'the slug or id of a partner, as /v1/partners shows it',
  });
