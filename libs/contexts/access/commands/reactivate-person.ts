import type { PersonId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A person may sign in again, in the roles that they still hold: so it takes two people, like granting them. */
export class ReactivatePerson extends Requested {
  @IdField('per', { path: true })
  personId!: PersonId;

  @TextField({ max: 2_000 })
  reason!: string;
}
