import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays, plainDate } from '#kernel/time/plain-date';
import { grantsYears } from './history/grants/grants-years';
import { payoutsOf } from './history/payouts';
import { registrations } from './history/registrations';
import { Taken } from './history/outcomes';
import { ordinaryYear } from './history/ordinary-year';
import { EXITS } from './history/scenes/comings-and-goings';
import type { Scene } from './history/scenes/scene';
import { SCENES } from './history/scenes/scenes';
import { atLocal, plusMs, PROGRAM_ZONE } from './simulation/moments';
import type { Step } from './simulation/step';
import type { DemoPartner } from './sources/partners';

/** Two steps lie at least so far apart: what follows from one has happened before the next. */
const APART_MS = 1_000;

export const lastYearOf = (now: PlainDate): number => Number(now.slice(0, 4)) - 1;

/**
 * What the partners did last program year and in this one, up to the midnight with which `now` begins where the program is:
 * nothing of it lies in the future of whoever looks at it that day.
 */
export function historySteps(partners: readonly DemoPartner[], now: PlainDate): readonly Step[] {
  const lastYear = lastYearOf(now);
  const scenes = SCENES.filter(({ cast }) => cast.every((slug) => partners.some((partner) => partner.slug === slug)));
  const taken = new Taken();
  // Scenes first: what they are about is then nobody's ordinary claim.
  const special = scenes.flatMap((scene) => scene.play({ lastYear, lastDay: addDays(now, -1), taken }));
  const ordinary = [lastYear, lastYear + 1].flatMap((year) =>
    partners
      .filter((partner) => hasOrdinary(partner, year, lastYear, scenes))
      .flatMap((partner) =>
        ordinaryYear(partner, { year, taken, isModest: isCast(partner, scenes), ...until(partner, lastYear) }),
      ),
  );
  const grants = grantsYears(partners, [lastYear, lastYear + 1]);
  const told = [...special, ...ordinary];
  const payouts = payoutsOf([lastYear, lastYear + 1]);
  return inOrder([...registrations(told), ...told, ...grants, ...payouts], atLocal(now, 0, PROGRAM_ZONE));
}

/** A day in the December before, on which the network is founded in a story of two years. */
export const foundingOf = (now: PlainDate): PlainDate => plainDate(`${lastYearOf(now) - 1}-12-02`);

function hasOrdinary({ slug }: DemoPartner, year: number, lastYear: number, scenes: readonly Scene[]): boolean {
  if (year > lastYear) return !Object.hasOwn(EXITS, slug);
  return !scenes.some(({ wholeYearOf = [] }) => wholeYearOf.includes(slug));
}

const isCast = ({ slug }: DemoPartner, scenes: readonly Scene[]): boolean =>
  scenes.some(({ cast }) => cast.includes(slug));

function until({ slug }: DemoPartner, lastYear: number): { readonly until?: PlainDate } {
  const exit = Object.entries(EXITS).find(([who]) => who === slug)?.[1];
  return exit === undefined ? {} : { until: plainDate(`${lastYear}-${exit}`) };
}

/** By time, each at least a second after the one before, and none that lies beyond the end. */
function inOrder(steps: readonly Step[], end: Instant): readonly Step[] {
  // A stable sort: what a scene does at one moment stays in the scene's order.
  const sorted = steps.filter(({ at }) => at < end).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  let earliest = sorted[0]?.at ?? end;
  return sorted.map((step) => {
    const at = step.at < earliest ? earliest : step.at;
    earliest = plusMs(at, APART_MS);
    return { ...step, at };
  });
}
