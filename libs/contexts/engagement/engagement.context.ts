import { districtStreams } from '#contexts/engagement/decide/district-streams';
import { registeredSubjects } from '#contexts/engagement/facts/registered-subjects';
import { districtsProjection } from '#contexts/engagement/projections/districts';
import { districtsView } from '#contexts/engagement/views/districts';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** How districts stand to the network, from their sign-up on. */
export const engagementContext: Context = {
  name: 'engagement',
  deciders: [districtStreams],
  folds: [registeredSubjects],
  views: builtViews([districtsView], [districtsProjection]),
  reactions: [],
};
