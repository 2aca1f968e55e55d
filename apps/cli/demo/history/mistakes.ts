import { addDays } from '#kernel/time/plain-date';
import { atLocal, dateIn, PROGRAM_ZONE, plusMs } from '../simulation/moments';
import type { Random } from '../simulation/random';
import type { Step } from '../simulation/step';
import type { Filing } from './filing';
import { filed } from './filing';
import { tinyPdf } from './tiny-pdf';

/** A slip that is noticed at once: the same claim with one thing wrong. Undefined where it cannot be made. */
type Slip = (filing: Filing) => Partial<Filing> | undefined;

const SLIPS: readonly Slip[] = [
  // EVIDENCE_MISSING
  () => ({ proofs: [] }),
  // BELOW_LOWEST_TIER
  ({ outcome }) => (outcome.units === undefined ? undefined : { outcome: { ...outcome, units: 4 } }),
  // CODE_UNKNOWN
  ({ outcome }) => (outcome.courseCode === undefined ? undefined : { outcome: { ...outcome, courseCode: 'APCSP' } }),
  // SUBJECT_KIND
  ({ outcome, slug }) => ({ outcome: { ...outcome, subjectId: otherKind(outcome.subjectId, slug) } }),
  // OUTCOME_UNKNOWN
  ({ outcome: { subjectId } }) => ({ outcome: { outcomeType: 'workshop-held', subjectId } }),
  // OUTCOME_IN_FUTURE
  ({ at }) => ({ outcomeDate: addDays(dateIn(at, PROGRAM_ZONE), 9) }),
  // EVIDENCE_UNKNOWN
  ({ proofs, name }) => ({ proofs: [...proofs, { kind: 'photo', bytes: tinyPdf(['Photo', name]) }] }),
  // UNITS_UNEXPECTED
  ({ outcome }) => (outcome.units === undefined ? { outcome: { ...outcome, units: 12 } } : undefined),
];
const NOTICED_MS = 11 * 60_000;

/** A refused try, and the claim as it should have been some minutes later. */
export function withSlip(random: Random, filing: Filing): { readonly steps: readonly Step[]; readonly filing: Filing } {
  const slips = SLIPS.map((slip) => slip(filing)).filter((slip) => slip !== undefined);
  const wrong = { ...filing, ...random.pick(slips), name: `${filing.name} with a slip` };
  const mended = { ...filing, at: plusMs(filing.at, NOTICED_MS), isProvenBefore: wrong.proofs.length > 0 };
  return { steps: [...filed(wrong), ...filed(mended)], filing: mended };
}

/** A cohort is a cohort's, a school a school's; here they are not. */
const otherKind = (subjectId: Filing['outcome']['subjectId'], slug: string): Filing['outcome']['subjectId'] =>
  subjectId.startsWith('cohort:') ? 'local:not-a-cohort' : `cohort:${slug}-mixed-up`;

/** A colleague files the same outcome, some days later. */
export function filedTwice(random: Random, filing: Filing): readonly Step[] {
  const again = plusMs(filing.at, random.int(1, 12) * 24 * 3_600_000 + random.int(1, 3_600) * 1_000);
  const staff = filing.staff === 1 ? 2 : 1;
  return filed({ ...filing, name: `${filing.name} twice`, staff, at: again, isProvenBefore: true });
}

const WINDOW_DAYS = 90;
const LATE = 23 * 3_600 + 41 * 60;

/** The last evening of the claim window, and the first minutes after it. */
export function onLastEvening(random: Random, filing: Filing): Filing {
  const lastDay = addDays(filing.outcomeDate, WINDOW_DAYS);
  const note = 'The signed copy came today.';
  return { ...filing, note, at: atLocal(lastDay, LATE + random.int(0, 1_100), PROGRAM_ZONE) };
}

export function justTooLate(random: Random, filing: Filing): Filing {
  const dayAfter = addDays(filing.outcomeDate, WINDOW_DAYS + 1);
  return { ...filing, at: atLocal(dayAfter, random.int(100, 3_000), PROGRAM_ZONE) };
}
