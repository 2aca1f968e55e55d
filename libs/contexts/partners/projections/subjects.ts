import { CohortRegistered } from '#contexts/partners/events/cohort-registered';
import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import type { SubjectDocument } from '#contexts/partners/views/subjects';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

/** A document for each registered subject. */
export const subjectsProjection: Projection<SubjectDocument> = {
  view: { name: 'subjects', version: 1 },
  types: [CohortRegistered, SubjectRegistered],
  keys: (event) => [(event as CohortRegistered | SubjectRegistered).data.subjectId],
  fold(_document, recorded) {
    const event = recorded as CohortRegistered | SubjectRegistered;
    const { subjectId, title } = event.data;
    const common = { subjectId, title, registeredAt: receivedAt(event) };
    if (event.type === 'CohortRegistered') {
      return { ...common, kind: 'cohort', partnerId: event.data.partnerId, state: null, because: null };
    }
    const { kind, state, because } = event.data;
    return { ...common, kind, partnerId: null, state, because };
  },
};
