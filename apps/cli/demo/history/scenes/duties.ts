import { cents } from '#kernel/money/cents';
import { approved, verified } from '../acts';
import { deskAt } from '../calendar-of-a-year';
import { filed } from '../filing';
import type { Scene } from './scene';
import { day, district, sceneFiling, school } from './scene';

/** Whoever verified tries to approve: refused and recorded; a colleague does it the next day. */
export const sameHandTwice: Scene = {
  cast: ['friday-institute', 'tcnj'],
  play(stage) {
    const year = stage.lastYear;
    return ['friday-institute', 'tcnj'].flatMap((slug, n) => {
      const outcome = { outcomeType: 'course-launched', subjectId: school(slug, 4), courseCode: 'AI' };
      const month = n === 0 ? '09' : '10';
      const claim = sceneFiling(stage, slug, 'duties', outcome, day(year, `${month}-01`), day(year, `${month}-07`));
      return [
        ...filed(claim),
        verified(claim, deskAt(day(year, `${month}-13`), 10), 'program-2'),
        approved(claim, deskAt(day(year, `${month}-13`), 10, 4), 'program-2'),
        approved(claim, deskAt(day(year, `${month}-14`), 16), 'program-1', { attempt: 2 }),
      ];
    });
  },
};

/** Less than the least and more than the catalogue are refused; the third try is right. */
export const wrongAmounts: Scene = {
  cast: ['battelle-education'],
  play(stage) {
    const year = stage.lastYear;
    const outcome = { outcomeType: 'strategic-plan-completed', subjectId: district('battelle-education', 3) };
    const claim = sceneFiling(stage, 'battelle-education', 'amounts', outcome, day(year, '05-20'), day(year, '06-02'));
    const on = day(year, '06-11');
    return [
      ...filed(claim),
      verified(claim, deskAt(day(year, '06-09'), 10), 'program-1'),
      approved(claim, deskAt(on, 10), 'program-3', { approvedCents: cents(250_00), reason: 'A tenth of the plan.' }),
      approved(claim, deskAt(on, 11), 'program-3', { approvedCents: cents(3_500_00), attempt: 2 }),
      approved(claim, deskAt(on, 12), 'program-3', { approvedCents: cents(3_000_00), attempt: 3 }),
    ];
  },
};
