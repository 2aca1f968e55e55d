/** `npm run spec PATH…`: the specs whose path contains one of the words, of both projects; `-- -t NAME` narrows further. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.length === 0) {
  console.error('Which specs? For example: npm run spec decide/claim-acts, or npm run spec test/e2e');
  process.exit(2);
}
ensureInstalled();
// The fault tests start programs of dist/.
ensureBuilt({ tests: true });
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(process.execPath, [jest, ...args], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
