import type { PersonId } from '#kernel/ids/entity-id';
import { ChoiceField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { NetworkRole } from '#kernel/roles/roles';
import { NETWORK_ROLES } from '#kernel/roles/roles';

/** A person gives a role up or loses it. */
export class RevokeRole extends Requested {
  @IdField('per', { path: true })
  personId!: PersonId;

  @ChoiceField(NETWORK_ROLES)
  role!: NetworkRole;

  @TextField({ max: 2_000 })
  reason!: string;
}
