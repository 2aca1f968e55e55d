import { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import { RequestApproval } from '#contexts/access/commands/request-approval';
import { entityId } from '#kernel/ids/entity-id';
import { addDays } from '#kernel/time/plain-date';
import type { PlainDate } from '#kernel/time/plain-date';
import { account, named } from '../../payees';
import { finance, program } from '../../people';
import { workday } from '../../simulation/moments';
import { commandIdOf, partnerIdOf } from '../../simulation/names';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import { deskAt } from '../calendar-of-a-year';
import type { Scene } from './scene';
import { day } from './scene';

/** Program staff asks for another account; finance calls the partner back and confirms it two days later. */
function changed(slug: string, askedOn: PlainDate, confirmedOn: PlainDate): readonly Step[] {
  const bytes = account(slug, 2);
  const partnerId = partnerIdOf(slug);
  const payload = { partnerId, bank: named(bytes) };
  const command = { name: 'ChangePayee', version: 1, payload, path: `/v1/partners/${partnerId}/payee` };
  const name = `another account of ${slug}`;
  const approvalId = entityId('apr', commandIdOf(name));
  const note = 'Called the director at the number on file; she read the account out.';
  return [
    {
      at: deskAt(askedOn, 10),
      asks: [askOf(program('program-2'), name, RequestApproval, { command })],
      files: [bytes],
    },
    {
      at: deskAt(confirmedOn, 15),
      asks: [askOf(finance('finance-2'), `confirm ${name}`, ConfirmApproval, { approvalId, note })],
    },
  ];
}

/** A change of last year, long paid to; and one of the last day, for which what is owed is held. */
export const accountsChanged: Scene = {
  cast: ['educate-maine', 'idaho-digital-learning'],
  play: ({ lastYear, lastDay }) => [
    ...changed('educate-maine', day(lastYear, '06-08'), day(lastYear, '06-10')),
    ...changed('idaho-digital-learning', workday(addDays(lastDay, -4)), lastDay),
  ],
};
