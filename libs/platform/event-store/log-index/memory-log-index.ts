import { canonical } from '#kernel/codec/canonical';
import type { LogIndexEntry } from '#platform/event-store/log-index/log-index';
import { LogIndex, LogIndexContradiction } from '#platform/event-store/log-index/log-index';

/** For specs, and for a process that may count the whole log when it starts. */
export class MemoryLogIndex extends LogIndex {
  private readonly entries = new Map<number, LogIndexEntry>();

  async put(entry: LogIndexEntry): Promise<void> {
    const before = this.entries.get(entry.sequence);
    if (before !== undefined && canonical(before) !== canonical(entry)) throw new LogIndexContradiction(entry.sequence);
    this.entries.set(entry.sequence, entry);
  }

  async at(sequence: number): Promise<LogIndexEntry | undefined> {
    return this.entries.get(sequence);
  }

  async last(): Promise<LogIndexEntry | undefined> {
    return this.entries.get(Math.max(...this.entries.keys()));
  }

  async borders(): Promise<readonly number[]> {
    const ordered = [...this.entries.values()].sort((a, b) => a.sequence - b.sequence);
    return ordered.map(({ positions }) => positions.at(-1) ?? 0);
  }

  async close(): Promise<void> {}
}
