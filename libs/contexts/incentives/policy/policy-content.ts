import type {
  IncentivesPolicy,
  OutcomeArea,
  OutcomeRule,
  Uniqueness,
} from '#contexts/incentives/policy/incentives-policy';
import type { Cents } from '#kernel/money/cents';
import type { SubjectKind } from '#kernel/subjects/subject-id';
import type { ProgramCalendar } from '#kernel/time/program-calendar';

/**
 * A policy as it is written down: every member has its shape, but whether the members fit each other is not looked at
 * yet (`policyFlaws`). What is without flaw is an `IncentivesPolicy`.
 */
export interface PolicyContent extends Omit<IncentivesPolicy, 'program' | 'catalogue'> {
  readonly program: ProgramCalendar;
  readonly catalogue: readonly OutcomeContent[];
}

/** An entry of the catalogue as it is written down. */
export interface OutcomeContent extends Pick<OutcomeRule, 'type' | 'code' | 'evidence'> {
  readonly area: OutcomeArea;
  readonly subject: SubjectKind;
  readonly amount: AmountContent;
  readonly unique: { readonly per: Uniqueness['per']; readonly years?: number };
}

/** `amountCents` belongs to `fixed`, `unit` and `tiers` to `units`. */
export interface AmountContent {
  readonly by: 'fixed' | 'units';
  readonly amountCents?: Cents;
  readonly unit?: string;
  readonly tiers?: readonly { readonly from: number; readonly amountCents: Cents }[];
}
