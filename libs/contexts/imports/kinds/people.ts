import { RegisterPerson } from '#contexts/access/commands/register-person';
import type { Known } from '#contexts/imports/facts/known';
import { date, words } from '#contexts/imports/kinds/cell-readers';
import type { Asked, Kind, ReadRow, RowError, Step, Surroundings } from '#contexts/imports/kinds/kind';
import { errorIn } from '#contexts/imports/kinds/kind';
import { commandIdOfRow } from '#contexts/imports/kinds/row-command';
import { partnerIn } from '#contexts/imports/kinds/partner-in';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import type { PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';

/**
 * People who may sign in, and for whom they work. A person who is not registered yet is registered; with a partner in the
 * row, the person is affiliated with it. Names and e-mail addresses have no column: they never stand in the log.
 */
export const peopleKind: Kind = {
  name: 'people',
  commands: ['RegisterPerson', 'AffiliatePerson'],
  columns: [
    { name: 'handle', isRequired: true, what: 'the pseudonym for signing in', read: words },
    { name: 'partner', aliases: ['partnerId'], isFillable: true, what: 'slug or id of the partner', read: words },
    { name: 'role', isFillable: true, what: 'partner-staff, program-manager, facilitator or champion', read: words },
    { name: 'from', isFillable: true, what: 'the first day in the role, YYYY-MM-DD', read: date },
    { name: 'until', what: 'the last day, where it is known', read: date },
  ],
  ask: askForPerson,
};

const OF_A_ROLE = ['partner', 'role', 'from'] as const;

function askForPerson(row: ReadRow, { known }: Surroundings): Asked {
  const subject = String(row.values['handle']);
  const own = entityId('per', commandIdOfRow('RegisterPerson', [subject]));
  const registered = known.personByHandle.get(subject);
  const register = { name: 'RegisterPerson', type: RegisterPerson, key: [subject], members: { handle: subject } };
  // Registered by another command: nothing to do for that half of the row.
  const found = registered === undefined || registered === own ? undefined : registered;
  const steps = found === undefined ? [register] : [];
  if ([...OF_A_ROLE, 'until'].every((name) => row.values[name] === undefined))
    return { subject, steps, ...(found === undefined ? {} : { found }) };
  const affiliation = affiliationIn(row, registered ?? own, known);
  if ('errors' in affiliation) return { subject, steps, errors: affiliation.errors };
  return { subject: `${subject} at ${String(row.values['partner'])}`, steps: [...steps, affiliation.step] };
}

function affiliationIn(
  row: ReadRow,
  personId: PersonId,
  known: Known,
): { readonly step: Step } | { readonly errors: readonly RowError[] } {
  const missing = OF_A_ROLE.filter((name) => row.values[name] === undefined);
  if (missing.length > 0) return { errors: missing.map((name) => lacking(row, name)) };
  const partner = partnerIn(row, 'partner', known);
  if ('error' in partner) return { errors: [partner.error] };
  const { handle, role, from, until } = row.values as Readonly<Record<string, string | undefined>>;
  if (until !== undefined && until < String(from)) return { errors: [endsTooEarly(row, until, String(from))] };
  const { partnerId } = partner;
  const members = { partnerId, personId, role, from, ...(until === undefined ? {} : { until }) };
  const key = [partnerId, String(handle), String(role), String(from)];
  return { step: { name: 'AffiliatePerson', type: AffiliatePerson, key, members } };
}

const lacking = (row: ReadRow, column: string): RowError =>
  errorIn(row, column, {
    code: 'REQUIRED',
    detail: 'A role needs the partner, the role and the first day.',
    wouldPass: 'all three of partner, role, from; or none of them',
  });

/** The command would say so too, but only after the person was registered. */
const endsTooEarly = (row: ReadRow, until: string, from: string): RowError =>
  errorIn(row, 'until', {
    code: 'ENDS_BEFORE_START',
    detail: `The last day, ${until}, lies before the first, ${from}.`,
    wouldPass: `a day from ${from} on`,
  });
