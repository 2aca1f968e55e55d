import type { ImportId } from '#kernel/ids/entity-id';
import { IdField, Sha256Field } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Do exactly what was planned: the rows first, each by its own command; then this, which says that all of them are done. */
export class ApplyImport extends Requested {
  @IdField('imp', { path: true })
  importId!: ImportId;

  @Sha256Field({ description: 'Of the plan, as the upload was answered with it.' })
  planHash!: string;
}
