import { AnsweredFlag } from '#contexts/incentives/commands/verify-claim';
import { addDays } from '#kernel/time/plain-date';
import { workday } from '../../simulation/moments';
import type { Step } from '../../simulation/step';
import { approved, denied, verified, withdrawn } from '../acts';
import { deskAt } from '../calendar-of-a-year';
import type { Outcome } from '../filing';
import { filed } from '../filing';
import type { Scene } from './scene';
import { day, district, sceneFiling, school } from './scene';

/** Two partners claim one district; the second is turned down, and the first goes on to be paid. */
export const secondIsDenied: Scene = {
  cast: ['ut-austin-stem', 'ut-dallas'],
  play(stage) {
    const year = stage.lastYear;
    const outcome = { outcomeType: 'district-onboarded', subjectId: district('ut-austin-stem', 0) };
    const date = day(year, '03-04');
    const first = sceneFiling(stage, 'ut-austin-stem', 'contest', outcome, date, day(year, '03-10'));
    const second = sceneFiling(stage, 'ut-dallas', 'contest', outcome, date, day(year, '03-12'));
    const reason = 'The agreement on file was signed with another partner.';
    return [
      ...filed(first),
      ...filed(second),
      denied(second, deskAt(day(year, '03-19'), 11), 'program-2', reason),
      verified(first, deskAt(day(year, '03-20'), 11), 'program-1'),
      approved(first, deskAt(day(year, '03-25'), 11), 'program-3'),
    ];
  },
};

/** The second notices and takes its claim back. */
export const secondWithdraws: Scene = {
  cast: ['code-interactive', 'wny-stem'],
  play(stage) {
    const year = stage.lastYear;
    const outcome = { outcomeType: 'cs-staff-appointed', subjectId: district('code-interactive', 1) };
    const date = day(year, '09-02');
    const first = sceneFiling(stage, 'code-interactive', 'contest', outcome, date, day(year, '09-08'));
    const second = sceneFiling(stage, 'wny-stem', 'contest', outcome, date, day(year, '09-09'));
    return [
      ...filed(first),
      ...filed(second),
      withdrawn(second, deskAt(day(year, '09-11'), 9)),
      verified(first, deskAt(day(year, '09-15'), 10), 'program-3'),
      approved(first, deskAt(day(year, '09-18'), 10), 'program-1'),
    ];
  },
};

/** A partner claims what another has been paid for. */
export const paidAlready: Scene = {
  cast: ['lumity', 'depaul-university'],
  play(stage) {
    const year = stage.lastYear;
    const outcome = { outcomeType: 'course-launched', subjectId: school('lumity', 2), courseCode: 'CSA' };
    const date = day(year, '08-25');
    const first = sceneFiling(stage, 'lumity', 'contest', outcome, date, day(year, '08-27'));
    const second = sceneFiling(stage, 'depaul-university', 'contest', outcome, date, day(year, '10-06'));
    return [
      ...filed(first),
      verified(first, deskAt(day(year, '09-03'), 14), 'program-2'),
      approved(first, deskAt(day(year, '09-09'), 14), 'program-1'),
      ...filed(second),
      denied(second, deskAt(day(year, '10-16'), 14), 'program-3', 'This launch has been decided on already.'),
    ];
  },
};

/** Nobody has decided this one yet: the second claim reserves nothing, and the first cannot be approved. */
export const undecided: Scene = {
  cast: ['allegheny-iu', 'delaware-county-iu'],
  play(stage) {
    const outcome: Outcome = { outcomeType: 'district-onboarded', subjectId: district('allegheny-iu', 2) };
    const date = addDays(stage.lastDay, -20);
    // Weekends only move a day forward, so the order of the two holds.
    const filedOn = workday(addDays(stage.lastDay, -8));
    const contestedOn = workday(addDays(stage.lastDay, -5));
    const first = sceneFiling(stage, 'allegheny-iu', 'open-contest', outcome, date, filedOn);
    const second = sceneFiling(stage, 'delaware-county-iu', 'open-contest', outcome, date, contestedOn, 11);
    return [...filed(first), ...filed(second)] satisfies readonly Step[];
  },
};

/** One file on claims of two partners: flagged, and answered by whoever verifies. */
export const sharedFile: Scene = {
  cast: ['science-city', 'washington-university-isp'],
  play(stage) {
    const year = stage.lastYear;
    const outcome = (slug: string): Outcome => ({
      outcomeType: 'cs-policy-adopted',
      subjectId: district(slug, 0),
      policyCode: 'district-cs-plan',
    });
    const date = day(year, '04-15');
    const first = sceneFiling(stage, 'science-city', 'minutes', outcome('science-city'), date, day(year, '04-22'));
    const own = outcome('washington-university-isp');
    const second = {
      ...sceneFiling(stage, 'washington-university-isp', 'minutes', own, date, day(year, '04-24')),
      proofs: first.proofs,
    };
    const reason = 'One joint meeting of both boards: the minutes record both votes.';
    const flag = 'EVIDENCE_REUSED_ACROSS_PARTNERS' as const;
    const flagsAnswered = [Object.assign(new AnsweredFlag(), { flag, reason })];
    return [
      ...filed(first),
      ...filed(second),
      verified(first, deskAt(day(year, '04-29'), 9), 'program-1'),
      verified(second, deskAt(day(year, '04-29'), 10), 'program-1', { flagsAnswered }),
      approved(first, deskAt(day(year, '05-01'), 9), 'program-2'),
      approved(second, deskAt(day(year, '05-01'), 10), 'program-2'),
    ];
  },
};
