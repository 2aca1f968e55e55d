import type { PolicyDocument } from '#contexts/incentives/views/policies';
import type { PartnerDocument, Territory } from '#contexts/partners/views/partners';
import { coversZip, territoryOn } from '#contexts/partners/views/partners';
import { STATES } from '#kernel/subjects/states';
import { stateOfZip } from '#kernel/subjects/zip';
import type { PlainDate } from '#kernel/time/plain-date';
import { plainDate } from '#kernel/time/plain-date';
import type { Filter } from '../query/filters';
import { choiceFilter, dateFilter } from '../query/filters';
import type { Ask, Loaded } from '../table/table-read';
import { programDay } from '../moment/program';

/** Which place a list of partners or territories is asked about, and on which day; resolved by the tables themselves. */
export const stateFilter: Filter = {
  ...choiceFilter('state', [...STATES].sort(), 'Who covers this state or a part of it.'),
  where: () => [],
};

export const zipFilter: Filter = {
  name: 'zip',
  description: 'Who covers this ZIP code.',
  expected: 'a ZIP code of 5 digits that there is',
  schema: { type: 'string', pattern: '^\\d{5}$', examples: ['22030'] },
  passes: (text) => /^\d{5}$/.test(text) && stateOfZip(text) !== undefined,
  where: () => [],
};

export const onFilter: Filter = {
  ...dateFilter('on', 'territory', '='),
  description: 'The territory as it is on this day; that of today, in the program’s zone, when left out.',
  where: () => [],
};

/** Where, and on which day. */
export interface Place {
  readonly state: string | undefined;
  readonly zip: string | undefined;
  readonly on: PlainDate;
  readonly isNamed: boolean;
}

export function placeAsked({ filters, at }: Pick<Ask, 'filters' | 'at'>, policies: readonly PolicyDocument[]): Place {
  const [state, zip, on] = ['state', 'zip', 'on'].map((name) => filters.get(name));
  const isNamed = state !== undefined || zip !== undefined;
  return { state, zip, on: on === undefined ? programDay(policies, at) : plainDate(on), isNamed };
}

/** The areas of a partner's territory that lie in the place. */
export function areasAsked(partner: PartnerDocument, { state, zip, on }: Place): Territory['areas'] {
  const areas = territoryOn(partner, on)?.areas ?? [];
  return areas.filter(
    (area) => (state === undefined || area.state === state) && (zip === undefined || coversZip(area, zip)),
  );
}

/** For the ETag: a new day may bring another territory without an event. */
export const dayOf = ({ about }: Pick<Loaded<unknown>, 'about'>): string =>
  (about as { readonly on: string }).on.replaceAll('-', '');
