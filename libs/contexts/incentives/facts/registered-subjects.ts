import { CohortRegistered } from '#contexts/partners/events/cohort-registered';
import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import type { FactFold } from '#kernel/decider/decider';

/** The cohorts and provisional ids that program staff has registered, with the state of those that have one. */
export interface RegisteredSubjects {
  readonly states: Map<string, string | null>;
}

export const SUBJECT_REGISTER = 'subjects-1';

export const registeredSubjects: FactFold<RegisteredSubjects> = {
  name: 'incentives/registered-subjects',
  prefix: 'subjects-',
  types: [CohortRegistered, SubjectRegistered],
  initial: () => ({ states: new Map() }),
  evolve(subjects, recorded) {
    const event = recorded as CohortRegistered | SubjectRegistered;
    subjects.states.set(event.data.subjectId, event.type === 'SubjectRegistered' ? event.data.state : null);
    return subjects;
  },
};

/** Whether an id is one that program staff has to register: no national list names it. */
export const needsRegistering = (subjectId: string): boolean => /^(cohort|local):/.test(subjectId);
