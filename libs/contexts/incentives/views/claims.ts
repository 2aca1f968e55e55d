import type { PolicyPin } from '#kernel/decider/event';
import type { ClaimId, DecisionId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

/** One thing that happened to a claim. The role says who; the person is for the audit, not for the partner. */
export interface ClaimHistoryEntry {
  readonly type: string;
  readonly at: Instant;
  readonly sequence: number;
  readonly role: string;
  /** Words of whoever acted, or the rule that said no. */
  readonly reason: string | null;
}

/** What the partner stated, each time that it did. */
export interface ClaimVersion {
  readonly version: number;
  readonly at: Instant;
  readonly outcomeDate: PlainDate;
  readonly units: number | null;
  readonly courseCode: string | null;
  readonly policyCode: string | null;
  readonly evidence: readonly { readonly kind: string; readonly sha256: string }[];
}

/** Whom an open claim waits on, for what, and since when. */
export interface ClaimWaiting {
  /** Whether it waits on anybody. */
  readonly open: boolean;
  readonly waitsOnRole: 'program-staff' | 'partner-staff' | null;
  readonly waitsOnAct: 'verify' | 'approve' | 'resolve-contest' | 'decide-appeal' | 'resubmit' | null;
  readonly waitingSince: Instant | null;
}

/** A claim as lists and its own page show it. */
export interface ClaimDocument extends ClaimWaiting {
  readonly id: ClaimId;
  readonly status:
    | 'claimed'
    | 'contested'
    | 'information-requested'
    | 'verified'
    | 'approved'
    | 'denied'
    | 'appealed'
    | 'rejected'
    | 'withdrawn'
    | 'reversed';
  readonly partnerId: PartnerId;
  readonly programYear: number;
  readonly outcomeType: string;
  readonly subjectId: string;
  readonly outcomeDate: PlainDate;
  readonly requestedCents: Cents;
  readonly reservedCents: Cents;
  readonly approvedCents: Cents;
  /** What of the approval was taken back. */
  readonly reversedCents: Cents;
  readonly truncated: boolean;
  readonly flags: readonly string[];
  readonly policy: PolicyPin;
  readonly units: number | null;
  readonly courseCode: string | null;
  readonly policyCode: string | null;
  readonly note: string | null;
  readonly evidence: readonly { readonly kind: string; readonly sha256: string }[];
  readonly submittedAt: Instant;
  readonly submittedBy: readonly PersonId[];
  readonly verifiedBy: readonly PersonId[];
  readonly decidedAt: Instant | null;
  readonly decidedBy: readonly PersonId[];
  readonly decisionId: DecisionId | null;
  readonly appealableUntil: Instant | null;
  /** The staff's question, and until when it may be answered; null when none is open. */
  readonly question: string | null;
  readonly answerBy: Instant | null;
  /** Everybody who submitted, verified or decided it at any time: they may not decide on it again. */
  readonly acted: readonly PersonId[];
  /** Another partner claims the same outcome. Which one is not the reader's to know. */
  readonly contested: boolean;
  readonly rivals: readonly ClaimId[];
  /** Acts on it that a rule forbade. */
  readonly refusals: number;
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
  readonly versions: readonly ClaimVersion[];
  readonly history: readonly ClaimHistoryEntry[];
}

export const claimsView: View<ClaimDocument> = {
  name: 'claims',
  version: 4,
  partnerOf: ({ partnerId }) => partnerId,
  fields: {
    status: 'text',
    partnerId: 'text',
    programYear: 'integer',
    outcomeType: 'text',
    subjectId: 'text',
    outcomeDate: 'text',
    requestedCents: 'integer',
    reservedCents: 'integer',
    approvedCents: 'integer',
    reversedCents: 'integer',
    truncated: 'boolean',
    contested: 'boolean',
    submittedAt: 'text',
    decidedAt: 'text',
    open: 'boolean',
    waitsOnRole: 'text',
    waitsOnAct: 'text',
    waitingSince: 'text',
  },
  totals: ['requestedCents', 'reservedCents', 'approvedCents', 'reversedCents'],
};

/** A claim on its own page: without other partners' claims, and with whom it waits on in one member. */
export type ClaimPage = Omit<
  ClaimDocument,
  'rivals' | 'acted' | 'revision' | 'open' | 'waitsOnRole' | 'waitsOnAct' | 'waitingSince'
> & { readonly waitsOn: WaitsOn | null };

/** Whom something waits on, for what, and since when. */
export interface WaitsOn {
  readonly role: string;
  readonly act: string;
  readonly since: Instant;
}

/** A line of a list of claims: without what only its own page shows. */
export type ClaimRow = Omit<ClaimPage, 'history' | 'versions' | 'note' | 'evidence'>;

export function claimRow(document: ClaimDocument): ClaimRow {
  const { history: _history, versions: _versions, note: _note, evidence: _evidence, ...row } = claimPage(document);
  return row;
}

export function claimPage(document: ClaimDocument): ClaimPage {
  const { rivals: _rivals, acted: _acted, revision: _revision, open: _open, ...rest } = document;
  const { waitsOnRole: role, waitsOnAct: act, waitingSince: since, ...page } = rest;
  return { ...page, waitsOn: role === null || act === null || since === null ? null : { role, act, since } };
}
