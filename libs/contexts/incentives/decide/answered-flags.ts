import type { ClaimFlag, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { NotNow } from '#kernel/decider/answer';
import { notNow } from '#kernel/decider/answer';

/** What somebody who looked at a flag says about it. */
export interface FlagAnswer {
  readonly flag: ClaimFlag;
  readonly reason: string;
}

/**
 * An answer when a flag is answered that is not there, or one across partners is not, now or by a verification that
 * stands (domain.md section 3).
 */
export function unlessAnswered(
  { flags }: ClaimStanding,
  answered: readonly FlagAnswer[],
  isVerified = false,
): NotNow | undefined {
  const strange = answered.find(({ flag }) => !flags.includes(flag));
  if (strange !== undefined)
    return notNow('FLAG_UNKNOWN', `The claim does not carry the flag ${strange.flag}.`, { flag: strange.flag });
  const open = flags.find(
    (flag) => flag === 'EVIDENCE_REUSED_ACROSS_PARTNERS' && !answered.some((one) => one.flag === flag),
  );
  if (open === undefined || isVerified) return undefined;
  const detail = `${open} must be answered with a reason before the claim can be verified or approved upon appeal.`;
  return notNow('FLAG_UNANSWERED', detail, { flag: open });
}

/** The answers as events keep them: the words alone. */
export const answersOf = (answered: readonly FlagAnswer[]): readonly FlagAnswer[] =>
  answered.map(({ flag, reason }) => ({ flag, reason }));
