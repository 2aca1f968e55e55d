import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { outcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { sha256 } from '#kernel/codec/digest';
import type { SubjectId } from '#kernel/subjects/subject-id';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { staff } from '../people';
import { plusMs } from '../simulation/moments';
import { partnerIdOf } from '../simulation/names';
import type { Ask, Step } from '../simulation/step';
import { askOf } from '../simulation/step';
import { tinyPdf } from './tiny-pdf';

/** What was reached, as a claim names it. */
export interface Outcome {
  readonly outcomeType: string;
  readonly subjectId: SubjectId;
  readonly units?: number;
  readonly courseCode?: string;
  readonly policyCode?: string;
}

/** A file that proves a part of an outcome. */
export interface Proof {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** A claim as somebody of a partner's staff files it, under a name of its own. */
export interface Filing {
  readonly name: string;
  readonly slug: string;
  readonly staff: 1 | 2;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly outcomeDate: PlainDate;
  readonly proofs: readonly Proof[];
  /** The files were sent with an earlier claim. */
  readonly isProvenBefore?: boolean;
  readonly note?: string;
}

const UPLOAD_TAKES_MS = 75_000;

/** The files go up first, then the claim that names them. */
export function filed(filing: Filing): readonly Step[] {
  const { name, at, slug, outcome, outcomeDate, proofs, note } = filing;
  const evidence = proofs.map(({ kind, bytes }) => ({ kind, sha256: sha256(bytes) }));
  const more = note === undefined ? {} : { note };
  const members = { partnerId: partnerIdOf(slug), ...outcome, outcomeDate, evidence, ...more };
  const claim = { at, asks: [askOf(staff(slug, filing.staff), name, ClaimIncentive, members)] };
  if (filing.isProvenBefore === true || proofs.length === 0) return [claim];
  const files = proofs.map(({ bytes }) => bytes);
  return [{ at: plusMs(at, -UPLOAD_TAKES_MS), asks: proofs.map((proof) => upload(filing, proof)), files }, claim];
}

function upload({ name, slug, staff: n }: Filing, { kind, bytes }: Proof): Ask {
  const mediaType = 'application/pdf';
  const members = { sha256: sha256(bytes), bytes: bytes.byteLength, mediaType, partnerId: partnerIdOf(slug) };
  return askOf(staff(slug, n), `upload ${kind} for ${name}`, ReceiveEvidence, members);
}

/** A file for each kind of evidence that the catalogue wants; `label` makes them this claim's own. */
export function proofsOf({ outcomeType, subjectId }: Outcome, label: string, outcomeDate: PlainDate): readonly Proof[] {
  const groups = outcomeRule(defaultIncentivesPolicy, outcomeType)?.evidence ?? [];
  return groups.map(([kind = '']) => ({
    kind,
    bytes: tinyPdf([`Regional Partner Network: ${kind}`, `${outcomeType}, ${subjectId}`, outcomeDate, label]),
  }));
}

/** A claim with everything that it needs. */
export function filingOf(
  name: string,
  slug: string,
  outcome: Outcome,
  outcomeDate: PlainDate,
  at: Instant,
  n: 1 | 2 = 1,
): Filing {
  return { name, slug, staff: n, at, outcome, outcomeDate, proofs: proofsOf(outcome, name, outcomeDate) };
}
