import { foldedName } from '#contexts/imports/facts/known';
import { date, list, words } from '#contexts/imports/kinds/cell-readers';
import type { Asked, Kind, ReadRow, Repair, Surroundings } from '#contexts/imports/kinds/kind';
import { errorIn } from '#contexts/imports/kinds/kind';
import { commandIdOfRow } from '#contexts/imports/kinds/row-command';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { entityId } from '#kernel/ids/entity-id';

/** Organisations that join the network: one a name, however many rows name it. */
export const partnersKind: Kind = {
  name: 'partners',
  commands: ['OnboardPartner'],
  columns: [
    {
      name: 'name',
      aliases: ['organisation', 'organization'],
      isRequired: true,
      what: 'the organisation',
      read: words,
    },
    { name: 'states', aliases: ['state'], isRequired: true, what: 'postal codes, parted by ;', read: list },
    { name: 'territory', aliases: ['territoryText'], isRequired: true, what: 'what it covers, in words', read: words },
    { name: 'timeZone', isRequired: true, isFillable: true, what: 'a zone like America/Chicago', read: words },
    { name: 'since', isRequired: true, isFillable: true, what: 'its first day, YYYY-MM-DD', read: date },
    { name: 'slug', what: 'its short name; made of the name when left out', read: words },
  ],
  passedOver: { programs: 'courses are claimed one by one, not kept with a partner' },
  join: joinByName,
  ask: askForPartner,
};

function askForPartner(row: ReadRow, { known }: Surroundings): Asked {
  const { name, slug = slugOf(String(name)), ...rest } = row.values;
  const key = [foldedName(String(name))];
  const own = entityId('ptr', commandIdOfRow('OnboardPartner', key));
  const byName = known.partnerByName.get(foldedName(String(name)));
  const asked = {
    subject: String(slug),
    steps: [{ name: 'OnboardPartner', type: OnboardPartner, key, members: { ...rest, name, slug } }],
  };
  // Onboarded under this name before, by a person or by the demo: the same organisation.
  if (byName !== undefined && byName !== own) return { ...asked, steps: [], found: byName };
  const bySlug = known.partnerBySlug.get(String(slug));
  if (bySlug === undefined || bySlug === own) return asked;
  const detail = `${String(slug)} is the short name of ${bySlug} already.`;
  return { ...asked, errors: [errorIn(row, 'slug', { code: 'SLUG_TAKEN', detail, wouldPass: 'another slug' })] };
}

const LONGEST_SLUG = 60;

/** `A+ College Ready` → `a-college-ready`: cut at a word where it is too long. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  const all = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const kept: string[] = [];
  for (const word of all) {
    if ([...kept, word].join('-').length > LONGEST_SLUG) break;
    kept.push(word);
  }
  return kept.join('-');
}

/**
 * Rows of one name are one partner, which may serve several states: the states together, and the words for the territory one
 * after the other. In the order of the alphabet, so that a file in another order asks for the same.
 */
function joinByName(rows: readonly ReadRow[]): readonly ReadRow[] {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    if (row.errors.length > 0) continue;
    const key = foldedName(String(row.values['name']));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return rows.map((row) => {
    const group = groups.get(foldedName(String(row.values['name'])));
    const head = group?.[0];
    if (group === undefined || head === undefined || row.errors.length > 0 || group.length === 1) return row;
    const values = { ...row.values, states: statesOf(group), territory: territoryOf(group), name: head.values['name'] };
    if (row === head) return { ...row, values };
    return { ...row, values, joins: head.line, repairs: [...row.repairs, ...joined(row, head, values.states)] };
  });
}

/** Nothing is said of a row that says only what its head says. */
function joined(row: ReadRow, head: ReadRow, states: readonly string[]): Repair[] {
  const same = ['states', 'territory'].every((name) => row.cells[name] === head.cells[name]);
  if (same) return [];
  const was = row.cells['states'] ?? '';
  const why = `one partner with line ${head.line}, which names the same organisation`;
  return [{ column: row.called['states'] ?? 'states', was, now: states.join('; '), why }];
}

const statesOf = (group: readonly ReadRow[]): string[] =>
  [...new Set(group.flatMap(({ values }) => values['states'] as string[]))].sort();

const territoryOf = (group: readonly ReadRow[]): string =>
  [...new Set(group.map(({ values }) => String(values['territory'])))].sort().join('; ');
