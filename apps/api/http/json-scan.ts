import { survivesDouble } from './json-number';
import type { FieldError } from './problems';
import { ProblemError } from './problems';

/** An object or list that is open at the place that is being read. */
interface Level {
  /** Keys met so far; undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The key or index of the member that is being read. */
  at: string | number;
}

const MAX_DEPTH = 32;
const MAX_ERRORS = 100;
// Names that reach into JavaScript's own objects; no command has a field of such a name.
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const [QUOTE, COMMA, MINUS, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  34, 44, 45, 58, 91, 92, 93, 123, 125,
] as const;

/** One pass over a JSON text without recursion, RFC 8259 to the letter: what it accepts, JSON.parse accepts. */
export class JsonScan {
  readonly errors: FieldError[] = [];
  private readonly levels: Level[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  /** Reads the whole text. Throws on bad syntax and on depth, at once; what else is wrong is collected. */
  run(): this {
    do {
      this.space();
    } while (this.value() || this.next());
    return this;
  }

  /** Reads a value; true when it opened an object or list whose first member comes next. */
  private value(): boolean {
    const code = this.text.charCodeAt(this.at);
    switch (code) {
      case OPEN_OBJECT:
        return this.open(new Set(), CLOSE_OBJECT);
      case OPEN_LIST:
        return this.open(undefined, CLOSE_LIST);
      case QUOTE:
        this.wellFormed(this.string());
        return false;
      default:
        if (code === MINUS || (code >= 48 && code <= 57)) this.number();
        else this.word();
        return false;
    }
  }

  private open(keys: Set<string> | undefined, close: number): boolean {
    if (this.levels.length === MAX_DEPTH)
      throw new ProblemError('TOO_DEEP', `More than ${MAX_DEPTH} levels of nesting.`);
    this.at += 1;
    this.space();
    if (this.text.charCodeAt(this.at) === close) {
      this.at += 1;
      return false;
    }
    this.levels.push({ keys, at: 0 });
    if (keys !== undefined) this.key(keys);
    return true;
  }

  /** After a value: closes what ends here and moves to the next member; false at the end of the text. */
  private next(): boolean {
    for (;;) {
      this.space();
      const level = this.levels.at(-1);
      if (level === undefined) {
        if (this.at < this.text.length) this.bad('the end');
        return false;
      }
      const code = this.text.charCodeAt(this.at);
      if (code !== COMMA && code !== (level.keys === undefined ? CLOSE_LIST : CLOSE_OBJECT))
        this.bad('a comma or the end');
      this.at += 1;
      if (code === COMMA) return this.member(level);
      this.levels.pop();
    }
  }

  private member(level: Level): true {
    if (level.keys === undefined) level.at = Number(level.at) + 1;
    else {
      this.space();
      this.key(level.keys);
    }
    return true;
  }

  private key(keys: Set<string>): void {
    if (this.text.charCodeAt(this.at) !== QUOTE) this.bad('a key in double quotes');
    const key = this.string();
    (this.levels.at(-1) as Level).at = key;
    this.wellFormed(key);
    if (keys.has(key)) this.wrong('DUPLICATE_KEY', `The key “${shown(key)}” stands twice.`);
    if (FORBIDDEN.has(key)) this.wrong('UNKNOWN_FIELD', `There is no field “${key}” here.`);
    keys.add(key);
    this.space();
    if (this.text.charCodeAt(this.at) !== COLON) this.bad('a colon');
    this.at += 1;
  }

  /** The string that begins here, without its escapes. */
  private string(): string {
    const { text } = this;
    const from = this.at;
    let escaped = false;
    for (let at = from + 1; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        return escaped ? (JSON.parse(text.slice(from, this.at)) as string) : text.slice(from + 1, at);
      }
      if (code === BACKSLASH) {
        escaped = true;
        ESCAPE.lastIndex = at + 1;
        if (!ESCAPE.test(text)) this.bad('an escape', at);
        at = ESCAPE.lastIndex - 1;
      } else if (!(code >= 32)) this.bad('the end of the string', at); // NaN: the text ended.
    }
  }

  private number(): void {
    NUMBER.lastIndex = this.at;
    const text = NUMBER.exec(this.text)?.[0] ?? this.bad('a number');
    this.at += text.length;
    if (survivesDouble(text)) return;
    const code = String(this.levels.at(-1)?.at).endsWith('Cents') ? 'AMOUNT_FORMAT' : 'NUMBER_UNSAFE';
    this.wrong(code, `${shown(text)} cannot be kept exactly.`);
  }

  private word(): void {
    const word = ['true', 'false', 'null'].find((one) => this.text.startsWith(one, this.at)) ?? this.bad('a value');
    this.at += word.length;
  }

  private wellFormed(string: string): void {
    if (!string.isWellFormed()) this.wrong('TEXT_FORMAT', 'Half of a surrogate pair is no character.');
  }

  private wrong(code: string, detail: string): void {
    if (this.errors.length < MAX_ERRORS)
      this.errors.push({ pointer: pointerTo(this.levels.map(({ at }) => at)), code, detail });
  }

  private space(): void {
    for (; ; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  private bad(expected: string, at = this.at): never {
    throw new ProblemError('BAD_JSON', `Expected ${expected} at character ${at}.`);
  }
}

/** RFC 6901 in a URI fragment: `#/budget/0/unitCents`. */
export function pointerTo(path: readonly (string | number)[]): string {
  const steps = path.map((step) => String(step).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'));
  return ['#', ...steps.map(encodeStep)].join('/');
}

const encodeStep = (step: string): string => (/^[\w$.~-]*$/.test(step) ? step : encodeURIComponent(step));

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text).toWellFormed();
