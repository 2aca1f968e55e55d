/** How a step and its answer look on a page. */

const HEADERS = ['location', 'etag', 'log-sequence', 'idempotent-replayed'];
const REASONS = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  403: 'Forbidden',
  409: 'Conflict',
  422: 'Unprocessable Entity',
};
const WIDTH = 100;

/** The command as it is typed, then what it printed. */
export function shownStep(step, result) {
  const command = commandOf(step);
  if (step.sql || step.write) return fenced('bash', command);
  const language = typeof result === 'string' ? 'text' : 'http';
  return `${fenced('bash', command)}\n\n${fenced(language, typeof result === 'string' ? result.trimEnd() : answerOf(step, result))}`;
}

const fenced = (language, text) => `\`\`\`${language}\n${text}\n\`\`\``;

function commandOf(step) {
  if (step.start) return 'npm start';
  if (step.sql) return `sqlite3 data/log.db "${step.sql.replaceAll('"', '\\"')}"`;
  if (step.rpn) return `${step.dataDir ? `DATA_DIR=${step.dataDir} ` : ''}npx rpn ${step.rpn.join(' ')}`;
  return step.write ? writeOf(step) : curlOf(step);
}

/** `'$TODAY'` leaves the single quotes for the shell to fill in. */
function writeOf({ as, get, write, script }) {
  const typed = script.replaceAll('$TODAY', "'$TODAY'");
  return `curl -s "$URL${get}" -H "$(as ${as})" | node -e '\n${typed}' > ${write}`;
}

function sentOf({ json, from, sed }) {
  if (json !== undefined) return `'${bodyOf(json)}'`;
  return sed === undefined ? `@${from}` : `"$(sed 's/${sed[0]}/${sed[1]}/' ${from})"`;
}

function curlOf({ as, get, post, key, json, from, sed, file }) {
  const address = get === undefined ? `$URL${post}` : `$URL${get}`;
  const lines = [`curl -si ${/[?&]/.test(address) ? `"${address}"` : address} -H "$(as ${as})"`];
  if (key !== undefined) lines.push(`-H 'Idempotency-Key: ${key}'`);
  if (file !== undefined) lines.push(`-F file=@${file.name}`);
  if (json !== undefined || from !== undefined)
    lines.push(`-H 'Content-Type: application/json' -d ${sentOf({ json, from, sed })}`);
  return lines.join(' \\\n  ');
}

/** `'$DAY'` leaves the single quotes for the shell to fill in. */
const bodyOf = (json) => pretty(json, 0).replaceAll('"$DAY"', `"'$DAY'"`).replaceAll('"$TODAY"', `"'$TODAY'"`);

function answerOf({ show }, { status, headers, body }) {
  const head = HEADERS.filter((name) => headers.has(name)).map((name) => `${name}: ${headers.get(name)}`);
  const shown = show === undefined ? body : trimmed(body, show);
  return [`HTTP/1.1 ${status} ${REASONS[status]}`, ...head, '', pretty(neutral(shown), 0)]
    .join('\n')
    .replaceAll('"…": "…"', '…');
}

/** The members named, `data.` before those of a list's rows, and a mark for what is left out. */
function trimmed(body, names) {
  const rows = names.filter((name) => name.startsWith('data.')).map((name) => name.slice('data.'.length));
  const picked = names.filter((name) => name in body).map((name) => [name, body[name]]);
  const data = rows.length > 0 ? [['data', body.data.map((row) => trimmed(row, rows))]] : [];
  return { ...Object.fromEntries([...data, ...picked]), '…': '…' };
}

/** The request's id is the reader's own, and a digest is known by its first digits. */
function neutral(value) {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 8)}…` : value;
  if (Array.isArray(value)) return value.map(neutral);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'requestId' ? '…' : neutral(member)]),
  );
}

/** JSON with what fits on a line on one line. */
function pretty(value, indent) {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || line.length + indent <= WIDTH) return line;
  const inner = ' '.repeat(indent + 2);
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((member) => inner + pretty(member, indent + 2))
    : Object.entries(value).map(([name, member]) => `${inner}${JSON.stringify(name)}: ${pretty(member, indent + 2)}`);
  const [open, close] = isList ? '[]' : '{}';
  return [open, members.join(',\n'), ' '.repeat(indent) + close].join('\n');
}

function oneLine(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
