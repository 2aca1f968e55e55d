const LINES_A_MINUTE = 100;
const MOST_ASKERS = 10_000;
const MINUTE_MS = 60_000;

interface Asker {
  lines: number;
  leftOut: number;
}

/** So many lines an asker and minute: guessing ids or tokens by the thousand fills no disk and hides nobody else's. */
export class Thrift {
  private minute = 0;
  private askers = new Map<string, Asker>();
  private before = new Map<string, Asker>();

  /** Room for a line, with how many of this asker's were left out in the minute before; undefined when there is none. */
  roomFor(asker: string, nowMs: number): { readonly leftOut: number } | undefined {
    const minute = Math.floor(nowMs / MINUTE_MS);
    if (minute !== this.minute)
      [this.minute, this.before, this.askers] = [minute, this.askers, new Map<string, Asker>()];
    const one = this.askers.get(asker) ?? { lines: 0, leftOut: 0 };
    if (this.askers.size < MOST_ASKERS) this.askers.set(asker, one);
    else if (!this.askers.has(asker)) return undefined;
    if (one.lines >= LINES_A_MINUTE) {
      one.leftOut += 1;
      return undefined;
    }
    one.lines += 1;
    const leftOut = one.lines === 1 ? (this.before.get(asker)?.leftOut ?? 0) : 0;
    return { leftOut };
  }
}
