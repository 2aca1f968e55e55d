import { fieldsOf } from '#kernel/requested/field-registry';
import type { Requested } from '#kernel/requested/requested';
import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { validateSync } from 'class-validator';
import { isPlain, misfits } from './command-shape';
import { pointerTo } from './json-scan';
import type { FieldError } from './problems';
import { ProblemError } from './problems';

/** Every rule runs, for all errors are told at once; unknown names were found before, more strictly. */
const RULES = { forbidUnknownValues: true, validationError: { target: false, value: false } } as const;

/** The parameters of an address, by their names in it. */
export type PathParameters = Readonly<Record<string, string>>;

/** Makes commands of one class out of a body and an address, or stops with a `ProblemError` that names all that is wrong. */
export class CommandPipe<C extends Requested> {
  private readonly pathField: string | undefined;

  constructor(private readonly type: new () => C) {
    this.pathField = fieldsOf(type).find(({ path }) => path === true)?.name;
  }

  /** Whether it acts on something that exists: its address carries an id. */
  get isTransition(): boolean {
    return this.pathField !== undefined;
  }

  /** What the address alone says of a command: enough to know which stream it writes. */
  addressed(id: string | undefined): object {
    return this.pathField === undefined ? {} : { [this.pathField]: id };
  }

  /** `params.id` is the command's path field; a body that names it is refused like any unknown field. */
  read(body: unknown, params: PathParameters): C {
    if (body === undefined)
      throw new ProblemError('BODY_MISSING', 'A JSON object is needed; {} where nothing is to be said.');
    if (!isPlain(body)) throw new ProblemError('BODY_NOT_OBJECT', `The body is ${kindOf(body)}.`);
    const found = misfits(this.type, body);
    const merged = this.pathField === undefined ? body : { ...body, [this.pathField]: params['id'] };
    const command = plainToInstance(this.type, merged);
    for (const error of validateSync(command, RULES)) this.collect(error, [], merged, found);
    if (found.length === 0) return command;
    throw ProblemError.of(found);
  }

  private collect(error: ValidationError, above: readonly string[], parent: object, into: FieldError[]): void {
    const path = [...above, error.property];
    const value = (parent as Record<string, unknown>)[error.property];
    if (path.length === 1 && error.property === this.pathField) {
      into.push({ parameter: 'id', ...firstOf(error) });
      return;
    }
    const pointer = pointerTo(path);
    // What does not fit as an object has been said; its rules only repeat it.
    if (error.constraints !== undefined && !into.some((said) => said.pointer === pointer)) {
      const missing = value === undefined ? { code: 'REQUIRED' } : {};
      into.push({ pointer, ...firstOf(error), ...missing });
    }
    // An object where a list is due would have its members judged as if it were an item.
    if (error.constraints !== undefined && !Array.isArray(value)) return;
    for (const child of error.children ?? []) this.collect(child, path, Object(value) as object, into);
  }
}

/** A field's rules all say the same words and code; one is enough. */
function firstOf({ constraints = {}, contexts = {} }: ValidationError): { code: string; detail: string } {
  const [rule, detail] = Object.entries(constraints)[0] ?? ['', 'Expected another value.'];
  const context = contexts[rule] as { readonly code?: string } | undefined;
  return { code: context?.code ?? 'OBJECT', detail };
}

function kindOf(body: unknown): string {
  if (body === null) return 'null';
  return Array.isArray(body) ? 'a list' : `a ${typeof body}`;
}
