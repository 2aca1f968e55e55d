import type { Readable } from 'node:stream';

/**
 * The lines of a stream, ended by line feeds and by nothing else: `node:readline` also ends them at U+2028, which stands
 * unescaped in canonical JSON (RFC 8785). Counts them.
 */
export class Lines {
  /** How many were given out. */
  count = 0;

  constructor(private readonly source: Readable) {}

  async *all(): AsyncGenerator<string> {
    let rest = '';
    for await (const chunk of this.source.setEncoding('utf8')) {
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) yield this.counted(line);
    }
    if (rest !== '') yield this.counted(rest);
  }

  private counted(line: string): string {
    this.count += 1;
    return line;
  }
}
