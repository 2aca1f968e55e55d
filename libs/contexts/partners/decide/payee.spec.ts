import { PayeeChangeRefused } from '#contexts/partners/events/payee-change-refused';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import { W9Received } from '#contexts/partners/events/w9-received';
import { payeeHold } from '#contexts/partners/reactions/payee-hold';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { specification } from '../../../../test/support/given-when-then';
import { affiliated, amy, ana, bob, NOW, onboarded, partnerId, person, pia } from '../../../../test/support/network';
import { partnerStreams } from './partner-streams';

const P = partnerId('partner-a');
const fin = person('fin');
const { given } = specification([partnerStreams], `partner-${P}`, NOW);
const joined = [onboarded(P, 'partner-a'), affiliated(P, ana), affiliated(P, amy, 'champion')];
const details = { sha256: 'a'.repeat(64), bytes: 250 };
const bank = { sha256: 'b'.repeat(64), bytes: 251 };
const DUE = instant('2026-08-05T12:00:00.000Z');

const w9 = (fields: object = {}) => ({
  ...{ name: 'RecordW9', by: ana, role: 'partner-staff' },
  payload: { partnerId: P, taxClass: 'exempt', signedOn: '2026-08-04', details, ...fields },
});
/** As the approval issues it: the confirmer for the asker. */
const change = { name: 'ChangePayee', payload: { partnerId: P, bank }, by: fin, onBehalfOf: pia, role: 'finance' };
const first = PayeeChanged({ partnerId: P, bank: details, changedBy: [fin, pia], heldUntil: null });
const changed = PayeeChanged({ partnerId: P, bank, changedBy: [fin, pia], heldUntil: DUE });
const end = (at: string) => ({ name: 'EndPayeeHold', payload: { partnerId: P }, at });

describe('RecordW9', () => {
  it('keeps class and day, and where the rest lies', () => {
    given(...joined)
      .when(w9())
      .then(
        W9Received({ partnerId: P, taxClass: 'exempt', signedOn: plainDate('2026-08-04'), details, receivedBy: [ana] }),
      );
  });

  it('says no in this order: absent or another’s, signed in the future', () => {
    given().when(w9()).thenNotNow('NOT_FOUND');
    for (const by of [bob, amy])
      given(...joined)
        .when({ ...w9({ signedOn: '2026-08-05' }), by })
        .thenNotNow('NOT_FOUND');
    given(...joined)
      .when(w9({ signedOn: '2026-08-05' }))
      .thenNotNow('SIGNED_IN_FUTURE', { figures: { signedOn: '2026-08-05', today: '2026-08-04' } });
    given(...joined)
      .when({ ...w9(), by: pia, role: 'program-staff' })
      .thenAccepted();
  });
});

describe('ChangePayee', () => {
  it('names both people, and is not held when there was no account before', () => {
    given(...joined)
      .when({ ...change, payload: { partnerId: P, bank: details } })
      .then(first);
  });

  it('is held for 24 hours when it takes another’s place', () => {
    given(...joined, first)
      .when(change)
      .then(changed);
  });

  it('says no in this order: absent, one of the two works for the partner', () => {
    given().when(change).thenNotNow('NOT_FOUND');
    for (const one of [fin, pia]) {
      given(...joined, affiliated(P, one, 'champion'))
        .when(change)
        .thenRefused(
          PayeeChangeRefused({
            ...{ partnerId: P, because: 'SOD', detail: 'Nobody says where the money of their own partner goes.' },
            figures: { person: one, act: 'change-payee', held: 'partner' },
          }),
        );
    }
    // Who worked for it before does so no more.
    given(...joined, affiliated(P, pia, 'champion', ['2020-01-01', '2026-08-03']))
      .when(change)
      .thenAccepted();
  });
});

describe('EndPayeeHold', () => {
  it('ends it when its time has come, once', () => {
    given(...joined, first, changed)
      .when(end(DUE))
      .then(PayeeHoldEnded({ partnerId: P, heldUntil: DUE }))
      .when(end(DUE))
      .thenNotNow('NOT_OPEN');
  });

  it('says no in this order: absent, no hold, not due', () => {
    given().when(end(DUE)).thenNotNow('NOT_FOUND');
    given(...joined)
      .when(end(DUE))
      .thenNotNow('NOT_OPEN');
    given(...joined, first, changed)
      .when(end('2026-08-05T11:59:59.999Z'))
      .thenNotNow('NOT_DUE');
  });

  it('begins anew with another change', () => {
    given(...joined, first, changed)
      .when({ ...change, at: '2026-08-05T00:00:00.000Z' })
      .thenAccepted({ heldUntil: '2026-08-06T00:00:00.000Z' })
      .when(end(DUE))
      .thenNotNow('NOT_DUE');
  });

  it('is due when the change says so, and not after it has ended', () => {
    const { log } = given(...joined, first, changed, PayeeHoldEnded({ partnerId: P, heldUntil: DUE })).world;
    expect(log.slice(-3).map((event) => payeeHold.moves(event))).toEqual([
      [{ entity: P, dueAt: null }],
      [{ entity: P, dueAt: DUE }],
      [{ entity: P, dueAt: null }],
    ]);
  });
});
