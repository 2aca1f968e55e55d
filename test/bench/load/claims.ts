import type { Claimant } from './small-world';
import { claimants } from './small-world';

/** Two days ago: no zone calls it the future, and its window is open. */
const outcomeDate = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

/** The body of a claim that nothing speaks against; every number is another school, and so another outcome. */
export function claimBody(n: number, { partnerId, file }: Claimant, evidence = file): object {
  return {
    partnerId,
    outcomeType: 'course-launched',
    subjectId: `school:01${String(n).padStart(10, '0')}`,
    outcomeDate,
    courseCode: 'CSP',
    evidence: [{ kind: 'master-schedule', sha256: evidence }],
  };
}

export const claimantOf = (n: number): Claimant => claimants[n % claimants.length] as Claimant;
