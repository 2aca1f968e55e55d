import { CosignProposal } from '#contexts/grants/commands/cosign-proposal';
import { BudgetItem } from '#contexts/grants/commands/proposal-fields';
import { ReviseProposal } from '#contexts/grants/commands/revise-proposal';
import { SubmitGrantProposal } from '#contexts/grants/commands/submit-grant-proposal';
import { WithdrawProposal } from '#contexts/grants/commands/withdraw-proposal';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import { addDays, daysBetween } from '#kernel/time/plain-date';
import { champion, staff } from '../../people';
import { plusMs } from '../../simulation/moments';
import { partnerIdOf, proposalIdOf } from '../../simulation/names';
import type { Random } from '../../simulation/random';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import type { DemoPartner } from '../../sources/partners';
import { partnerTime } from '../calendar-of-a-year';
import type { Content } from './proposal';
import { contentFor } from './proposal';
import type { DemoRound } from './round';

const DAY_MS = 86_400_000;

/** A proposal as a partner hands it in, and how far it comes on its own. */
export interface Submitted {
  readonly name: string;
  readonly slug: string;
  readonly askedCents: Cents;
  readonly steps: readonly Step[];
  /** It is taken back, or nobody co-signs it: reviewers need not look. */
  readonly isOut: boolean;
}

const ASKED: readonly (readonly [cents: number, weight: number])[] = [
  [5_000_00, 5],
  [4_250_00, 2],
  [3_600_00, 2],
  [2_400_00, 2],
  [1_250_00, 1],
  [7_500_00, 1],
];

/** By its staff mostly, by its champion sometimes; with a slip, a second thought or a change of mind now and then. */
export function submission(random: Random, partner: DemoPartner, round: DemoRound): Submitted {
  const { slug, timeZone } = partner;
  const name = `proposal ${round.quarter}/${slug}`;
  const askedCents = cents(random.weighted(ASKED));
  const days = random.int(1, daysBetween(round.opensOn, round.closesOn) - 9);
  const at = partnerTime(random, round.opensOn, days, timeZone);
  const content = contentFor(random, partner, round, askedCents);
  const about = { name, slug, askedCents };
  const turn = random.next();
  if (turn < 0.2) return { ...about, ...byChampion(random, about, content, round, at) };
  const handedIn = hand(name, staff(slug, 1), content, slug, round, at);
  if (turn < 0.28) return { ...about, steps: [slip(name, slug, content, round, at), handedIn], isOut: false };
  if (turn < 0.4) return { ...about, steps: [handedIn, revised(name, slug, content, later(at, 3))], isOut: false };
  if (turn < 0.46) return { ...about, steps: [handedIn, withdrawn(name, slug, later(at, 4))], isOut: true };
  if (turn < 0.5) return { ...about, steps: [tooLate(random, partner, round, content, name)], isOut: true };
  return { ...about, steps: [handedIn], isOut: false };
}

/** Somebody of the partner's staff stands behind it; now and then nobody does. */
function byChampion(
  random: Random,
  { name, slug }: Pick<Submitted, 'name' | 'slug'>,
  content: Content,
  round: DemoRound,
  at: Instant,
): Pick<Submitted, 'steps' | 'isOut'> {
  const handedIn = hand(name, champion(slug), content, slug, round, at);
  if (random.chance(0.2)) return { steps: [handedIn], isOut: true };
  return { steps: [handedIn, cosigned(name, slug, later(at, 1))], isOut: false };
}

function hand(
  name: string,
  who: ReturnType<typeof staff>,
  content: Content,
  slug: string,
  { quarter }: DemoRound,
  at: Instant,
): Step {
  return { at, asks: [askOf(who, name, SubmitGrantProposal, { partnerId: partnerIdOf(slug), quarter, ...content })] };
}

/** A line that grants do not pay for: refused, and handed in again without it. */
function slip(name: string, slug: string, content: Content, round: DemoRound, at: Instant): Step {
  const line = { category: 'equipment', description: 'Six tablets', quantity: 6, unitCents: cents(299_00) };
  const budget = [...content.budget, Object.assign(new BudgetItem(), line)];
  return hand(`${name} with a slip`, staff(slug, 1), { ...content, budget }, slug, round, plusMs(at, -DAY_MS / 4));
}

function cosigned(name: string, slug: string, at: Instant): Step {
  const ask = askOf(staff(slug, 2), `co-sign ${name}`, CosignProposal, { proposalId: proposalIdOf(name) });
  return { at, asks: [ask], after: name };
}

/** The same in words, and cheaper: a tenth less in the first line. */
function revised(name: string, slug: string, content: Content, at: Instant): Step {
  const budget = content.budget.map((line, n) =>
    n === 0 ? Object.assign(new BudgetItem(), line, { unitCents: cents(Math.ceil(line.unitCents * 0.9)) }) : line,
  );
  const members = { proposalId: proposalIdOf(name), ...content, budget };
  return { at, asks: [askOf(staff(slug, 2), `revise ${name}`, ReviseProposal, members)], after: name };
}

function withdrawn(name: string, slug: string, at: Instant): Step {
  const ask = askOf(staff(slug, 1), `withdraw ${name}`, WithdrawProposal, { proposalId: proposalIdOf(name) });
  return { at, asks: [ask], after: name };
}

/** On the day after the close: refused. */
function tooLate(
  random: Random,
  { slug, timeZone }: DemoPartner,
  round: DemoRound,
  content: Content,
  name: string,
): Step {
  const at = partnerTime(random, addDays(round.closesOn, 2), 0, timeZone);
  return hand(name, staff(slug, 1), content, slug, round, at);
}

const later = (at: Instant, days: number): Instant => plusMs(at, days * DAY_MS);
