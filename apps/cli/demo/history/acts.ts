import { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { DenyClaim } from '#contexts/incentives/commands/deny-claim';
import type { AnsweredFlag } from '#contexts/incentives/commands/verify-claim';
import { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { WithdrawClaim } from '#contexts/incentives/commands/withdraw-claim';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { ProgramHandle } from '../people';
import { program, staff } from '../people';
import { claimIdOf } from '../simulation/names';
import type { Ask, Step } from '../simulation/step';
import { askOf } from '../simulation/step';
import type { Filing } from './filing';

/** What is done to a claim once it is filed. Nothing, if it was refused: then there is no claim. */
export function verified(
  { name }: Filing,
  at: Instant,
  by: ProgramHandle,
  more: { reason?: string; flagsAnswered?: AnsweredFlag[] } = {},
): Step {
  return act(name, at, askOf(program(by), `verify ${name}`, VerifyClaim, { claimId: claimIdOf(name), ...more }));
}

/** `attempt` tells the approvals of one claim apart, where one was refused. */
export function approved(
  { name }: Filing,
  at: Instant,
  by: ProgramHandle,
  more: { approvedCents?: Cents; reason?: string; attempt?: number } = {},
): Step {
  const { attempt = 1, ...amount } = more;
  const asked = `approve ${name}${attempt === 1 ? '' : ` again ${attempt}`}`;
  return act(name, at, askOf(program(by), asked, ApproveClaim, { claimId: claimIdOf(name), ...amount }));
}

export function denied({ name }: Filing, at: Instant, by: ProgramHandle, reason: string): Step {
  return act(name, at, askOf(program(by), `deny ${name}`, DenyClaim, { claimId: claimIdOf(name), reason }));
}

export function withdrawn({ name, slug, staff: n }: Filing, at: Instant): Step {
  return act(name, at, askOf(staff(slug, n), `withdraw ${name}`, WithdrawClaim, { claimId: claimIdOf(name) }));
}

const act = (claim: string, at: Instant, ask: Ask): Step => ({ at, asks: [ask], after: claim });
