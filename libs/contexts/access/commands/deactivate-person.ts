import type { PersonId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A person is signed out at once and may not sign in again, whatever token they hold. */
export class DeactivatePerson extends Requested {
  @IdField('per', { path: true })
  personId!: PersonId;

  @TextField({ max: 2_000 })
  reason!: string;
}
