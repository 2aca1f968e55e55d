import type { PersonId } from '#kernel/ids/entity-id';
import { IdsField, QuarterField, Sha256Field } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Decides the whole round. Issued when a second person confirms what a first one asked for with the slate's hash. */
export class AllocateRound extends Requested {
  @QuarterField({ path: true })
  quarter!: string;

  @Sha256Field({ description: 'Of the slate that both people have seen.' })
  slateHash!: string;

  @IdsField('per', { min: 1, max: 2, description: 'Who asked, and on whose behalf.' })
  requestedBy!: PersonId[];

  @IdsField('per', {
    optional: true,
    min: 1,
    max: 2,
    description: 'Who confirmed, when a job of the system issues it.',
  })
  confirmedBy?: PersonId[];
}
