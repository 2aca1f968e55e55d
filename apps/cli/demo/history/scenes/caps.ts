import type { PlainDate } from '#kernel/time/plain-date';
import type { Step } from '../../simulation/step';
import { approved, denied, verified } from '../acts';
import { deskAt } from '../calendar-of-a-year';
import type { Filing, Outcome } from '../filing';
import { filed } from '../filing';
import type { Scene, Stage } from './scene';
import { day, district, sceneFiling, school } from './scene';

const onboarded = (slug: string, n: number): Outcome => ({
  outcomeType: 'district-onboarded',
  subjectId: district(slug, n),
});
const cohort = (slug: string, name: string): Outcome => ({
  outcomeType: 'coach-cohort-managed',
  subjectId: `cohort:${slug}-${name}`,
});
const course = (slug: string, courseCode: string): Outcome => ({
  outcomeType: 'course-launched',
  subjectId: school(slug, 0),
  courseCode,
});
const plan = (slug: string, n: number): Outcome => ({
  outcomeType: 'strategic-plan-completed',
  subjectId: district(slug, n),
});

/** Filed, verified by one and approved by another on that day. */
function paid(filing: Filing, on: PlainDate): readonly Step[] {
  return [
    ...filed(filing),
    verified(filing, deskAt(on, 13), 'program-1'),
    approved(filing, deskAt(on, 15), 'program-2'),
  ];
}

/** examples.md E1, to the cent: truncated, refused, and what a denial sets free. Ends exactly at the cap. */
export const truncation: Scene = {
  cast: ['codeva'],
  wholeYearOf: ['codeva'],
  play(stage) {
    const year = stage.lastYear;
    const file = filer(stage, 'codeva');
    const districts = ['02-03', '02-24', '03-17', '04-07'].map((on, n) => {
      const filing = file(`district-${n + 1}`, onboarded('codeva', n), on);
      return paid(filing, day(year, on));
    });
    const planOne = file('plan-1', plan('codeva', 0), '05-05');
    const cohortOne = file('cohort', cohort('codeva', `${year}-spring`), '05-06');
    const courseOne = file('course-1', course('codeva', 'CSP'), '05-07');
    const courseTwo = file('course-2', course('codeva', 'CSP'), '05-19');
    const planTwo = file('plan-2', plan('codeva', 1), '05-20');
    return [
      ...districts.flat(),
      ...filed(planOne),
      ...filed(cohortOne),
      ...filed(courseOne),
      denied(planOne, deskAt(day(year, '05-13'), 10), 'program-3', 'The plan was presented, not yet adopted.'),
      verified(cohortOne, deskAt(day(year, '05-14'), 10), 'program-1'),
      approved(cohortOne, deskAt(day(year, '05-15'), 10), 'program-2'),
      ...paid(courseTwo, day(year, '05-19')),
      ...paid(planTwo, day(year, '05-20')),
    ];
  },
};

/** 4 × $5,000 and 2 × $2,500: the cap to the last cent, and one claim that finds nothing left. */
export const exactlyAtCap: Scene = {
  cast: ['explora'],
  wholeYearOf: ['explora'],
  play(stage) {
    const year = stage.lastYear;
    const file = filer(stage, 'explora');
    const districts = ['01-21', '03-11', '06-10', '09-16'].map((on, n) => {
      const filing = file(`district-${n + 1}`, onboarded('explora', n), on);
      return paid(filing, day(year, on));
    });
    const cohorts = ['06-17', '11-18'].map((on, n) => {
      const filing = file(`cohort-${n + 1}`, cohort('explora', `${year}-${n + 1}`), on);
      return paid(filing, day(year, on));
    });
    return [...districts.flat(), ...cohorts.flat(), ...filed(file('course', course('explora', 'CSD'), '12-09'))];
  },
};

/** Files claims of one partner, each on the day of its outcome. */
function filer(stage: Stage, slug: string): (name: string, outcome: Outcome, monthAndDay: string) => Filing {
  return (name, outcome, monthAndDay) => {
    const date = day(stage.lastYear, monthAndDay);
    return sceneFiling(stage, slug, name, outcome, date, date);
  };
}
