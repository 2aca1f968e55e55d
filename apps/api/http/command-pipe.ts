import type { Fault } from '#kernel/requested/faults';
import { faultsOf } from '#kernel/requested/faults';
import { fieldsOf } from '#kernel/requested/field-registry';
import type { Requested } from '#kernel/requested/requested';
import { plainToInstance } from 'class-transformer';
import { isPlain, misfits } from './command-shape';
import { pointerTo } from './json-scan';
import type { FieldError } from './problems';
import { ProblemError } from './problems';

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
    if (body === undefined) throw new ProblemError('BODY_MISSING', this.needed());
    if (!isPlain(body)) throw new ProblemError('BODY_NOT_OBJECT', `The body is ${kindOf(body)}.`);
    const found = misfits(this.type, body);
    const merged = this.pathField === undefined ? body : { ...body, [this.pathField]: params['id'] };
    const command = plainToInstance(this.type, merged);
    for (const fault of faultsOf(command, merged)) this.tell(fault, found);
    if (found.length === 0) return command;
    throw ProblemError.of(found);
  }

  private needed(): string {
    const named = fieldsOf(this.type).filter(({ path, optional }) => path !== true && optional !== true);
    if (named.length === 0) return 'Send {} as the body: every field may be left out here.';
    return `Send a JSON object; it needs at least ${named.map(({ name }) => name).join(', ')}.`;
  }

  private tell({ path, code, detail }: Fault, into: FieldError[]): void {
    if (path.length === 1 && path[0] === this.pathField) {
      // The address always carries it; what it carries may be misspelt.
      into.push({ parameter: 'id', code, detail });
      return;
    }
    const pointer = pointerTo(path);
    // What does not fit as an object has been said; its rules only repeat it.
    if (!into.some((said) => said.pointer === pointer)) into.push({ pointer, code, detail });
  }
}

function kindOf(body: unknown): string {
  if (body === null) return 'null';
  return Array.isArray(body) ? 'a list' : `a ${typeof body}`;
}
