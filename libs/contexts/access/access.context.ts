import { personStreams } from '#contexts/access/decide/person-streams';
import { peopleProjection } from '#contexts/access/projections/people';
import { peopleView } from '#contexts/access/views/people';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** People and the roles of the network's own staff. */
export const accessContext: Context = {
  name: 'access',
  deciders: [personStreams],
  folds: [],
  views: builtViews([peopleView], [peopleProjection]),
  reactions: [],
};
