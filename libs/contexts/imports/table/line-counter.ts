const LF = 10;
const CR = 13;

/**
 * Where records begin, in physical lines. The parser counts a line break inside a quoted cell twice when it is CRLF, so its
 * own count cannot be told to somebody who has the file open. Asked in the order of the file, it walks the bytes once.
 */
export class LineCounter {
  private at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private line: number,
  ) {}

  /** The line of the first record that begins at or after byte `start`; then counts on to `end`. */
  startAfter(start: number, end = start): number {
    this.walk(start);
    while (this.at < this.bytes.length && (this.bytes[this.at] === LF || this.bytes[this.at] === CR)) this.step();
    const { line } = this;
    this.walk(end);
    return line;
  }

  private walk(to: number): void {
    while (this.at < to) this.step();
  }

  private step(): void {
    const byte = this.bytes[this.at];
    this.at += 1;
    if (byte === LF || (byte === CR && this.bytes[this.at] !== LF)) this.line += 1;
  }
}
