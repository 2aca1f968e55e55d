import type { Considered } from '#contexts/incentives/decide/claimed-outcome';
import { codeOf, ruleOf } from '#contexts/incentives/decide/claimed-outcome';
import type { ClaimFlag } from '#contexts/incentives/events/claim-standing';
import type { EvidenceItem } from '#contexts/incentives/events/incentive-claimed';
import { statesOn } from '#contexts/incentives/facts/partner-standing';
import type { NotNow } from '#kernel/decider/answer';
import { notNow } from '#kernel/decider/answer';
import { parseSubjectId } from '#kernel/subjects/subject-id';

/** An answer when a file that the claim names cannot be looked at: it did not come from its partner or from network staff, or it was erased. */
export function unlessReceived({ command, state, facts }: Considered): NotNow | undefined {
  const unknown = command.evidence.find(({ sha256 }) => {
    const from = state.evidence.get(sha256)?.from;
    return from === undefined || !(from.includes(command.partnerId) || from.includes(null));
  });
  if (unknown === undefined) return ifErased(command.evidence, facts.erased);
  const detail = `No file with SHA-256 ${unknown.sha256} was received from this partner. Upload it to /v1/evidence, then send the claim again.`;
  return notNow('EVIDENCE_NOT_RECEIVED', detail, { sha256: unknown.sha256, kind: unknown.kind });
}

function ifErased(evidence: readonly EvidenceItem[], erased: readonly string[]): NotNow | undefined {
  const gone = evidence.find(({ sha256 }) => erased.includes(sha256));
  if (gone === undefined) return undefined;
  const detail = `The file with SHA-256 ${gone.sha256} was erased and comes back by no upload. Send another file as ${gone.kind}.`;
  return notNow('EVIDENCE_ERASED', detail, { sha256: gone.sha256, kind: gone.kind });
}

/** What a verifier has to look at: a subject elsewhere, and those of `files` that other claims named before. */
export function flagsOf({ command, state, facts }: Considered, files: readonly EvidenceItem[]): readonly ClaimFlag[] {
  const flags = new Set<ClaimFlag>();
  const home = parseSubjectId(command.subjectId)?.state ?? facts.registered?.state ?? undefined;
  if (home !== undefined && !statesOn(facts.partner, command.outcomeDate).includes(home)) flags.add('OUT_OF_TERRITORY');
  if ('registered' in facts && facts.registered === undefined) flags.add('UNREGISTERED_SUBJECT');
  for (const { sha256 } of files) {
    for (const user of state.evidence.get(sha256)?.usedBy ?? []) {
      flags.add(user === command.partnerId ? 'EVIDENCE_REUSED' : 'EVIDENCE_REUSED_ACROSS_PARTNERS');
    }
  }
  return [...flags].sort();
}

/** The catalogue's code of the claim, as the member of an event. */
export function codes(claim: Considered): { courseCode?: string; policyCode?: string } {
  const field = ruleOf(claim).code?.field;
  const code = codeOf(claim);
  return field === undefined || code === undefined ? {} : { [field]: code };
}
