import { CapOverridden } from '#contexts/incentives/events/cap-overridden';
import { CapOverrideRefused } from '#contexts/incentives/events/cap-override-refused';
import { capUsageProjection } from '#contexts/incentives/projections/cap-usage';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import { inStream } from '../../../../test/support/given-when-then';
import {
  A,
  affiliated,
  approve,
  B,
  bob,
  claim,
  district,
  incentivesUnder,
  partnerId,
  pat,
  pia,
  published,
  received,
  verify,
} from '../../../../test/support/network';

const { given } = incentivesUnder(published({ ...defaultIncentivesPolicy, annualCapCents: cents(500_000) }));
const override = (fields: object = {}) => ({
  name: 'OverrideCap',
  payload: { partnerId: A, year: 2026, cents: 300_000, reason: 'Two states.', expiresOn: '2026-08-31', ...fields },
  by: pat,
  onBehalfOf: pia,
});

describe('OverrideCap', () => {
  it('adds to the cap of one partner and year, and names both people', () => {
    given()
      .when(override())
      .then(
        CapOverridden({
          partnerId: A,
          programYear: 2026,
          cents: cents(300_000),
          reason: 'Two states.',
          expiresOn: plainDate('2026-08-31'),
          overriddenBy: [pat, pia],
        }),
      );
  });

  it('says no in this order: no such partner, nothing, over already, one of the two works for it', () => {
    given()
      .when(override({ partnerId: partnerId('none'), cents: 0 }))
      .thenNotNow('NOT_FOUND');
    given()
      .when(override({ cents: 0, expiresOn: '2026-08-03' }))
      .thenNotNow('OVERRIDE_EMPTY');
    given()
      .when(override({ expiresOn: '2026-08-03' }))
      .thenNotNow('EXPIRES_IN_PAST');
    given(inStream(`partner-${A}`, affiliated(A, pat)))
      .when(override({ expiresOn: '2026-08-03' }))
      .thenNotNow('EXPIRES_IN_PAST');
    given()
      .when(override({ expiresOn: '2026-08-04' }))
      .thenAccepted();
  });

  it('is nothing that somebody of the partner asks for or confirms, in whatever role', () => {
    for (const one of [pat, pia]) {
      given(inStream(`partner-${A}`, affiliated(A, one, 'champion')))
        .when(override())
        .thenRefused(
          CapOverrideRefused({
            ...{
              partnerId: A,
              programYear: 2026,
              because: 'SOD',
              detail: 'Nobody raises the cap of their own partner.',
            },
            figures: { person: one, act: 'override-cap', held: 'partner' },
          }),
        );
    }
    given(inStream(`partner-${B}`, affiliated(B, pat)))
      .when(override())
      .thenAccepted();
  });

  it('counts until its last day is over in the program’s zone, and what was decided under it stands', () => {
    const full = given(received('file'))
      .when(claim('district-onboarded', district(1)))
      .thenAccepted({ claim: { reservedCents: 500_000 } });
    full.when(claim('strategic-plan-completed', district(1))).thenRefusedBecause('CAP_EXCEEDED');
    const raised = full.when(override()).thenAccepted();
    raised
      .when(claim('strategic-plan-completed', district(1), { key: 'plan', at: '2026-09-01T06:59:59.999Z' }))
      .thenAccepted({ cap: { capCents: 800_000, headroomBeforeCents: 300_000, headroomAfterCents: 0 } })
      .when({ ...verify('plan'), at: '2026-09-02T12:00:00.000Z' })
      .thenAccepted()
      .when({ ...approve('plan'), at: '2026-09-02T12:00:00.000Z' })
      .thenAccepted({ cap: { capCents: 500_000, headroomAfterCents: 0 }, claim: { approvedCents: 300_000 } });
    raised
      .when(claim('coach-cohort-managed', 'cohort:x', { at: '2026-09-01T07:00:00.000Z' }))
      .thenRefusedBecause('CAP_EXCEEDED');
  });

  it('counts for the program year that it names, and for no other', () => {
    const earlier = { outcomeDate: '2025-12-20', at: '2026-01-10T12:00:00.000Z', key: 'earlier' };
    given(received('file'))
      .when(override({ year: 2025 }))
      .thenAccepted()
      .when(claim('district-onboarded', district(1), earlier))
      .thenAccepted({ cap: { capCents: 800_000 } })
      .when(claim('district-onboarded', district(2)))
      .thenAccepted({ cap: { capCents: 500_000 } });
  });

  it('is of no use to another partner', () => {
    const { world } = given(received('file')).when(override()).thenAccepted();
    const b = world.ask(...asked(claim('district-onboarded', district(2), { partner: B, by: bob })));
    expect(b.answer).toMatchObject({ events: [{ data: { cap: { capCents: 500_000 } } }] });
    expect(world.documents(capUsageProjection).get(`${A}/2026`)).toMatchObject({
      overrides: [{ cents: 300_000, expiresOn: '2026-08-31', reason: 'Two states.' }],
      claims: 0,
    });
  });
});

const asked = ({ name, payload, ...by }: ReturnType<typeof claim>) => [name, payload, by] as const;
