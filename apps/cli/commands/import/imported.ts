import type { PersonId } from '#kernel/ids/entity-id';
import type { Plan } from '#platform/imports/plan';
import type { PlanFault } from '#platform/imports/plan-file';

/** How an import ended: planned (and applied, unless tried only), not readable, or stopped for another reason. */
export type Imported =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'fault'; readonly fault: PlanFault }
  | { readonly kind: 'stopped'; readonly why: string; readonly plan?: Plan };

/** What to say of a plan that is not the one that was asked for. */
export const otherPlan = (plan: Plan, wanted: string): Imported & { kind: 'stopped' } => ({
  kind: 'stopped',
  plan,
  why:
    `The plan has changed: you asked for ${wanted}, now it is ${plan.planHash}. Nothing is applied.\n` +
    'Look at it again with --dry-run; the file, the log or your roles are not what they were.',
});

/** A plan that was made and nothing more, and by whom. */
export type Tried =
  | Exclude<Imported, { kind: 'planned' }>
  | { readonly kind: 'planned'; readonly plan: Plan; readonly personId: PersonId };
