import { Anticipated, BudgetItem } from '#contexts/grants/commands/proposal-fields';
import type { SubmitGrantProposal } from '#contexts/grants/commands/submit-grant-proposal';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';
import type { Random } from '../../simulation/random';
import type { DemoPartner } from '../../sources/partners';
import type { DemoRound } from './round';
import { GOAL_IDS } from './round';

/** What a partner asks for in a round. */
export type Content = Omit<SubmitGrantProposal, 'partnerId' | 'quarter'>;

interface Idea {
  readonly useCase: Content['useCase'];
  readonly title: string;
  readonly targetAudience: string;
  readonly objectives: string;
  readonly lines: readonly (readonly [category: string, description: string, share: number])[];
}

const IDEAS: readonly Idea[] = [
  {
    ...{ useCase: 'conference', title: 'A session at the state’s superintendents’ conference' },
    targetAudience: 'Superintendents and curriculum directors',
    objectives: 'Present two districts that teach it in every school, and book visits.',
    lines: [
      ['registration', 'Two presenters', 20],
      ['travel', 'Two nights, two people', 50],
      ['printing', 'Handouts', 30],
    ],
  },
  {
    ...{ useCase: 'booth-and-materials', title: 'A booth with materials at the principals’ association' },
    targetAudience: 'Principals of elementary and middle schools',
    objectives: 'Show the courses on six tablets and gather addresses of interested schools.',
    lines: [
      ['booth', 'Ten by ten feet, two days', 60],
      ['giveaways', 'Course posters', 15],
      ['signage', 'Banner', 25],
    ],
  },
  {
    ...{ useCase: 'success-story-or-media', title: 'Three short films of classrooms that began last year' },
    targetAudience: 'School boards and parents',
    objectives: 'One film a month, shown at board meetings of at least twelve districts.',
    lines: [
      ['media-production', 'Three days of filming and the cut', 80],
      ['advertising', 'Local placements', 20],
    ],
  },
  {
    ...{ useCase: 'event-sponsorship', title: 'Sponsoring the counselors’ fall meeting' },
    targetAudience: 'School counselors',
    objectives: 'Have every counselor know which courses lead where.',
    lines: [
      ['sponsorship', 'Breakfast session', 70],
      ['speaker-fee', 'A graduate of the program', 30],
    ],
  },
  {
    ...{ useCase: 'cs-ed-week-or-showcase', title: 'A showcase of students’ work' },
    targetAudience: 'Families, teachers and district leaders',
    objectives: 'Two hundred families see what their children have made.',
    lines: [
      ['venue', 'The hall for an evening', 50],
      ['refreshments', 'For two hundred', 30],
      ['signage', 'Boards and labels', 20],
    ],
  },
];

/** An idea with a budget of so much, a few weeks after the round closes. */
export function contentFor(random: Random, partner: DemoPartner, round: DemoRound, askedCents: Cents): Content {
  const { lines, ...words } = random.pick(IDEAS);
  const startsOn = addDays(round.closesOn, random.int(20, 60));
  return {
    ...words,
    goalIds: [random.pick(GOAL_IDS)],
    anticipatedOutcomes: anticipated(random),
    statesReached: [...partner.states],
    ...{ startsOn, endsOn: endOf(random, startsOn) },
    budget: budget(lines, askedCents),
  };
}

const endOf = (random: Random, startsOn: PlainDate): PlainDate => addDays(startsOn, random.int(0, 4));

function anticipated(random: Random): Anticipated[] {
  const people = { metric: 'people-reached' as const, target: 10 * random.int(4, 60) };
  const districts = { metric: 'districts-engaged' as const, target: random.int(2, 25) };
  return [people, ...(random.chance(0.6) ? [districts] : [])].map((one) => Object.assign(new Anticipated(), one));
}

/** The lines by their shares; the first takes what does not divide. */
function budget(lines: Idea['lines'], askedCents: Cents): BudgetItem[] {
  const parts = lines.map(([, , share]) => Math.floor((askedCents * share) / 100));
  const rest = askedCents - parts.reduce((sum, part) => sum + part, 0);
  return lines.map(([category, description], n) => {
    const unitCents = cents((parts[n] ?? 0) + (n === 0 ? rest : 0));
    return Object.assign(new BudgetItem(), { category, description, quantity: 1, unitCents });
  });
}
