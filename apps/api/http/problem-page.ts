import type { ProblemCode } from './problems';
import { problem, PROBLEMS } from './problems';

/** What a code means and what to do about it, for people. */
export function problemPage(code: ProblemCode): string {
  const { status, title, remedy, example } = PROBLEMS[code];
  const shown = problem(code, example, { path: '/v1/…', requestId: '…' });
  return page(
    `${code}: ${title}`,
    `<h1>${escape(title)}</h1>
<p>Code <code>${code}</code>, status ${status}.</p>
<h2>What to do</h2>
<p>${inline(remedy)}</p>
<h2>Example</h2>
<pre>${escape(JSON.stringify(shown, null, 2))}</pre>
<p><a href="/problems">All codes</a> · <a href="/docs">The API</a></p>`,
  );
}

/** Every code on one page, by status. */
export function problemsPage(): string {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
  const sections = statuses.map((status) => {
    const rows = codes.filter((code) => PROBLEMS[code].status === status).map(listed);
    return `<h2>${status}</h2>\n<ul>\n${rows.join('\n')}\n</ul>`;
  });
  return page('Problems', ['<h1>Every problem that an answer may name</h1>', ...sections].join('\n'));
}

function listed(code: ProblemCode): string {
  return `<li><a href="/problems/${code}"><code>${code}</code></a> ${escape(PROBLEMS[code].title)}</li>`;
}

// Lines wrap where they must, long words too: the page is read on a phone as well.
const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #fff; margin: 0 }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.15rem; margin-top: 1.75rem }
pre { white-space: pre-wrap; background: #f4f4f4; padding: .75rem; border-radius: .25rem }
ul { padding: 0; list-style: none } li { margin: .35rem 0 } a { color: #00539f }
`;

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** A remedy names members and commands between backticks. */
const inline = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
