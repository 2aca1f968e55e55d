/**
 * Installs and builds what is missing or stale, and says nothing when nothing is. Node builtins only, for it runs
 * before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const inRoot = (...parts) => path.join(root, ...parts);
const hash = (content) => createHash('sha256').update(content).digest('hex');
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function write(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Ends the program with a sentence for people, not a stack for programmers. */
function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function run(title, args) {
  console.error(title);
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

// Installing ---------------------------------------------------------------------------------------------------------

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`This is Node ${process.versions.node}; 20.19 is the oldest that works and 24 is recommended (see .nvmrc).`);
}

/** npm's own notes on what it installed say the same as the lockfile: somebody ran `npm ci` by hand. */
function lockIsInstalled() {
  const installed = read(inRoot('node_modules/.package-lock.json'));
  if (installed === '') return false;
  const has = JSON.parse(installed).packages;
  const wants = Object.entries(JSON.parse(read(inRoot('package-lock.json'))).packages);
  return wants.every(([name, { version, optional }]) => name === '' || optional || has[name]?.version === version);
}

/** Asked in a process of its own: a native module built for another Node can end the one that loads it. */
function sqliteOpens() {
  const open = `try { new (require('better-sqlite3'))(':memory:') } catch { require('node:sqlite') }`;
  return spawnSync(process.execPath, ['-e', open], { cwd: root, stdio: 'ignore' }).status === 0;
}

function npmCi() {
  const ci = ['ci', '--include=dev', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  console.error('Installing the packages of package-lock.json (minutes, when SQLite has to be compiled) …');
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...ci], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ci, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop('npm ci failed: what it printed above says why. Nothing was started.');
}

/**
 * Runs `npm ci` when node_modules does not hold what the lockfile names, or holds it for another Node (the SQLite
 * driver is compiled for one). Ends the program when no SQLite driver can be had.
 */
export function ensureInstalled() {
  requireNode();
  const stamp = inRoot('node_modules/.cache/rpn/installed');
  const wanted = [
    hash(read(inRoot('package-lock.json'))),
    process.versions.modules,
    process.platform,
    process.arch,
  ].join(' ');
  if (read(stamp) === wanted) return;
  if (!lockIsInstalled() || !sqliteOpens()) npmCi();
  if (!sqliteOpens()) {
    stop(
      `No SQLite: better-sqlite3 could not be built here, and Node ${process.versions.node} has no node:sqlite.\n` +
        'Either install a compiler (Debian: apt-get install g++ make python3) or use Node 24; then start again.',
    );
  }
  write(stamp, wanted);
}

// Building -----------------------------------------------------------------------------------------------------------

function* filesUnder(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(file);
    else yield file;
  }
}

/** Names, sizes and times of everything that a build reads: some hundred stats, a few milliseconds. */
function fingerprint(folders, files) {
  const inputs = [
    ...folders.flatMap((folder) => [...filesUnder(inRoot(folder))]),
    ...files.map((file) => inRoot(file)),
  ];
  const lines = inputs.map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  return hash(lines.join('\n'));
}

const configuration = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const builds = {
  program: {
    project: 'tsconfig.build.json',
    stamp: 'dist/.built-program',
    now: () => fingerprint(['apps', 'libs'], configuration),
  },
  tests: {
    project: 'tsconfig.programs.json',
    stamp: 'dist/.built-tests',
    now: () => fingerprint(['apps', 'libs', 'test'], [...configuration, 'tsconfig.programs.json']),
  },
};

/**
 * Compiles apps/ and libs/ to dist/ when a source is newer than the last build. `tests: true` compiles the programs
 * under test/ as well (bench, the processes that fault tests kill), which the built product does without.
 */
export function ensureBuilt({ tests = false } = {}) {
  const { project, stamp, now } = tests ? builds.tests : builds.program;
  const current = now();
  if (read(inRoot(stamp)) === current) return;
  // Taken before compiling: a file saved in the meantime makes the next build stale, not this one fresh.
  const program = builds.program.now();
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  if (!run('Building …', [tsc, '-p', inRoot(project)])) stop('The build failed; the messages above name the lines.');
  write(inRoot(stamp), current);
  write(inRoot(builds.program.stamp), program);
}
