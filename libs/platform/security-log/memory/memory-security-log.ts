import type { SecurityEntry, SecurityFind, SecurityNote } from '#platform/security-log/port/security-log';
import { SecurityLog } from '#platform/security-log/port/security-log';

/** For specs: gone with the process. */
export class MemorySecurityLog extends SecurityLog {
  private readonly entries: SecurityEntry[] = [];

  note(note: SecurityNote): void {
    this.entries.push({ ...note, number: this.entries.length });
  }

  async flush(): Promise<void> {
    // Kept when it is noted.
  }

  async find({ after, limit, kind, person }: SecurityFind): Promise<readonly SecurityEntry[]> {
    return this.entries
      .filter((one) => one.number > after)
      .filter((one) => (kind ?? one.kind) === one.kind && (person ?? one.person) === one.person)
      .slice(0, limit);
  }

  async close(): Promise<void> {
    // Holds nothing.
  }
}
