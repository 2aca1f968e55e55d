import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';

/** A variable of the environment, as README, .env.example and `rpn doctor` list it. */
export interface VariableRow {
  readonly name: string;
  readonly meaning: string;
  /** What it is when it is not set; undefined when nothing is. */
  readonly byDefault: string | undefined;
  readonly expected: string;
}

interface Variable {
  readonly meaning: string;
  readonly expected: string;
  readonly byDefault?: string;
  readonly passes: (text: string) => boolean;
  /** Made of the text after it passed. */
  readonly read?: (text: string) => unknown;
}

const rows: VariableRow[] = [];

/** All variables, in order of declaration. */
export const variableRows = (): readonly VariableRow[] => rows;

/** Declares a member as a variable: its check, its default and its documentation in one place. */
export function Variable({ meaning, expected, byDefault, passes, read }: Variable): PropertyDecorator {
  const isSet = (value: unknown): boolean => value !== undefined && value !== '';
  return (target, key) => {
    const name = String(key);
    rows.push({ name, meaning, byDefault, expected });
    // An empty text is how a shell or a compose file says "not set".
    Transform(({ value }: { value: unknown }) => valueOf(isSet(value) ? value : byDefault, passes, read))(target, key);
    ValidateIf((_all, value) => value !== undefined)(target, key);
    const message = `${name} must be ${expected}.`;
    ValidateBy({ name, validator: { validate: (value) => !(value instanceof Unfit) } }, { message })(target, key);
  };
}

/** A text that did not pass, kept until the validator speaks. */
class Unfit {
  constructor(readonly text: unknown) {}
}

function valueOf(text: unknown, passes: Variable['passes'], read: Variable['read']): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !passes(text)) return new Unfit(text);
  return read === undefined ? text : read(text);
}
