import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField, TextField, PatternField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Program staff registers a cohort of coaches that a partner manages, so that its outcomes can be claimed. */
export class RegisterCohort extends Requested {
  @PatternField(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and dashes', {
    ...{ max: 64, example: 'codeva-fall-2026', description: 'Its name in `cohort:…`, for good.' },
  })
  name!: string;

  @IdField('ptr')
  partnerId!: PartnerId;

  @TextField({ max: 200 })
  title!: string;
}
