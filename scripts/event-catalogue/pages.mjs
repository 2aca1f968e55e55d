/** The catalogue's pages as Markdown. */

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|');
const list = (names) => (names.length === 0 ? 'none' : names.map(code).join(', '));

function fieldTable(fields) {
  const rows = fields.map(
    ({ name, type, isOptional, doc }) =>
      `| ${code(name)}${isOptional ? ' (optional)' : ''} | ${cell(code(type))} | ${cell(doc)} |`,
  );
  return ['| field | type | |', '|---|---|---|', ...rows].join('\n');
}

function readersOf({ folds, projections, reactions, deciders }) {
  return [
    `- **decided on by** the stream of ${list(deciders)}`,
    `- **read by** facts ${list(folds)}; views ${list(projections)}; reactions ${list(reactions)}`,
  ];
}

function golden({ version, bytes }) {
  return [`Version ${version}, as a log holds it:`, '', '```json', bytes, '```'].join('\n');
}

function eventSection(event) {
  const { type, version, isRefusal, doc, file, fields, writtenBy, readBy, goldens } = event;
  return [
    `## ${type}`,
    '',
    doc,
    '',
    `- **version** ${version}${isRefusal ? ', a recorded refusal' : ''} · [${file}](../../${file})`,
    `- **written by** ${list(writtenBy)}`,
    ...readersOf(readBy),
    '',
    fieldTable(fields),
    '',
    ...goldens.map(golden),
  ].join('\n');
}

function shapeSection({ name, doc, fields }) {
  return [`### ${name}`, '', ...(doc === '' ? [] : [doc, '']), fieldTable(fields)].join('\n');
}

const MADE = '<!-- Written by `npm run generate` from the event types, the deciders and the golden bytes. -->';

/** The page of a context. */
export function contextPage({ context, events, shapes }) {
  const shared = shapes.length === 0 ? [] : ['## What they carry', ...shapes.map(shapeSection)];
  return `${[MADE, `# Events of ${context}`, ...events.map(eventSection), ...shared].join('\n\n')}\n`;
}

/** The list of all types. */
export function indexPage(contexts) {
  const rows = contexts.flatMap(({ context, events }) =>
    events.map(
      ({ type, version, doc, writtenBy }) =>
        `| [${type}](${context}.md#${type.toLowerCase()}) | ${version} | ${context} | ${list(writtenBy)} | ${cell(doc)} |`,
    ),
  );
  const words =
    'Every event type that this release can read. Types and versions are literals in the log for good: a new version\n' +
    'comes with an upcaster, and the golden bytes of the old one stay (test/contracts/golden-events.spec.ts).';
  return `${[MADE, '# Events', words, ['| type | version | context | written by | |', '|---|---|---|---|---|', ...rows].join('\n')].join('\n\n')}\n`;
}
