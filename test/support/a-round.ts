import { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { RoundStanding } from '#contexts/grants/events/round-standing';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { fund, goals, grants, open, pinOf, Q3 } from './grants';

const { given } = grants;
/** The year's money before anything is given, but for what is said otherwise. */
export const pool = (more: object = {}) => ({
  ...{ year: 2026, release: 'quarterly' as const, fundedCents: cents(25_000_000), availableCents: cents(25_000_000) },
  ...{ offeredCents: cents(0), awardedCents: cents(0), lapsedCents: cents(0), returnedCents: cents(0), lapsed: false },
  ...more,
});
/** The round of the third quarter as it opened, but for what is said otherwise. */
export const round = (more: Partial<RoundStanding> = {}): RoundStanding => ({
  ...{ quarter: Q3, status: 'open', closedAt: null, goals, policy: pinOf() },
  ...{ startsAt: instant('2026-07-01T07:00:00.000Z'), endsAt: instant('2026-10-01T07:00:00.000Z') },
  ...{ opensAt: instant('2026-07-01T07:00:00.000Z'), closesAt: instant('2026-09-16T07:00:00.000Z') },
  graceEndsAt: instant('2026-09-16T07:00:00.000Z'),
  capPerPartnerCents: cents(500_000),
  capReason: { usedCents: cents(0), baseCents: cents(12_500_000), fromPercent: 0 },
  releasedAvailableCents: cents(18_750_000),
  ...more,
});
export const funded = () => given().when(fund()).thenAccepted();
export const opened = () => funded().when(open()).thenAccepted();
/** A refusal on record, of an act that concerns no partner. */
export const refusedAct = (
  act: string,
  about: string,
  because: string,
  detail: string,
  figures: object,
  wouldPass?: object,
) =>
  GrantActRefused({
    ...{ act, about, partnerId: null, because, detail },
    figures: figures as never,
    ...(wouldPass === undefined ? {} : { wouldPass: wouldPass as never }),
  });
