import type { Subject } from '#contexts/access/policy/who-may';
import { can } from '#contexts/access/policy/who-may';
import type { PayableDocument } from '#contexts/payouts/views/payables';
import type { PartnerId } from '#kernel/ids/entity-id';
import { add, ZERO } from '#kernel/money/cents';
import type { PartnerRef } from '../table/listed';
import type { Work } from './work-row';

/** What ends a hold: the act on the partner, and its command. A hold that only time ends waits on nobody. */
const REMEDIES = [
  { hold: 'no-w9', act: 'w9', command: 'RecordW9' },
  { hold: 'payee-unverified', act: 'payee', command: 'ChangePayee' },
  { hold: 'partner-paused', act: 'reactivate', command: 'ReactivatePartner' },
] as const;

/**
 * What keeps money from being paid that a person may mend: a line a partner and hold, with all that waits for it. Where
 * money of a partner goes is for none of its people, as the decider says.
 */
export function payeeWork(
  held: readonly PayableDocument[],
  subject: Subject,
  partner: (id: PartnerId) => PartnerRef,
): readonly Work[] {
  const lines = new Map<string, Work>();
  for (const { partnerId, holds, amountCents, decidedAt } of held) {
    for (const { hold, act, command } of REMEDIES) {
      if (!holds.includes(hold) || !mayMend(subject, command, partnerId)) continue;
      const key = `${partnerId}/${act}`;
      const line = lines.get(key) ?? {
        ...{ kind: 'payee', id: partnerId, act, about: hold, partner: partner(partnerId), amountCents: ZERO },
        ...{ waitingSince: decidedAt, dueAt: null, href: `/v1/payables?status=held&partner=${partnerId}` },
      };
      const waitingSince = decidedAt < line.waitingSince ? decidedAt : line.waitingSince;
      lines.set(key, { ...line, waitingSince, amountCents: add(line.amountCents ?? ZERO, amountCents) });
    }
  }
  return [...lines.values()];
}

function mayMend(subject: Subject, command: string, partnerId: PartnerId): boolean {
  const permission = can(subject, command);
  if (!permission.allowed) return false;
  const own = subject.partnerRoles.filter((one) => one.partnerId === partnerId);
  if (permission.role === 'partner-staff') return own.some(({ role }) => role === 'partner-staff');
  return command !== 'ChangePayee' || own.length === 0;
}
