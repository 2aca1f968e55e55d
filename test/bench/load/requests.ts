import { randomUUID } from 'node:crypto';
import { claimantOf, claimBody } from './claims';

/** Makes whole requests: a claim with a key and an outcome of its own, sent to `path`. */
export class Requests {
  constructor(
    private readonly path: string,
    private readonly tokens: readonly string[],
    private n: number,
  ) {}

  next(): string {
    const n = (this.n += 1);
    const body = JSON.stringify(claimBody(n, claimantOf(n)));
    return (
      `POST ${this.path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${this.tokens[n % this.tokens.length] ?? ''}\r\n` +
      `Idempotency-Key: ${randomUUID()}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    );
  }
}
