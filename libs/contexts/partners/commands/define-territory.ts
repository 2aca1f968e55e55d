import type { PartnerId } from '#kernel/ids/entity-id';
import { ChoiceField, DateField, IdField, ListField, NamesField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import { STATES } from '#kernel/subjects/states';
import type { PlainDate } from '#kernel/time/plain-date';

/** A state of the territory, or a part of it. */
export class TerritoryArea {
  @ChoiceField([...STATES].sort())
  state!: string;

  @NamesField(/^(?:\d{3}|\d{5})$/, 'ZIP codes of 5 digits, or their first 3', {
    ...{ optional: true, min: 1, max: 1_000, each: 5 },
    description: 'Left out: the whole state.',
  })
  zips?: string[];
}

/** What the partner covers from a day on, whole. States may be shared with other partners. */
export class DefineTerritory extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @DateField({ description: 'From this day on it takes the place of what was defined before.' })
  effectiveFrom!: PlainDate;

  @ListField(() => TerritoryArea, { min: 1, max: STATES.size })
  areas!: TerritoryArea[];

  @TextField({ max: 500, description: 'The same in the words of the directory.' })
  territory!: string;
}
