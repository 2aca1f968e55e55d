import type { PersonId } from '#kernel/ids/entity-id';

/** What an event says of who submitted, verified or decided; the members have these names in every event of a claim. */
interface Actors {
  readonly submittedBy?: readonly PersonId[];
  readonly resubmittedBy?: readonly PersonId[];
  readonly appealedBy?: readonly PersonId[];
  readonly verifiedBy?: readonly PersonId[];
  readonly deniedBy?: readonly PersonId[];
  readonly decidedBy?: readonly PersonId[];
  readonly duties?: { readonly approved: readonly PersonId[] };
}

/** Who took a duty on a claim's money by an event. To ask the partner, or to resolve a contest, is none. */
export function actors({ data }: { readonly data: object }): readonly PersonId[] {
  const { submittedBy, resubmittedBy, appealedBy, verifiedBy, deniedBy, decidedBy, duties } = data as Actors;
  const all = [submittedBy, resubmittedBy, appealedBy, verifiedBy, deniedBy, decidedBy, duties?.approved];
  return all.flatMap((people) => people ?? []);
}
