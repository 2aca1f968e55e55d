import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import { partnersProjection } from '#contexts/partners/projections/partners';
import { coversZip, partnerRow, partnersView, statesOn } from '#contexts/partners/views/partners';
import type { NewEvent } from '#kernel/decider/event';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { builtViews } from '#platform/runtime/project/built-view';
import { A, affiliated, ana, NOW, onboarded } from '../../../../test/support/network';
import { World } from '../../../../test/support/world';

const profile = {
  slug: 'a',
  name: 'A',
  states: ['AL', 'VA'],
  territory: 'All of it',
  timeZone: 'America/New_York',
  since: plainDate('2017-07-01'),
};
const document = (...events: readonly NewEvent[]) => {
  const world = new World([], NOW);
  world.record(`partner-${A}`, [onboarded(A, 'a'), ...events]);
  return world.documents(partnersProjection).get(A)!;
};
const spell = { partnerId: A, personId: ana, role: 'partner-staff', from: plainDate('2017-07-01') } as const;

describe('the partners view', () => {
  it('shows a partner as it joined', () => {
    const { states: _states, territory, ...rest } = profile;
    const areas = ['AL', 'VA'].map((state) => ({ state, zips: [] }));
    const territories = [{ effectiveFrom: profile.since, areas, territory }];
    const joined = {
      id: A,
      ...rest,
      territories,
      status: 'active',
      exitedOn: null,
      people: [],
      w9: null,
      payee: null,
      revision: 0,
    };
    expect(document()).toEqual(joined);
    expect(partnerRow(document(), plainDate('2026-08-04'))).toEqual({
      id: A,
      slug: 'a',
      name: 'A',
      states: ['AL', 'VA'],
      timeZone: 'America/New_York',
      status: 'active',
      since: '2017-07-01',
    });
  });

  it('follows its status', () => {
    const paused = PartnerPaused({ partnerId: A, reason: 'x', partner: profile });
    expect(document(paused)).toMatchObject({ status: 'paused', revision: 1 });
    expect(document(paused, PartnerReactivated({ partnerId: A, reason: 'x', partner: profile }))).toMatchObject({
      status: 'active',
    });
    const [exitedOn, leavesAt] = [plainDate('2026-01-31'), instant('2026-02-01T05:00:00.000Z')];
    const exited = PartnerExited({ partnerId: A, exitedOn, leavesAt, reason: 'x', partner: profile });
    expect(document(paused, exited)).toMatchObject({ status: 'exited', exitedOn: '2026-01-31', revision: 2 });
    const stays = PartnerReactivated({ partnerId: A, reason: 'x', partner: profile });
    expect(document(exited, stays)).toMatchObject({ status: 'active', exitedOn: null, revision: 2 });
  });

  it('covers what was defined last of what had begun by a day', () => {
    const [north, south] = [
      { effectiveFrom: plainDate('2026-07-01'), areas: [{ state: 'VA', zips: ['220', '221'] }], territory: 'North' },
      { effectiveFrom: plainDate('2027-01-01'), areas: [{ state: 'AL', zips: [] }], territory: 'South' },
    ];
    const moved = document(...[south, north].map((one) => TerritoryDefined({ partnerId: A, ...one })));
    const on = (day: string) => statesOn(moved, plainDate(day));
    expect([on('2017-06-30'), on('2026-06-30'), on('2026-07-01'), on('2027-01-01')]).toEqual([
      [],
      ['AL', 'VA'],
      ['VA'],
      ['AL'],
    ]);
    const [area] = north?.areas ?? [];
    const covers = ['22030', '22401', '35203'].map((zip) => area !== undefined && coversZip(area, zip));
    expect(covers).toEqual([true, false, false]);
  });

  it('names its people and until when', () => {
    const until = plainDate('2026-06-30');
    expect(document(affiliated(A, ana)).people).toEqual([
      { personId: ana, role: 'partner-staff', from: '2017-07-01', until: null },
    ]);
    expect(document(affiliated(A, ana), AffiliationEnded({ ...spell, until })).people).toEqual([
      { personId: ana, role: 'partner-staff', from: '2017-07-01', until },
    ]);
  });

  it('belongs to its projection', () => {
    expect(builtViews([partnersView], [partnersProjection])).toHaveLength(1);
  });
});
