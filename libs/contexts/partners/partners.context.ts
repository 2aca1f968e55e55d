import { partnerStreams } from '#contexts/partners/decide/partner-streams';
import { registeredPerson } from '#contexts/partners/facts/registered-person';
import { partnersProjection } from '#contexts/partners/projections/partners';
import { payeeHold } from '#contexts/partners/reactions/payee-hold';
import { partnersView } from '#contexts/partners/views/partners';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** Who may claim, since when, and who works for whom. */
export const partnersContext: Context = {
  name: 'partners',
  deciders: [partnerStreams],
  folds: [registeredPerson],
  views: builtViews([partnersView], [partnersProjection]),
  reactions: [],
  deadlines: [payeeHold],
};
