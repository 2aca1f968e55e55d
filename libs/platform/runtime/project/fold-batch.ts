import type { SequencedEvent } from '#kernel/decider/event';
import type { AnyProjection } from '#kernel/decider/projection';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import { foldEvent } from '#platform/runtime/project/fold-event';
import type { FoldedBatch } from '#platform/runtime/project/poison';
import { Poison } from '#platform/runtime/project/poison';

interface Prepared {
  readonly logged: LoggedEvent;
  readonly event: SequencedEvent;
  readonly keys: readonly string[];
}

type Load = (keys: readonly string[]) => Promise<Map<string, object>>;

/**
 * Folds a batch in memory: its documents are loaded once, and what is to be written is each document's last form. When
 * an event cannot be applied, the batch ends right before it.
 */
export async function foldBatch(
  { projection, catalogue }: { readonly projection: AnyProjection; readonly catalogue: EventCatalogue },
  from: Checkpoint,
  batch: readonly LoggedEvent[],
  load: Load,
): Promise<FoldedBatch> {
  const { prepared, poison } = prepare(projection, catalogue, batch);
  const documents = await load([...new Set(prepared.flatMap(({ keys }) => keys))]);
  const touched = new Set<string>();
  let to = from;
  for (const { logged, event, keys } of prepared) {
    try {
      foldEvent(projection, event, keys, documents, touched);
    } catch (error) {
      return { changes: changesOf(touched, documents), to, poison: new Poison(logged, error) };
    }
    to = logged.checkpoint;
  }
  return { changes: changesOf(touched, documents), to, ...(poison && { poison }) };
}

/** Reads the events and asks which documents they touch, up to the first that cannot be read. */
function prepare(
  projection: AnyProjection,
  catalogue: EventCatalogue,
  batch: readonly LoggedEvent[],
): { readonly prepared: readonly Prepared[]; readonly poison?: Poison } {
  const prepared: Prepared[] = [];
  for (const logged of batch) {
    try {
      const event = decodeEvent(logged.event, catalogue);
      prepared.push({ logged, event, keys: projection.keys(event) });
    } catch (error) {
      return { prepared, poison: new Poison(logged, error) };
    }
  }
  return { prepared };
}

function changesOf(touched: ReadonlySet<string>, documents: ReadonlyMap<string, object>): Map<string, object | null> {
  const changes = new Map<string, object | null>();
  for (const key of touched) changes.set(key, documents.get(key) ?? null);
  return changes;
}
