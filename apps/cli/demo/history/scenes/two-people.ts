import { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import { RequestApproval } from '#contexts/access/commands/request-approval';
import type { Instant } from '#kernel/time/instant';
import type { ProgramHandle } from '../../people';
import { program } from '../../people';
import { approvalIdOf } from '../../simulation/names';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';

/** An act that takes two people, as its address would have it stored. */
interface Wanted {
  readonly name: string;
  readonly payload: object;
  readonly path: string;
}

/** One person asks; `asked` names the asking, and the confirmation refers to it. */
export function wanted(asked: string, act: Wanted, at: Instant, by: ProgramHandle): Step {
  const command = { ...act, version: 1 };
  return { at, asks: [askOf(program(by), asked, RequestApproval, { command })] };
}

/** Another confirms. */
export function confirmed(asked: string, at: Instant, by: ProgramHandle, note?: string): Step {
  const said = note === undefined ? {} : { note };
  const members = { approvalId: approvalIdOf(asked), ...said };
  return { at, asks: [askOf(program(by), `confirm: ${asked}`, ConfirmApproval, members)] };
}
