import type { Requested } from '#kernel/requested/requested';
import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { validateSync } from 'class-validator';

/** Every rule runs, for all faults are told at once; unknown names are found elsewhere, more strictly. */
const RULES = { forbidUnknownValues: true, validationError: { target: false, value: false } } as const;

/** What is wrong with one member of a command: where (names and indices from the command down), by which rule. */
export interface Fault {
  readonly path: readonly string[];
  readonly code: string;
  readonly detail: string;
}

/**
 * All that the fields' decorators find wrong with an instance of a command class; `plain` is what it was made of. One fault
 * a member: a field's rules all say the same words and code. The edge and the importer both ask here.
 */
export function faultsOf(instance: object, plain: object): Fault[] {
  return validateSync(instance, RULES).flatMap((error) => faultsIn(error, [], plain));
}

/** A command of a class, made of plain members; or all that is wrong with them. */
export function requested<C extends Requested>(
  type: new () => C,
  plain: object,
): { readonly command: C } | { readonly faults: readonly Fault[] } {
  const command = plainToInstance(type, plain);
  const faults = faultsOf(command, plain);
  return faults.length === 0 ? { command } : { faults };
}

function faultsIn(error: ValidationError, above: readonly string[], parent: object): Fault[] {
  const path = [...above, error.property];
  const value = (parent as Record<string, unknown>)[error.property];
  const missing = value === undefined ? { code: 'REQUIRED' } : {};
  const own = error.constraints === undefined ? [] : [{ path, ...firstOf(error), ...missing }];
  // An object where a list is due would have its members judged as if it were an item.
  if (error.constraints !== undefined && !Array.isArray(value)) return own;
  const inner = Object(value) as object;
  return [...own, ...(error.children ?? []).flatMap((child) => faultsIn(child, path, inner))];
}

function firstOf({ constraints = {}, contexts = {} }: ValidationError): { code: string; detail: string } {
  const [rule, detail] = Object.entries(constraints)[0] ?? ['', 'Expected another value.'];
  const context = contexts[rule] as { readonly code?: string } | undefined;
  return { code: context?.code ?? 'OBJECT', detail };
}
