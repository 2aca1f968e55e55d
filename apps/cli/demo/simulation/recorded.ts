import type { Uuid } from '#kernel/ids/uuid';
import { START } from '#platform/event-store/port/event-store';
import type { Instant } from '#kernel/time/instant';
import type { Network } from '#platform/profiles/network';
import { decodeEvent } from '#platform/runtime/codec/event-codec';

interface Known {
  readonly refused: boolean;
  readonly bodyHash: string;
}

/**
 * What an earlier run, which was ended early, has left in the log: by command, and up to when. Found here, a command is
 * not given again. (The mailbox would find it too, but reads a page of the log for each.)
 */
export class Recorded {
  private constructor(
    private readonly known: ReadonlyMap<Uuid, Known>,
    /** Everything the demo did before this moment is recorded, what followed from it included; null: nothing is. */
    readonly until: Instant | null,
  ) {}

  static async in({ store, catalogue }: Network): Promise<Recorded> {
    const known = new Map<Uuid, Known>();
    for await (const { event: stored } of store.readAll(START)) {
      const { metadata, type } = decodeEvent(stored, catalogue);
      const { id, bodyHash } = metadata.command;
      if (bodyHash !== undefined) known.set(id, { refused: catalogue.isRefusal(type), bodyHash });
    }
    return new Recorded(known, (await store.head()).knownAt);
  }

  find(commandId: Uuid): Known | undefined {
    return this.known.get(commandId);
  }
}
