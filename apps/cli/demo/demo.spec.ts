import { canonical } from '#kernel/codec/canonical';
import { sha256 } from '#kernel/codec/digest';
import { plainDate } from '#kernel/time/plain-date';
import { FileBlobStore } from '#platform/blobs/files/file-blob-store';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import { registry } from '#platform/profiles/registry';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import { replayDecisions } from '#platform/runtime/replay/replay-decisions';
import { foldByAll } from '../../../test/support/all-folds';
import { eventsIn, tellStory } from '../../../test/support/demo-story';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { partnerIdOf } from './simulation/names';
import { tallyOf } from './tally';

jest.setTimeout(180_000);

const NOW = plainDate('2026-11-25');
const CAP_CENTS = 2_500_000;
const STATUSES = [...['approved', 'claimed', 'contested', 'denied', 'information-requested', 'verified', 'withdrawn']];

describe('the demo network with its history', () => {
  const folder = temporaryFolder();
  const store = new MemoryEventStore();
  let blobs: FileBlobStore;
  let events: readonly StoredEvent[];

  beforeAll(async () => {
    blobs = await FileBlobStore.open(folder.path);
    await tellStory(store, { demo: 'full', now: NOW }, blobs);
    events = await eventsIn(store);
  });
  afterAll(() => folder.remove());

  // What is asserted of these is checked by running.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const dataOf = (type: string): any[] =>
    events.filter((event) => event.type === type).map(({ data }) => JSON.parse(data));

  it('is the same log again for the same day', async () => {
    const again = new MemoryEventStore();
    await tellStory(again, { demo: 'full', now: NOW });
    expect((await tallyOf(again)).root).toBe((await tallyOf(store)).root);
  });

  it('is read by every fold without a byte of it being changed: they are all handed the same event', () => {
    const decoded = events.map((event) => decodeEvent(event, registry.catalogue));
    // What an upcaster made of an older version has no stored bytes to be held against.
    const asStored = decoded.filter(({ version }, i) => version === events[i]?.version);
    const texts = () => asStored.map(({ data, metadata }) => canonical({ data, metadata }));
    const before = texts();
    foldByAll(decoded);
    expect(texts()).toEqual(before);
  });

  it('has the directory’s 53 partners and everybody’s sign-in', async () => {
    const handles = dataOf('PersonRegistered').map(({ handle }) => handle);
    expect(await tallyOf(store)).toMatchObject({ partners: 53, people: 13 + 3 * 53 });
    expect(handles).toEqual(expect.arrayContaining(['admin-2', 'finance-3', 'codeva-staff-2', 'explora-champion-1']));
    expect(new Set(handles).size).toBe(handles.length);
    expect(new Set(dataOf('PartnerOnboarded').map(({ slug }) => slug)).size).toBe(53);
  });

  it('has claims in every state that there is', async () => {
    const { claims } = await tallyOf(store);
    expect(Object.keys(claims)).toEqual(STATUSES);
    expect(Object.values(claims).reduce((sum, count) => sum + count)).toBeGreaterThan(1_400);
    const made = dataOf('IncentiveClaimed').map(({ claim }) => claim);
    expect(made.filter(({ truncated }) => truncated).length).toBeGreaterThan(3);
    const flags = new Set(made.flatMap((claim) => claim.flags));
    expect([...flags].sort()).toEqual(['EVIDENCE_REUSED', 'EVIDENCE_REUSED_ACROSS_PARTNERS', 'OUT_OF_TERRITORY']);
    expect(dataOf('ClaimApproved').some(({ claim }) => claim.approvedCents < claim.requestedCents)).toBe(true);
  });

  it('meets deadlines at their own moment: a question unanswered, appeals that never came, a day to object', async () => {
    const met = (service: string) => events.filter(({ metadata }) => metadata.includes(`"actor":"service:${service}"`));
    expect(met('unanswered-claim').map(({ type, recordedAt }) => [type, recordedAt])).toEqual([
      ['ClaimDenied', '2025-04-17T07:01:00.000Z'],
    ]);
    expect(met('appeal-window').length).toBeGreaterThan(20);
    expect(met('payee-hold').map(({ type }) => type)).toEqual(['PayeeHoldEnded']);
    const held = dataOf('HoldsChanged').map(({ holds }) => holds.join());
    expect(new Set(held)).toEqual(new Set(['', 'bank-changed', 'partner-paused']));
    const created = new Set(dataOf('PayableCreated').flatMap(({ holds }) => holds));
    expect([...created].sort()).toEqual(['no-w9', 'partner-paused', 'payee-unverified']);
  });

  it('divides states among partners by ZIP code, and shares some', async () => {
    const parts = dataOf('TerritoryDefined');
    expect(parts.length).toBe(23);
    const chicago = parts.filter(({ areas }) => areas.some(({ zips }: { zips: string[] }) => zips.includes('606')));
    expect(chicago).toHaveLength(2);
  });

  it('has refusals for every main reason, breaches of duty among them', async () => {
    const { refusals } = await tallyOf(store);
    expect(Object.keys(refusals)).toEqual(
      expect.arrayContaining([
        ...['ABOVE_CATALOGUE', 'BELOW_LOWEST_TIER', 'BELOW_MINIMUM', 'CAP_EXCEEDED', 'CLAIM_WINDOW_CLOSED'],
        ...['CODE_UNKNOWN', 'DUPLICATE_OUTCOME', 'EVIDENCE_MISSING', 'EVIDENCE_UNKNOWN', 'OUTCOME_IN_FUTURE'],
        ...['OUTCOME_UNKNOWN', 'PARTNER_EXITED', 'PARTNER_PAUSED', 'SUBJECT_KIND', 'UNITS_UNEXPECTED'],
      ]),
    );
    expect(refusals['SOD']).toBe(2);
  });

  it('keeps every partner’s year within its cap at every event, and brings some to the last cent of it', () => {
    const byClaim = new Map<string, number>();
    const byYear = new Map<string, number>();
    for (const { data } of events) {
      const { claim } = JSON.parse(data);
      if (claim === undefined) continue;
      const key = `${claim.partnerId}/${claim.programYear}`;
      const used = claim.reservedCents + claim.approvedCents;
      byYear.set(key, (byYear.get(key) ?? 0) + used - (byClaim.get(claim.claimId) ?? 0));
      byClaim.set(claim.claimId, used);
      expect(byYear.get(key)).toBeLessThanOrEqual(CAP_CENTS);
    }
    expect(byYear.get(`${partnerIdOf('explora')}/2025`)).toBe(CAP_CENTS);
    expect(byYear.get(`${partnerIdOf('codeva')}/2025`)).toBe(CAP_CENTS);
  });

  it('has rules that came and went, and acts that wait for their second person', () => {
    const versions = dataOf('IncentivesPolicyPublished').map(({ version, effectiveFrom, content }) => [
      ...[version, effectiveFrom, content.annualCapCents],
    ]);
    expect(versions).toEqual([
      [1, '2017-01-01', 2_500_000],
      [2, '2025-10-01', 2_400_000],
      [3, '2025-11-10', 2_500_000],
    ]);
    const answered = new Set(
      [...dataOf('ApprovalConfirmed'), ...dataOf('ApprovalRejected')].map((one) => one.approvalId),
    );
    const pending = dataOf('ApprovalRequested').filter(({ approvalId }) => !answered.has(approvalId));
    expect(pending.map(({ command }) => command.name).sort()).toEqual(['OverrideCap', 'PublishDraftedPolicy']);
    expect(dataOf('CapOverridden')).toMatchObject([{ programYear: 2026, cents: 500_000 }]);
  });

  it('plays examples.md E1 to the cent', () => {
    const own = events.flatMap(({ data, type }) => {
      const { claim, partnerId, cap } = JSON.parse(data);
      const isOwn = (claim?.partnerId ?? partnerId) === partnerIdOf('codeva') && claim?.programYear !== 2026;
      if (!isOwn || !['IncentiveClaimed', 'ClaimDenied', 'ClaimApproved'].includes(type)) return [];
      return [
        [type, claim.outcomeType.split('-')[0], claim.reservedCents, claim.approvedCents, cap.headroomAfterCents],
      ];
    });
    expect(own.slice(8)).toEqual([
      ['IncentiveClaimed', 'strategic', 300_000, 0, 200_000],
      ['IncentiveClaimed', 'coach', 200_000, 0, 0],
      ['ClaimDenied', 'strategic', 0, 0, 300_000],
      ['ClaimApproved', 'coach', 0, 250_000, 250_000],
      ['IncentiveClaimed', 'course', 100_000, 0, 150_000],
      ['ClaimApproved', 'course', 0, 100_000, 150_000],
      ['IncentiveClaimed', 'strategic', 150_000, 0, 0],
      ['ClaimApproved', 'strategic', 0, 150_000, 0],
    ]);
  });

  it('makes every approval payable, once, and holds those of a paused partner', () => {
    const payables = dataOf('PayableCreated').filter(({ fund }) => fund === 'incentives');
    expect(payables.map(({ decisionId }) => decisionId)).toEqual(
      dataOf('ClaimApproved').map(({ decisionId }) => decisionId),
    );
    expect(payables.some(({ holds }) => holds.includes('partner-paused'))).toBe(true);
  });

  it('has grants in every state: proposals, awards, rounds decided by two people and one that is open', () => {
    const proposals = new Map<string, string>();
    const awards = new Map<string, string>();
    for (const { data } of events) {
      const { proposal, award } = JSON.parse(data);
      if (proposal !== undefined) proposals.set(proposal.proposalId, proposal.status);
      if (award !== undefined) awards.set(award.awardId, award.status);
    }
    expect([...new Set(proposals.values())].sort()).toEqual(['awaiting-cosignature', 'submitted', 'withdrawn']);
    const slates = dataOf('RoundAllocated').map(({ slate }) => slate);
    const outcomes = slates.flatMap(({ lines }) => lines.map(({ outcome }: { outcome: string }) => outcome));
    expect([...new Set(outcomes)].sort()).toEqual(['awarded', 'not-funded', 'partial', 'waitlisted']);
    expect(slates.some(({ leftOut }) => leftOut.length > 0)).toBe(true);
    expect([...new Set(awards.values())].sort()).toEqual(
      expect.arrayContaining(['accepted', 'closed', 'declined', 'lapsed', 'reported', 'report-accepted', 'reversed']),
    );
    const decided = dataOf('RoundAllocated').map(({ round }) => round.quarter);
    expect(decided).toEqual([1, 2, 3, 4].map((n) => `2025-Q${n}`).concat([1, 2, 3].map((n) => `2026-Q${n}`)));
    for (const { requestedBy, confirmedBy } of dataOf('RoundAllocated')) expect(requestedBy).not.toEqual(confirmedBy);
    expect(dataOf('RoundOpened').at(-1).round.quarter).toBe('2026-Q4');
    expect(dataOf('WaitlistPromoted').length).toBeGreaterThan(0);
    expect(dataOf('GrantActRefused').map(({ because }) => because)).toContain('ABOVE_OFFER');
    expect(dataOf('ConflictDeclared').some(({ recomputed }) => recomputed !== undefined)).toBe(true);
  });

  it('keeps every year’s pool whole at every event', () => {
    let seen = 0;
    for (const { data } of events) {
      const { pool: bare, move } = JSON.parse(data);
      const pool = bare ?? move?.pool;
      if (pool === undefined) continue;
      const { availableCents, offeredCents, awardedCents, lapsedCents, fundedCents } = pool;
      expect(availableCents + offeredCents + awardedCents + lapsedCents).toBe(fundedCents);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(300);
  });

  it('can be decided again, every decision of it', async () => {
    const verdicts = new Map<string, number>();
    for await (const { verdict } of replayDecisions(store, registry.deciders, registry.catalogue, registry.folds)) {
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    expect([...verdicts]).toEqual([['MATCH', events.length]]);
  });

  it('has the file of every piece of evidence, a PDF under its own digest', async () => {
    const received = dataOf('EvidenceReceived');
    expect(received.length).toBeGreaterThan(1_400);
    for (const { sha256: name, bytes } of received) {
      const file = await blobs.get(name);
      expect([file?.byteLength, file && sha256(file)]).toEqual([bytes, name]);
      expect(Buffer.from(file!).subarray(0, 9).toString()).toBe('%PDF-1.4\n');
    }
  });

  it('lies in the past of the day it is made for, and names nobody', () => {
    expect(events.at(-1)!.recordedAt < '2026-11-25T08:00:00.000Z').toBe(true);
    expect(events.at(-1)!.recordedAt > '2026-11-24').toBe(true);
    const canaries = /\w@[\w-]+\.\w|[eE]-?mail|[pP]hone|\b(Mr|Ms|Mrs)\b/;
    expect(events.filter(({ data, metadata }) => canaries.test(data + metadata)).length).toBe(0);
    for (const person of dataOf('PersonRegistered')) {
      expect(Object.keys(person).sort()).toEqual(['handle', 'personId', 'profileSha256']);
      expect(person.handle).toMatch(/^(admin|program|reviewer|finance|auditor|[a-z0-9-]+-(staff|champion))-\d$/);
    }
  });
});

describe('the demo network on other days', () => {
  it.each(['2026-01-01', '2026-01-07', '2028-02-29'])('can be told on %s', async (day) => {
    const store = new MemoryEventStore();
    await tellStory(store, { demo: 'full', now: plainDate(day) });
    const { claims } = await tallyOf(store);
    expect(Object.keys(claims)).toEqual(STATUSES);
  });
});
