import { ApprovalActRefused } from '#contexts/access/events/approval-act-refused';
import { ApprovalConfirmed } from '#contexts/access/events/approval-confirmed';
import { ApprovalRejected } from '#contexts/access/events/approval-rejected';
import { ApprovalRequested } from '#contexts/access/events/approval-requested';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import { approvalsProjection } from '#contexts/access/projections/approvals';
import { onApprovalConfirmed } from '#contexts/access/reactions/on-approval-confirmed';
import type { PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import type { NetworkRole } from '#kernel/roles/roles';
import { inStream, specification } from '../../../../test/support/given-when-then';
import { NOW, pat, person, pia, pol } from '../../../../test/support/network';
import { approvalStreams } from './approval-streams';

const approvalId = entityId('apr', uuidOf('asked'));
const fay = person('fay');
const holds = (personId: PersonId, role: NetworkRole) =>
  inStream(`person-${personId}`, RoleGranted({ personId, role }));
const { given } = specification([approvalStreams], `approval-${approvalId}`, NOW, [
  holds(pia, 'program-staff'),
  holds(pat, 'program-staff'),
  holds(fay, 'finance'),
]);
const command = { name: 'OverrideCap', version: 1, payload: { year: 2026 }, path: '/v1/cap-overrides' };
const ask = { name: 'RequestApproval', key: 'asked', by: pia, payload: { command } };
const confirm = (by: PersonId, note?: string) => ({
  name: 'ConfirmApproval',
  by,
  payload: { approvalId, ...(note === undefined ? {} : { note }) },
});
const reject = (by: PersonId) => ({ name: 'RejectApproval', by, payload: { approvalId } });
const asked = () => given().when(ask).thenAccepted();
const common = { approvalId, command, requestedBy: [pia] };

describe('an act of two people', () => {
  it('RequestApproval says no to nothing: who may ask is the table’s', () => {
    given().when(ask).then(ApprovalRequested(common));
    given()
      .when(ask)
      .thenReply({
        status: 202,
        body: {
          id: approvalId,
          status: 'pending',
          command: { name: 'OverrideCap', payload: { year: 2026 } },
          requestedBy: [pia],
          expiresAt: '2026-09-03T12:00:00.000Z',
        },
        location: `/v1/approvals/${approvalId}`,
      });
  });

  it('is confirmed by another, who might have asked as well', () => {
    asked()
      .when(confirm(pat, 'Seen.'))
      .then(ApprovalConfirmed({ ...common, confirmedBy: [pat], role: 'program-staff', note: 'Seen.' }));
  });

  it('is answered within 30 days, or asked for anew', () => {
    const late = { at: '2026-09-03T12:00:00.000Z' };
    asked()
      .when({ ...confirm(pat), at: '2026-09-03T11:59:59.999Z' })
      .thenAccepted();
    asked()
      .when({ ...confirm(pat), ...late })
      .thenNotNow('NOT_OPEN', { figures: { status: 'expired', expiresAt: late.at, needed: 'pending' } });
    asked()
      .when({ ...reject(pia), ...late })
      .thenNotNow('NOT_OPEN');
  });

  it('ConfirmApproval says no in this order: absent, answered, the same person, no such role', () => {
    given().when(confirm(pat)).thenNotNow('NOT_FOUND', { status: 404 });
    asked().when(confirm(pat)).thenAccepted().when(confirm(pia)).thenNotNow('NOT_OPEN');
    const figures = { person: pia };
    const detail = 'You asked for it; another person must confirm it.';
    asked()
      .when(confirm(pia))
      .thenRefused(ApprovalActRefused({ because: 'SOD', detail, figures, approvalId }));
    asked()
      .when({ ...confirm(pat), onBehalfOf: pia })
      .thenRefusedBecause('SOD');
    for (const by of [fay, pol]) asked().when(confirm(by)).thenNotNow('FORBIDDEN', { status: 403 });
    const left = asked();
    left.world.record(`person-${pat}`, [RoleRevoked({ personId: pat, role: 'program-staff', reason: 'Left.' })]);
    left.when(confirm(pat)).thenNotNow('FORBIDDEN');
  });

  it('on a payee’s account is confirmed by finance alone, who writes down the call-back', () => {
    const payee = { ...ask, payload: { command: { ...command, name: 'ChangePayee' } } };
    const pending = () => given().when(payee).thenAccepted();
    pending()
      .when(confirm(pat, 'Called.'))
      .thenNotNow('FORBIDDEN', { figures: { command: 'ChangePayee', needs: 'finance' } });
    pending()
      .when(confirm(fay))
      .thenNotNow('NOTE_MISSING', { status: 409, figures: { needed: 'the call-back to the partner' } });
    pending()
      .when(confirm(fay, 'Called Ana.'))
      .thenAccepted({ confirmedBy: [fay], role: 'finance', note: 'Called Ana.' });
  });

  it('is rejected by anybody who might have asked, or taken back', () => {
    asked()
      .when(reject(pat))
      .then(ApprovalRejected({ ...common, rejectedBy: [pat] }));
    asked().when(reject(pia)).thenAccepted().when(confirm(pat)).thenNotNow('NOT_OPEN');
  });

  it('RejectApproval says no in this order: absent, answered, no such role', () => {
    given().when(reject(fay)).thenNotNow('NOT_FOUND');
    asked().when(reject(pat)).thenAccepted().when(reject(fay)).thenNotNow('NOT_OPEN');
    asked().when(reject(fay)).thenNotNow('FORBIDDEN', { status: 403 });
  });

  it('is issued in both names: the confirmer acts for the asker', () => {
    const { world } = asked().when(confirm(pat)).thenAccepted();
    const reacted = onApprovalConfirmed.react(world.log.at(-1)!);
    expect(reacted).toMatchObject({
      name: 'OverrideCap',
      command: { year: 2026 },
      by: { actor: pat, principal: pia, role: 'program-staff' },
    });
    expect(world.documents(approvalsProjection).get(approvalId)).toEqual({
      ...{ id: approvalId, status: 'confirmed', act: 'OverrideCap', payload: { year: 2026 } },
      ...{
        requestedBy: [pia],
        requestedAt: NOW,
        expiresAt: '2026-09-03T12:00:00.000Z',
        answeredBy: [pat],
        answeredAt: NOW,
        note: null,
        revision: 1,
      },
    });
  });

  it('stores no answer that cannot follow', () => {
    const { world } = asked();
    const event = ApprovalConfirmed({ ...common, confirmedBy: [pia], role: 'program-staff' });
    expect(() => world.record(`approval-${approvalId}`, [event])).toThrow('names two');
  });
});
