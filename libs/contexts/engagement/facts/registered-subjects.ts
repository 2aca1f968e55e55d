import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import type { FactFold } from '#kernel/decider/decider';

/** The stream in which program staff registers provisional ids. */
export const SUBJECT_REGISTER = 'subjects-1';

/** The provisional ids that are registered. */
export const registeredSubjects: FactFold<Set<string>> = {
  name: 'engagement/registered-subjects',
  prefix: 'subjects-',
  types: [SubjectRegistered],
  initial: () => new Set(),
  evolve: (subjects, recorded) => subjects.add((recorded as SubjectRegistered).data.subjectId),
};
