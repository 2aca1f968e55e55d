import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PartnerRef } from '../table/listed';

export const WORK_KINDS = ['claim', 'proposal', 'award', 'approval', 'payee'] as const;

/** One thing that waits on the person who asks. */
export interface WorkRow {
  readonly kind: (typeof WORK_KINDS)[number];
  readonly id: string;
  /** What to do, as the address of the act ends: `verify`. */
  readonly act: string;
  /** What it is about: the outcome, the quarter, the command that two people are to want, or the hold on what is owed. */
  readonly about: string;
  readonly partner: PartnerRef | null;
  readonly amountCents: Cents | null;
  readonly waitingSince: Instant;
  /** Whole days of the program that it waits for this. */
  readonly ageDays: number;
  readonly dueAt: Instant | null;
  /** Where it is read. */
  readonly href: string;
}

/** A row before its age is counted. */
export type Work = Omit<WorkRow, 'ageDays'>;

/** The acts of each kind. */
export const WORK_ACTS = [
  ...['verify', 'approve', 'resolve-contest', 'decide-appeal', 'resubmit'],
  ...['declare-conflict', 'review', 'assign', 'cosign', 'accept', 'report', 'accept-report', 'close', 'return-funds'],
  ...['confirm', 'w9', 'payee', 'reactivate', 'repay'],
];
