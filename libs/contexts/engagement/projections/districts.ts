import { DistrictSignedUp } from '#contexts/engagement/events/district-signed-up';
import type { DistrictDocument } from '#contexts/engagement/views/districts';
import type { Projection } from '#kernel/decider/projection';
import { parseSubjectId } from '#kernel/subjects/subject-id';

/** A document for each district. */
export const districtsProjection: Projection<DistrictDocument> = {
  view: { name: 'districts', version: 1 },
  types: [DistrictSignedUp],
  keys: (event) => [(event as DistrictSignedUp).data.districtId],
  fold(_document, event) {
    const { districtId, signedOn, tier } = (event as DistrictSignedUp).data;
    return { id: districtId, state: parseSubjectId(districtId)?.state ?? null, signedOn, tier };
  },
};
