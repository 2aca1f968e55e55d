import { DateField, SlugField, StatesField, TextField, TimeZoneField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** An organisation joins the network: from `since` on it may claim for outcomes and propose. */
export class OnboardPartner extends Requested {
  @SlugField({ description: 'Short name in addresses and sign-ins; one partner each.' })
  slug!: string;

  @TextField({ max: 200 })
  name!: string;

  @StatesField()
  states!: string[];

  @TextField({ max: 500, description: 'What it covers, in the words of the directory.' })
  territory!: string;

  @TimeZoneField({ description: 'In which the partner’s own days are counted.' })
  timeZone!: string;

  @DateField()
  since!: PlainDate;
}
