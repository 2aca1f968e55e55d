import { present } from '#kernel/assert/assert';
import type { PlainDate } from '#kernel/time/plain-date';
import { plainDate } from '#kernel/time/plain-date';
import type { Step } from '../../simulation/step';
import type { DemoPartner } from '../../sources/partners';
import { DEMO_PARTNERS } from '../../sources/partners';
import type { Filing, Outcome } from '../filing';
import { filingOf } from '../filing';
import { deskAt } from '../calendar-of-a-year';
import type { Taken } from '../outcomes';
import { districtsFor, schoolsFor } from '../territory';

/** What a scene plays in. */
export interface Stage {
  /** The program year before the current one: whatever it holds has come to its end. */
  readonly lastYear: number;
  /** The last day that is told. */
  readonly lastDay: PlainDate;
  readonly taken: Taken;
}

/** Something particular that the demo is to show, with the partners that it needs. */
export interface Scene {
  readonly cast: readonly string[];
  /** Partners whose last year is this scene and nothing else, for it is counted to the cent. */
  readonly wholeYearOf?: readonly string[];
  play(stage: Stage): readonly Step[];
}

export function partnerOf(slug: string): DemoPartner {
  return present(
    DEMO_PARTNERS.find((partner) => partner.slug === slug),
    `the partner ${slug}`,
  );
}

export const district = (slug: string, n: number): Outcome['subjectId'] =>
  present(districtsFor(partnerOf(slug))[n], `district ${n} of ${slug}`);
export const school = (slug: string, n: number): Outcome['subjectId'] =>
  present(schoolsFor(partnerOf(slug))[n], `school ${n} of ${slug}`);

export const day = (year: number, monthAndDay: string): PlainDate => plainDate(`${year}-${monthAndDay}`);

/** A claim in a scene, filed at a fixed hour; the outcome is kept free of everybody else's ordinary claims. */
export function sceneFiling(
  { taken }: Stage,
  slug: string,
  name: string,
  outcome: Outcome,
  outcomeDate: PlainDate,
  filedOn: PlainDate,
  hour = 10,
): Filing {
  taken.take(outcome, outcomeDate);
  return filingOf(
    `claim ${outcomeDate.slice(0, 4)}/${slug}/${name}`,
    slug,
    outcome,
    outcomeDate,
    deskAt(filedOn, hour),
  );
}
