import { RegisterPerson } from '#contexts/access/commands/register-person';
import { date, words } from '#contexts/imports/kinds/cell-readers';
import type { Asked, Kind, ReadRow, RowError, Step, Surroundings } from '#contexts/imports/kinds/kind';
import { errorIn } from '#contexts/imports/kinds/kind';
import { commandIdOfRow } from '#contexts/imports/kinds/row-command';
import { partnerIn } from '#contexts/imports/kinds/partner-in';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
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

function askForPerson(row: ReadRow, surroundings: Surroundings): Asked {
  const { handle, partner, until } = row.values;
  const subject = String(handle);
  const registered = surroundings.known.personByHandle.get(subject);
  const own = commandIdOfRow('RegisterPerson', [subject]);
  const personId = registered ?? entityId('per', own);
  // Registered by another command: nothing to do for that half of the row.
  const isOthers = registered !== undefined && registered !== entityId('per', own);
  const register: Step = { name: 'RegisterPerson', type: RegisterPerson, key: [subject], members: { handle } };
  const steps = isOthers ? [] : [register];
  if ([...OF_A_ROLE, 'until'].every((name) => row.values[name] === undefined))
    return isOthers ? { subject, steps, found: personId } : { subject, steps };
  const missing = OF_A_ROLE.filter((name) => row.values[name] === undefined).map((name) => lacking(row, name));
  if (missing.length > 0) return { subject, steps, errors: missing };
  const found = partnerIn(row, 'partner', surroundings.known);
  if ('error' in found) return { subject, steps, errors: [found.error] };
  const { role, from } = row.values;
  if (typeof until === 'string' && until < String(from)) return { subject, steps, errors: [endsTooEarly(row)] };
  const members = { partnerId: found.partnerId, personId, role, from, ...(until === undefined ? {} : { until }) };
  const key = [found.partnerId, subject, String(role), String(from)];
  const affiliate: Step = { name: 'AffiliatePerson', type: AffiliatePerson, key, members };
  return { subject: `${subject} at ${String(partner)}`, steps: [...steps, affiliate] };
}

const lacking = (row: ReadRow, column: string): RowError =>
  errorIn(row, column, {
    code: 'REQUIRED',
    detail: 'A role needs the partner, the role and the first day.',
    wouldPass: 'all three of partner, role, from; or none of them',
  });

const endsTooEarly = (row: ReadRow): RowError =>
  errorIn(row, 'until', {
    code: 'ENDS_BEFORE_START',
    detail: `The last day, ${String(row.values['until'])}, lies before the first, ${String(row.values['from'])}.`,
    wouldPass: `a day from ${String(row.values['from'])} on`,
  });
