import { RequestInformation } from '#contexts/incentives/commands/request-information';
import { ResubmitClaim } from '#contexts/incentives/commands/resubmit-claim';
import { addDays } from '#kernel/time/plain-date';
import type { PlainDate } from '#kernel/time/plain-date';
import { program, staff } from '../../people';
import { workday } from '../../simulation/moments';
import { claimIdOf } from '../../simulation/names';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import { approved, verified } from '../acts';
import { deskAt } from '../calendar-of-a-year';
import type { Filing } from '../filing';
import { filed } from '../filing';
import type { Scene } from './scene';
import { day, sceneFiling, school } from './scene';

const launch = (slug: string, n: number) => ({
  outcomeType: 'course-launched',
  subjectId: school(slug, n),
  courseCode: 'AI',
});

const asked = ({ name }: Filing, on: PlainDate, question: string): Step => ({
  at: deskAt(on, 11),
  asks: [askOf(program('program-2'), `ask ${name}`, RequestInformation, { claimId: claimIdOf(name), question })],
  after: name,
});

const answered = ({ name, slug, staff: n }: Filing, on: PlainDate, answer: string): Step => ({
  at: deskAt(on, 14),
  asks: [askOf(staff(slug, n), `answer ${name}`, ResubmitClaim, { claimId: claimIdOf(name), answer })],
  after: name,
});

/** One question is answered and the claim paid, another is never answered: after 30 days the system turns the claim down. */
export const questionsOfLastYear: Scene = {
  cast: ['explora', 'nextech'],
  play(stage) {
    const on = (monthAndDay: string): PlainDate => day(stage.lastYear, monthAndDay);
    const told = sceneFiling(stage, 'explora', 'question', launch('explora', 5), on('03-02'), on('03-06'));
    const silent = sceneFiling(stage, 'nextech', 'question', launch('nextech', 5), on('03-02'), on('03-09'));
    return [
      ...filed(told),
      asked(told, on('03-12'), 'Which teacher holds the course?'),
      answered(told, on('03-20'), 'The one whom page 2 of the schedule names.'),
      verified(told, deskAt(on('03-25'), 10), 'program-1'),
      approved(told, deskAt(on('03-30'), 10), 'program-3'),
      ...filed(silent),
      asked(silent, on('03-16'), 'The schedule shows no such course. Is there another?'),
    ];
  },
};

/** A question that waits for its answer now. */
export const openQuestion: Scene = {
  cast: ['friday-institute'],
  play(stage) {
    const ago = (days: number): PlainDate => workday(addDays(stage.lastDay, -days));
    const filing = sceneFiling(
      stage,
      'friday-institute',
      'open-question',
      launch('friday-institute', 7),
      ago(30),
      ago(20),
    );
    return [...filed(filing), asked(filing, ago(9), 'The schedule is of another school. Can you send the right one?')];
  },
};
