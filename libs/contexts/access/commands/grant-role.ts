import type { PersonId } from '#kernel/ids/entity-id';
import { ChoiceField, IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { NetworkRole } from '#kernel/roles/roles';
import { NETWORK_ROLES } from '#kernel/roles/roles';

/** A person takes on a role of the network's own staff. */
export class GrantRole extends Requested {
  @IdField('per', { path: true })
  personId!: PersonId;

  @ChoiceField(NETWORK_ROLES)
  role!: NetworkRole;
}
