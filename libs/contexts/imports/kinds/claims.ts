import { cents, date, evidence, subject, wholeNumber, words } from '#contexts/imports/kinds/cell-readers';
import type { Asked, Kind, ReadRow, RowError, Surroundings } from '#contexts/imports/kinds/kind';
import { errorIn } from '#contexts/imports/kinds/kind';
import { noPartner, partnerIn } from '#contexts/imports/kinds/partner-in';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import type { Cents } from '#kernel/money/cents';
import { normalCode } from '#kernel/subjects/code';

/** Claims for outcomes, as a partner's staff file them one by one. The catalogue says what each is worth. */
export const claimsKind: Kind = {
  name: 'claims',
  commands: ['ClaimIncentive'],
  columns: [
    {
      name: 'partner',
      aliases: ['partnerId'],
      isRequired: true,
      isFillable: true,
      what: 'slug or id of the partner',
      read: words,
    },
    { name: 'outcomeType', isRequired: true, isFillable: true, what: 'a type of the catalogue', read: words },
    {
      name: 'subjectId',
      aliases: ['subject', 'ncesId'],
      isRequired: true,
      what: 'whom it is about: an NCES id',
      read: subject,
    },
    {
      name: 'outcomeDate',
      aliases: ['date'],
      isRequired: true,
      what: 'the day of the outcome, YYYY-MM-DD',
      read: date,
    },
    { name: 'units', aliases: ['teachers'], what: 'for amounts by number: how many teachers', read: wholeNumber },
    { name: 'courseCode', what: 'CSF, CSD, CSP, CSA or AI', read: words },
    { name: 'policyCode', what: 'which policy was adopted', read: words },
    { name: 'evidence', what: 'kind=SHA-256 of each uploaded file, parted by ;', read: evidence },
    {
      name: 'requestedCents',
      aliases: ['amountCents', 'amount'],
      what: 'what you expect of the catalogue',
      read: cents,
    },
    { name: 'note', what: 'words for the verifier', read: words },
  ],
  sums: 'requestedCents',
  ask: askForClaim,
};

function askForClaim(row: ReadRow, { known, ownPartners }: Surroundings): Asked {
  const { partner: _partner, requestedCents, evidence: files = [], ...rest } = row.values;
  const { outcomeType, subjectId, outcomeDate, courseCode = '', policyCode = '' } = rest;
  const about = `${String(outcomeType)} ${String(subjectId)}`;
  const found = partnerIn(row, 'partner', known);
  if ('error' in found) return { subject: about, steps: [], errors: [found.error] };
  const { partnerId } = found;
  // Before anything is looked up: an import must not tell what others have claimed.
  if (!ownPartners.includes(partnerId)) return { subject: about, steps: [], errors: [noPartner(row, 'partner')] };
  const codes = [courseCode, policyCode].map((code) => normalCode(String(code)));
  const key = [partnerId, String(outcomeType), String(subjectId), String(outcomeDate), ...codes];
  const members = { partnerId, ...rest, evidence: files };
  return {
    subject: about,
    steps: [{ name: 'ClaimIncentive', type: ClaimIncentive, key, members }],
    ...(requestedCents === undefined ? {} : { differs: (reply) => otherAmount(row, reply) }),
  };
}

/** The amount is the catalogue's; a row that expects another was made on another assumption. */
function otherAmount(row: ReadRow, reply: object): RowError | undefined {
  const { requestedCents } = reply as { readonly requestedCents?: Cents };
  const expected = row.values['requestedCents'];
  if (requestedCents === expected || requestedCents === undefined) return undefined;
  const detail = `The catalogue gives ${requestedCents} cents for it; the row expects ${String(expected)}.`;
  return errorIn(row, 'requestedCents', { code: 'AMOUNT_DIFFERS', detail, wouldPass: { requestedCents } });
}
