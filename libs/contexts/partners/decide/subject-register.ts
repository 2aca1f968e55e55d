import type { RegisterCohort } from '#contexts/partners/commands/register-cohort';
import type { RegisterSubject } from '#contexts/partners/commands/register-subject';
import { CohortRegistered } from '#contexts/partners/events/cohort-registered';
import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import { onboardedPartner } from '#contexts/partners/facts/onboarded-partner';
import { assert, present } from '#kernel/assert/assert';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Decider, Facts, Reply, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf, RecordedEvent } from '#kernel/decider/event';

/** All names lie in one stream: the scope of "one name, one cohort or school". */
const SUBJECT_REGISTER = 'subjects-1';

interface Register {
  readonly names: Set<string>;
}

interface CohortFacts extends Facts {
  readonly partnerKnown: boolean;
}

const onRegister = { version: 1, rules: 'v1', stream: (): string => SUBJECT_REGISTER, reply: subjectReply };

/** The subjects of outcomes that no national list names: cohorts, and districts and schools without an NCES id. */
export const subjectRegister: Decider<Register> = {
  name: 'subjects',
  owns: (stream) => stream === SUBJECT_REGISTER,
  events: [CohortRegistered, SubjectRegistered],
  initial: () => ({ names: new Set() }),
  evolve(state, recorded) {
    const { subjectId } = (recorded as CohortRegistered | SubjectRegistered).data;
    assert(!state.names.has(subjectId), 'a subject is registered once', { subjectId });
    state.names.add(subjectId);
    return state;
  },
  touched: () => undefined,
  commands: [
    { ...onRegister, name: 'RegisterCohort', facts: cohortFacts, decide: registerCohort },
    {
      ...onRegister,
      name: 'RegisterSubject',
      facts: (_c, _s, circumstances) => circumstances,
      decide: registerSubject,
    },
  ],
};

function cohortFacts(
  { partnerId }: RegisterCohort,
  _state: Readonly<Register>,
  circumstances: Circumstances,
  { lookup }: Sources,
): CohortFacts {
  return { ...circumstances, partnerKnown: lookup.get(onboardedPartner, `partner-${partnerId}`)?.onboarded ?? false };
}

/** Decides a cohort: of a partner that there is, under a name that nobody has. */
function registerCohort(
  { name, partnerId, title }: RegisterCohort,
  { names }: Readonly<Register>,
  facts: CohortFacts,
): Answer<NewEventOf<typeof CohortRegistered>> {
  if (!facts.partnerKnown) return notFound;
  const subjectId = `cohort:${name}` as const;
  const registeredBy = actingPeople(facts);
  return ifTaken(names, subjectId) ?? accepted(CohortRegistered({ subjectId, partnerId, title, registeredBy }));
}

/** Decides a provisional id: under a name that nobody has. */
function registerSubject(
  { name, kind, state, title, because }: RegisterSubject,
  { names }: Readonly<Register>,
  facts: Circumstances,
): Answer<NewEventOf<typeof SubjectRegistered>> {
  const subjectId = `local:${name}` as const;
  const registeredBy = actingPeople(facts);
  const event = SubjectRegistered({ subjectId, kind, state, title, because, registeredBy });
  return ifTaken(names, subjectId) ?? accepted(event);
}

function ifTaken(names: ReadonlySet<string>, subjectId: string): NotNow | undefined {
  if (!names.has(subjectId)) return undefined;
  return notNow('NAME_TAKEN', `${subjectId} is registered already; choose another name.`, { subjectId });
}

/** What a caller is told: the id that claims may name. */
function subjectReply(events: readonly RecordedEvent[]): Reply {
  const { data } = present(events[0], 'the event of a registration') as CohortRegistered | SubjectRegistered;
  const { subjectId, ...registered } = data;
  return { status: 201, body: { id: subjectId, ...registered }, location: `/v1/subjects?subjectId=${subjectId}` };
}
