import { RecordSignUp } from '#contexts/engagement/commands/record-sign-up';
import { date, subject, wholeNumber } from '#contexts/imports/kinds/cell-readers';
import type { Asked, Kind, ReadRow } from '#contexts/imports/kinds/kind';

/** Districts (and schools that stand for themselves) that signed up for the district program. */
export const signupsKind: Kind = {
  name: 'signups',
  commands: ['RecordSignUp'],
  columns: [
    {
      name: 'districtId',
      aliases: ['subjectId', 'ncesId', 'district'],
      isRequired: true,
      what: 'its NCES id',
      read: subject,
    },
    { name: 'signedOn', aliases: ['monthClosed', 'date'], isRequired: true, what: 'the day, YYYY-MM-DD', read: date },
    { name: 'tier', isRequired: true, what: 'the tier of the program, 1 to 4', read: wholeNumber },
  ],
  ask: askForSignUp,
};

function askForSignUp({ values }: ReadRow): Asked {
  const subjectId = String(values['districtId']);
  const step = { name: 'RecordSignUp', type: RecordSignUp, key: [subjectId], members: { ...values } };
  return { subject: subjectId, steps: [step] };
}
