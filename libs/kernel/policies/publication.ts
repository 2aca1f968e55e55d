import type { Flaw, NotNow } from '#kernel/decider/answer';
import { notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import type { PolicyDraft, PolicyFamily, PolicyVersion } from '#kernel/policies/family';
import { inForceOn } from '#kernel/time/in-force';
import type { PlainDate } from '#kernel/time/plain-date';

/** What the publication of any family of policies is decided on. */
export interface PublicationFacts extends Facts {
  /** The day in the zone of the latest rules; null for a family's first version, which may rule the past. */
  readonly today: PlainDate | null;
}

/** The published versions of a family, oldest first. */
interface Published {
  readonly versions: readonly { readonly content: { readonly program: { readonly zone: string } } }[];
}

export function publicationFacts(
  _command: unknown,
  { versions }: Readonly<Published>,
  circumstances: Circumstances,
  { calendar }: Sources,
): PublicationFacts {
  const last = versions.at(-1);
  const today = last === undefined ? null : calendar.dateAt(circumstances.at, last.content.program.zone);
  return { ...circumstances, today };
}

/** The flaw of a day of effect that is over; none for today and later, and for a network without any rules. */
export function dayFlaws(effectiveFrom: PlainDate, today: PlainDate | null): readonly Flaw[] {
  const detail = inThePast(effectiveFrom, today);
  return detail === undefined ? [] : [{ pointer: '#/effectiveFrom', code: 'EFFECTIVE_IN_PAST', detail }];
}

/** The no to a publication whose day is over; undefined where nothing is against it. */
export function unlessAhead(effectiveFrom: PlainDate, today: PlainDate | null): NotNow | undefined {
  const detail = inThePast(effectiveFrom, today);
  return detail === undefined ? undefined : notNow('EFFECTIVE_IN_PAST', detail, { effectiveFrom, today });
}

/** All that a linter says, so that whoever writes a policy need not meet it piece by piece. */
export function flawed(errors: readonly Flaw[]): NotNow {
  const [first, ...more] = errors.map(({ detail }) => detail);
  const detail = more.length === 0 ? (first ?? '') : `${first ?? ''} ${more.length} more: see errors.`;
  return { ...notNow('POLICY_FLAWED', detail, { flaws: errors.length }), status: 422, errors };
}

/**
 * The draft that two people want, or why it cannot be published. It must still replace what it was written against:
 * published over a version that its author never saw, it would take that one's changes back without anybody having read so.
 */
export function draftToPublish<P extends PolicyVersion, D extends PolicyDraft>(
  version: number,
  { versions, drafts }: Readonly<PolicyFamily<P, D>>,
  { today }: PublicationFacts,
): { readonly draft: D } | NotNow {
  const draft = drafts.get(version);
  if (draft === undefined) return notFound;
  if (draft.status !== 'draft') {
    return notNow('NOT_OPEN', `Version ${version} is published already.`, { status: draft.status, needed: 'draft' });
  }
  const { effectiveFrom, replaces } = draft.data;
  const late = unlessAhead(effectiveFrom, today);
  if (late !== undefined) return late;
  const rules = inForceOn(versions, effectiveFrom)?.version ?? 0;
  if (rules === replaces.version) return { draft: draft.data };
  const detail = `It was drafted to replace version ${replaces.version}, and version ${rules} was published since; draft it again.`;
  return notNow('DRAFT_OUTDATED', detail, { draftedAgainst: replaces.version, inForce: rules });
}

function inThePast(effectiveFrom: PlainDate, today: PlainDate | null): string | undefined {
  if (today === null || effectiveFrom >= today) return undefined;
  return `A policy never takes effect in the past: it is ${today}, and this one would rule from ${effectiveFrom}.`;
}
