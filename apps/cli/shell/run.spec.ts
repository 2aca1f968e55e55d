import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import type { CliCommand } from './command';
import { CouldNotRun, EXIT, UsageError } from './exit';
import type { Io } from './io';
import { run } from './run';
import type { Task } from './task';

const folder = temporaryFolder();
afterAll(() => folder.remove());

let done: (task: Task) => Promise<0 | 1>;
const paint: CliCommand = {
  name: 'paint',
  summary: 'paint a wall',
  examples: [['paint --colour red', 'in red']],
  argument: { name: 'wall', what: 'which one' },
  options: [{ flags: '--colour <colour>', what: 'in which colour', required: true, choices: ['red', 'blue'] }],
  load: () => done,
};

async function ran(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  const io: Io = {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env: {},
    stdin: Readable.from([]),
    holdInterrupts: () => undefined,
  };
  return { code: await run([paint], args, io), ...said };
}

beforeEach(() => {
  done = async (task) => {
    task.out.note('a remark');
    task.out.result(`painted ${task.argument ?? 'all'}`, { wall: task.argument ?? null });
    return EXIT.fine;
  };
});

describe('a command line', () => {
  it.each([
    [['--help'], 'rpn start'],
    [['paint', '--help'], 'rpn paint --colour red  in red'],
    [[], 'rpn start'],
    [['help', 'paint'], 'rpn paint --colour red  in red'],
  ])('%j begins its help with examples, on standard output', async (args, example) => {
    const { code, stdout, stderr } = await ran(...args);
    expect({ code, stderr }).toEqual({ code: EXIT.fine, stderr: '' });
    expect(stdout.split('\n').slice(0, 3).join()).toContain(example);
  });

  it.each([
    [['pant', '--colour', 'red'], 'Did you mean paint?'],
    [['paint', '--color', 'red'], 'Did you mean --colour?'],
    [['paint'], 'rpn paint needs --colour <colour>: in which colour.'],
    [['paint', '--colour', 'green'], 'red, blue'],
    [['paint', '--colour', 'red', 'north', 'south'], 'too many arguments'],
  ])('%j is a usage error that says what is meant', async (args, words) => {
    const { code, stdout, stderr } = await ran(...args);
    expect({ code, stdout }).toEqual({ code: EXIT.usage, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe('a run', () => {
  it('keeps results and remarks apart', async () => {
    const { code, stdout, stderr } = await ran('paint', '--colour', 'red', 'north');
    expect({ code, stdout, stderr }).toEqual({ code: EXIT.fine, stdout: 'painted north\n', stderr: 'a remark\n' });
  });

  it('says it as JSON, quietly', async () => {
    const { stdout, stderr } = await ran('paint', '--colour', 'red', 'north', '--json', '-q');
    expect({ stdout, stderr }).toEqual({ stdout: '{"wall":"north"}\n', stderr: '' });
  });

  it('writes the result to a file; - is standard output', async () => {
    const file = join(folder.path, 'wall.txt');
    expect(await ran('paint', '--colour', 'red', '-o', file)).toMatchObject({ code: EXIT.fine, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe('painted all\n');
    expect(await ran('paint', '--colour', 'red', '-o', '-')).toMatchObject({ stdout: 'painted all\n' });
  });

  it('ends with 1 when it found something', async () => {
    done = async () => EXIT.finding;
    expect(await ran('paint', '--colour', 'red')).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it.each<[number, Error]>([
    [2, new UsageError('no such wall')],
    [3, new CouldNotRun('no paint')],
    [3, new TypeError('a bug')],
  ])('ends with %i and its words for %s', async (code, error) => {
    done = () => Promise.reject(error);
    expect(await ran('paint', '--colour', 'red')).toEqual({ code, stdout: '', stderr: `${error.message}\n` });
  });

  it('could not run when its result cannot be written', async () => {
    expect(await ran('paint', '--colour', 'red', '-o', folder.path)).toMatchObject({
      code: EXIT.couldNotRun,
      stdout: '',
    });
  });
});
