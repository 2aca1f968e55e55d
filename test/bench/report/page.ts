import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/reference/benchmarks.md';
const SLOT = /<!-- bench -->[^]*<!-- \/bench -->/;

/** Puts the table of a run into its place in the documentation; run from the project's root, as npm does. */
export function writeToPage(text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const filled = `<!-- bench -->\n\`\`\`text\n${text}\n\`\`\`\n<!-- /bench -->`;
  writeFileSync(
    PAGE,
    page.replace(SLOT, () => filled),
  );
}
