import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { ChoiceField, DateField, IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PartnerRole } from '#kernel/roles/roles';
import { PARTNER_ROLES } from '#kernel/roles/roles';
import type { PlainDate } from '#kernel/time/plain-date';

/** The person's last day in the role is `until`. Past decisions keep whom they knew. */
export class EndAffiliation extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @IdField('per')
  personId!: PersonId;

  @ChoiceField(PARTNER_ROLES)
  role!: PartnerRole;

  @DateField()
  until!: PlainDate;
}
