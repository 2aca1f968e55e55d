import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { ChoiceField, DateField, IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PartnerRole } from '#kernel/roles/roles';
import { PARTNER_ROLES } from '#kernel/roles/roles';
import type { PlainDate } from '#kernel/time/plain-date';

/** A person works for the partner in a role, both days inclusive; without `until`, until that is ended. */
export class AffiliatePerson extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @IdField('per')
  personId!: PersonId;

  @ChoiceField(PARTNER_ROLES)
  role!: PartnerRole;

  @DateField()
  from!: PlainDate;

  @DateField({ optional: true })
  until?: PlainDate;
}
