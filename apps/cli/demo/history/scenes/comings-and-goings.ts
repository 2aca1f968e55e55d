import { ExitPartner } from '#contexts/partners/commands/exit-partner';
import { PausePartner } from '#contexts/partners/commands/pause-partner';
import { ReactivatePartner } from '#contexts/partners/commands/reactivate-partner';
import { addDays } from '#kernel/time/plain-date';
import type { PlainDate } from '#kernel/time/plain-date';
import { program } from '../../people';
import { workday } from '../../simulation/moments';
import { partnerIdOf } from '../../simulation/names';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import { approved, verified } from '../acts';
import { deskAt } from '../calendar-of-a-year';
import type { Outcome } from '../filing';
import { filed } from '../filing';
import type { Scene } from './scene';
import { day, sceneFiling, school } from './scene';

/** When a partner's own ordinary claims end, for those that leave. */
export const EXITS = { 'florida-state-college': '09-30' } as const;

const launch = (slug: string, n: number): Outcome => ({
  outcomeType: 'course-launched',
  subjectId: school(slug, n),
  courseCode: 'CSF',
});

const pause = (slug: string, on: PlainDate, reason: string): Step => ({
  at: deskAt(on, 16),
  asks: [askOf(program('program-2'), `pause ${slug} ${on}`, PausePartner, { partnerId: partnerIdOf(slug), reason })],
});

const reactivate = (slug: string, on: PlainDate, reason: string): Step => {
  const members = { partnerId: partnerIdOf(slug), reason };
  return {
    at: deskAt(on, 9),
    asks: [askOf(program('program-2'), `reactivate ${slug} ${on}`, ReactivatePartner, members)],
  };
};

/** Paused for a while last year. */
export const pausedForAWhile: Scene = {
  cast: ['utah-stem-action-center'],
  play: ({ lastYear }) => [
    pause('utah-stem-action-center', day(lastYear, '03-03'), 'The agreement for the year is being renewed.'),
    reactivate('utah-stem-action-center', day(lastYear, '03-17'), 'The agreement is signed.'),
  ],
};

/** Paused now: what was verified before is approved and held, a new claim is refused. */
export const pausedNow: Scene = {
  cast: ['the-div'],
  play(stage) {
    const ago = (days: number): PlainDate => workday(addDays(stage.lastDay, -days));
    const before = sceneFiling(stage, 'the-div', 'before-pause', launch('the-div', 1), ago(52), ago(45));
    const during = sceneFiling(stage, 'the-div', 'during-pause', launch('the-div', 2), ago(40), ago(17));
    return [
      ...filed(before),
      verified(before, deskAt(ago(38), 10), 'program-1'),
      pause('the-div', ago(30), 'The annual report has not come in.'),
      approved(before, deskAt(ago(24), 10), 'program-3'),
      ...filed(during),
    ];
  },
};

/** Left the network: what it reached until then is claimable, what came later is not. */
export const left: Scene = {
  cast: ['florida-state-college'],
  play(stage) {
    const slug = 'florida-state-college';
    const year = stage.lastYear;
    const exitedOn = day(year, EXITS[slug]);
    const members = { partnerId: partnerIdOf(slug), exitedOn, reason: 'The college ends its part in the network.' };
    const before = sceneFiling(stage, slug, 'before-exit', launch(slug, 1), day(year, '09-15'), day(year, '10-21'));
    const after = sceneFiling(stage, slug, 'after-exit', launch(slug, 2), day(year, '10-06'), day(year, '10-22'));
    return [
      { at: deskAt(day(year, '09-23'), 15), asks: [askOf(program('program-3'), `exit ${slug}`, ExitPartner, members)] },
      ...filed(before),
      ...filed(after),
      verified(before, deskAt(day(year, '10-28'), 15), 'program-2'),
      approved(before, deskAt(day(year, '11-04'), 15), 'program-1'),
    ];
  },
};
