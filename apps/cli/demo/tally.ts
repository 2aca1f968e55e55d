import { Frontier } from '#platform/audit/tree/frontier';
import { leafOfEvent } from '#platform/audit/tree/hash';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { START } from '#platform/event-store/port/event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';

/** What a log holds, in numbers, and the root that proves it. */
export interface Tally {
  readonly partners: number;
  readonly people: number;
  /** Claims by the status in which they stand; only those that there are. */
  readonly claims: Readonly<Record<string, number>>;
  /** Refused claims and refused acts on claims, by reason. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly payables: number;
  readonly events: number;
  readonly root: string;
}

/** What of an event's data is counted. */
interface Counted {
  readonly claim?: { readonly claimId: string; readonly status: string };
  readonly because?: string;
}

/** Counts a log in one walk. From the log itself, not from views, which may still be on their way. */
export async function tallyOf(reader: Pick<EventReader, 'readAll'>): Promise<Tally> {
  const frontier = Frontier.empty();
  const types = new Map<string, number>();
  const statuses = new Map<string, string>();
  const reasons = new Map<string, number>();
  for await (const { event } of reader.readAll(START)) {
    frontier.append(leafOfEvent(event));
    count(types, event.type);
    const { claim, because } = dataOf(event);
    if (claim !== undefined) statuses.set(claim.claimId, claim.status);
    if (because !== undefined) count(reasons, because);
  }
  const claims = new Map<string, number>();
  for (const status of statuses.values()) count(claims, status);
  return {
    partners: types.get('PartnerOnboarded') ?? 0,
    people: types.get('PersonRegistered') ?? 0,
    claims: sorted(claims),
    refusals: sorted(reasons),
    payables: types.get('PayableCreated') ?? 0,
    events: frontier.size,
    root: frontier.root().toString('hex'),
  };
}

const dataOf = ({ data }: StoredEvent): Counted => JSON.parse(data) as Counted;

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const sorted = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
