import type { ReceiveImport } from '#contexts/imports/commands/receive-import';
import { Filling, MAX_IMPORT_BYTES } from '#contexts/imports/commands/receive-import';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { CouldNotRun, UsageError } from '../../shell/exit';
import type { Task } from '../../shell/task';
import { textOption } from '../../shell/task';

/** What the command line asks for. */
export interface ImportAsked {
  readonly kind: ReceiveImport['kind'];
  readonly mode: ReceiveImport['mode'];
  readonly handle: string;
  readonly isDryRun: boolean;
  readonly fill: Filling[];
  readonly planHash: string | undefined;
  readonly expectRows: number | undefined;
  readonly expectCents: Cents | undefined;
  /** As it is called on the command line. */
  readonly name: string;
  readonly file: Uint8Array;
}

export async function importAsked(kind: ImportAsked['kind'], task: Task): Promise<ImportAsked> {
  const { argument, options } = task;
  if (argument === undefined) throw new UsageError(`Say what to import: rpn import ${kind} FILE --as HANDLE.`);
  const expectCents = numberOption(task, 'expectCents');
  return {
    kind,
    mode: textOption(task, 'mode') === 'all-or-nothing' ? 'all-or-nothing' : 'per-row',
    handle: textOption(task, 'as') ?? '',
    isDryRun: options['dryRun'] === true,
    fill: fillIn(textOption(task, 'fill')),
    planHash: textOption(task, 'planHash'),
    expectRows: numberOption(task, 'expectRows'),
    expectCents: expectCents === undefined ? undefined : cents(expectCents),
    name: argument === '-' ? 'standard input' : argument,
    file: argument === '-' ? await allOf(task) : bytesOf(argument),
  };
}

function fillIn(text: string | undefined): Filling[] {
  return (text ?? '')
    .split(',')
    .filter(Boolean)
    .map((one) => {
      const at = one.indexOf('=');
      if (at <= 0 || at === one.length - 1)
        throw new UsageError(`--fill takes COLUMN=VALUE, parted by commas; it was "${one}".`);
      return Object.assign(new Filling(), { column: one.slice(0, at).trim(), value: one.slice(at + 1).trim() });
    });
}

function numberOption(task: Task, name: string): number | undefined {
  const text = textOption(task, name);
  if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(
    `--${name.replace(/[A-Z]/, (one) => `-${one.toLowerCase()}`)} is a whole number; it was "${text}".`,
  );
}

const tooLarge = (name: string): CouldNotRun =>
  new CouldNotRun(`${name} has more than ${MAX_IMPORT_BYTES} bytes; cut it into smaller files.`);

/** Not a byte more than is taken is ever held. */
function bytesOf(path: string): Uint8Array {
  if (!existsSync(path)) throw new CouldNotRun(`There is no ${path}.`);
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(MAX_IMPORT_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    if (length > MAX_IMPORT_BYTES) throw tooLarge(path);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

async function allOf({ io }: Task): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of io.stdin) {
    const bytes = Buffer.from(part as Uint8Array | string);
    length += bytes.length;
    if (length > MAX_IMPORT_BYTES) throw tooLarge('standard input');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
