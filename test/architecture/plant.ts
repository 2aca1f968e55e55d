import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Inside the repository, where packages resolve, and under dist/, which every tool and git ignore. */
const plot = path.join(root, 'dist', 'planted');

export interface Finding {
  readonly from: string;
  readonly to?: string;
  readonly rule: string;
  readonly message?: string;
}

export interface Findings {
  readonly boundaries: readonly Finding[];
  readonly lint: readonly Finding[];
}

/** Writes a tree of files beside a package.json and tsconfig like the repository's own; returns its folder. */
export function plant(name: string, files: Readonly<Record<string, string>>): string {
  const tree = path.join(plot, name);
  rmSync(tree, { recursive: true, force: true });
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const tsconfig = {
    extends: '../../../tsconfig.json',
    compilerOptions: { rootDir: '.', paths: { '#*': ['./libs/*'] }, incremental: false },
    include: ['apps', 'libs', 'test'],
    exclude: [],
  };
  const all = { ...files, 'package.json': JSON.stringify(manifest), 'tsconfig.json': JSON.stringify(tsconfig) };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), content);
  }
  return tree;
}

/** Runs the cruiser and eslint over the trees, once for all of them; findings by tree name. */
export function inspect(...trees: readonly string[]): Record<string, Findings> {
  const output = execFileSync(process.execPath, [path.join(__dirname, 'inspect.mjs'), ...trees], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return JSON.parse(output) as Record<string, Findings>;
}

/** Removes what was planted. */
export function clear(): void {
  rmSync(plot, { recursive: true, force: true });
}
