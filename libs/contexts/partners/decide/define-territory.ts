import type { DefineTerritory, TerritoryArea } from '#contexts/partners/commands/define-territory';
import type { PartnerState } from '#contexts/partners/decide/state';
import type { Area } from '#contexts/partners/events/territory-defined';
import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import { stateOfZip } from '#kernel/subjects/zip';

/**
 * Decides what a partner covers from a day on: not before it joined, each state once, each ZIP code in its state. It may be
 * defined ahead or late; an exited partner's too, for its outcomes of before are still judged by it.
 */
export function defineTerritory(
  { partnerId, effectiveFrom, areas, territory }: DefineTerritory,
  { partner }: Readonly<PartnerState>,
): Answer<NewEventOf<typeof TerritoryDefined>> {
  if (partner === null) return notFound;
  const { since } = partner.profile;
  if (effectiveFrom < since) {
    const detail = `The partner joined on ${since}; it covered nothing on ${effectiveFrom}.`;
    return notNow('TERRITORY_BEFORE_START', detail, { effectiveFrom, since });
  }
  return (
    unlessClear(areas) ?? accepted(TerritoryDefined({ partnerId, effectiveFrom, areas: inOrder(areas), territory }))
  );
}

function unlessClear(areas: readonly TerritoryArea[]): NotNow | undefined {
  const states = areas.map(({ state }) => state);
  const twice = states.find((state, index) => states.indexOf(state) !== index);
  if (twice !== undefined) return notNow('STATE_TWICE', `${twice} stands there twice; say it once.`, { state: twice });
  for (const { state, zips = [] } of areas) {
    const strange = zips.find((zip) => stateOfZip(zip) !== state);
    if (strange === undefined) continue;
    const lies = stateOfZip(strange);
    const detail = `${strange} does not lie in ${state}${lies === undefined ? '' : `: it lies in ${lies}`}.`;
    return notNow('ZIP_OUTSIDE_STATE', detail, { zip: strange, state, liesIn: lies ?? null });
  }
  return undefined;
}

const inOrder = (areas: readonly TerritoryArea[]): readonly Area[] =>
  areas.map(({ state, zips = [] }) => ({ state, zips: [...zips].sort() })).sort((a, b) => (a.state < b.state ? -1 : 1));
