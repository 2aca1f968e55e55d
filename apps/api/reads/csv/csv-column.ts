/** What a cell can hold; a missing value is an empty cell. */
export type CellValue = string | number | boolean | null;

/**
 * A column of a table's file. `text` is what people or catalogues wrote, and is guarded against being run as a formula;
 * `word` (ids, dates, numbers, flags) is ours and cannot be. `cents` becomes two columns: `…Cents` and `…Dollars`.
 */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly kind: 'text' | 'word' | 'cents';
  value(row: Row): CellValue;
}

/** A column for a member of the row of the same name. */
export function column<Row extends object, K extends keyof Row & string>(
  name: K & (Row[K] extends CellValue ? K : never),
  kind: CsvColumn<Row>['kind'] = 'word',
): CsvColumn<Row> {
  return { name, kind, value: (row) => row[name] as CellValue };
}

/** The three columns that say whose a row is. */
export function partnerColumns<
  Row extends { readonly partner: { readonly id: string; readonly slug: string; readonly name: string } },
>(): CsvColumn<Row>[] {
  return [
    { name: 'partnerId', kind: 'word', value: ({ partner }) => partner.id },
    { name: 'partnerSlug', kind: 'text', value: ({ partner }) => partner.slug },
    { name: 'partnerName', kind: 'text', value: ({ partner }) => partner.name },
  ];
}
