import { assert } from '#kernel/assert/assert';
import type { RecordedEvent } from '@eventstore/db-client';

const FORBIDDEN = ['$maxAge', '$maxCount', '$tb'] as const;
const METADATA_STREAM = '$$';

/**
 * Watches `$all` for what makes events vanish. A deleted stream ends the process at once; a setting by which the next
 * scavenge would remove events is told as trouble until it is taken back, for until then nothing is lost.
 */
export class Guard {
  private readonly limited = new Map<string, string>();

  look({ streamId, type, data }: Pick<RecordedEvent, 'streamId' | 'type' | 'data'>): void {
    const isBusiness = !streamId.startsWith('$');
    assert(!isBusiness || type !== '$streamDeleted', 'a stream of the log was deleted', { stream: streamId });
    if (type !== '$metadata' || !streamId.startsWith(METADATA_STREAM)) return;
    const stream = streamId.slice(METADATA_STREAM.length);
    if (stream.startsWith('$')) return;
    const found = FORBIDDEN.filter((name) => typeof data === 'object' && name in data);
    if (found.length === 0) this.limited.delete(stream);
    else this.limited.set(stream, found.join(', '));
  }

  trouble(): string | undefined {
    const [first] = this.limited;
    return first === undefined
      ? undefined
      : `stream ${first[0]} has ${first[1]}: the next scavenge would remove events for good; take the setting back`;
  }
}
