import { CentsField, ChoiceField, IntegerField, ListField, Sha256Field, TextField } from '#kernel/requested/field';
import type { Cents } from '#kernel/money/cents';
import { Requested } from '#kernel/requested/requested';

export const IMPORT_KINDS = ['partners', 'people', 'signups', 'claims'] as const;
export const IMPORT_MODES = ['per-row', 'all-or-nothing'] as const;
/** The largest file that is taken. */
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024;

/** A value for a column that the whole file lacks. */
export class Filling {
  @TextField({ max: 60 })
  column!: string;

  @TextField({ max: 500 })
  value!: string;
}

/** A file was stored to be planned. Issued by the upload's address, never typed by a caller. */
export class ReceiveImport extends Requested {
  @ChoiceField(IMPORT_KINDS)
  kind!: (typeof IMPORT_KINDS)[number];

  @ChoiceField(IMPORT_MODES)
  mode!: (typeof IMPORT_MODES)[number];

  @Sha256Field()
  sha256!: string;

  @IntegerField({ min: 1, max: MAX_IMPORT_BYTES })
  bytes!: number;

  @ListField(() => Filling, { min: 0, max: 20 })
  fill!: Filling[];

  @IntegerField({ optional: true, min: 0, max: 1_000_000, description: 'How many rows the sender counted.' })
  expectRows?: number;

  @CentsField({ optional: true, description: 'What their amounts add up to.' })
  expectCents?: Cents;
}
