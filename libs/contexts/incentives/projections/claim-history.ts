import type { ClaimHistoryEntry } from '#contexts/incentives/views/claims';
import type { SequencedEvent } from '#kernel/decider/event';
import { receivedAt } from '#kernel/decider/received-at';

/** Words that an event of a claim may carry; the members have these names in every one of them. */
interface Words {
  readonly because?: string;
  readonly question?: string;
  readonly grounds?: string;
  readonly answer?: string;
  readonly reason?: string;
  readonly note?: string;
}

/** A history with one event more. */
export const grown = (history: readonly ClaimHistoryEntry[], event: SequencedEvent): readonly ClaimHistoryEntry[] => [
  ...history,
  historyEntry(event),
];

export function historyEntry(event: SequencedEvent): ClaimHistoryEntry {
  const { type, sequence, metadata } = event;
  return { type, at: receivedAt(event), sequence, role: metadata.role, reason: wordsOf(event) };
}

/** The rule that said no, else what whoever acted said; of a reversal, its kind and the note. */
function wordsOf({ data }: SequencedEvent): string | null {
  const { because, question, grounds, answer, reason, note } = data as Words;
  if (reason !== undefined && note !== undefined) return `${reason}: ${note}`;
  return because ?? question ?? grounds ?? answer ?? reason ?? null;
}
