import type { PartnerId } from '#kernel/ids/entity-id';
import { randomUUID } from 'node:crypto';
import { partnerNamed, PROOF } from './a-founding';
import { evidenceOf } from './network';

/** A reply over a real connection. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Replies are looked into freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

type Named = Readonly<Record<string, string>>;

/** Once the server is gone, `fetch` rejects; a spec that kills servers takes that as "nothing was heard". */
export class Caller {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly partnerId: PartnerId = partnerNamed('alpha'),
  ) {}

  get(path: string, headers: Named = {}): Promise<Heard> {
    return this.send(path, { headers });
  }

  /** With a new key, unless the headers bring one. */
  post(path: string, body: object, headers: Named = {}): Promise<Heard> {
    const more = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers };
    return this.send(path, { method: 'POST', headers: more, body: JSON.stringify(body) });
  }

  /** Sends a file as the one part of a form. */
  upload(bytes: Uint8Array<ArrayBuffer>, headers: Named = {}, query = ''): Promise<Heard> {
    const body = new FormData();
    body.set('file', new Blob([bytes]), 'proof.pdf');
    return this.send(`/v1/evidence${query}`, {
      ...{ method: 'POST', body },
      headers: { 'idempotency-key': randomUUID(), ...headers },
    });
  }

  /** Claims for the caller's partner, with a file of each kind that the catalogue asks for. */
  claim(outcomeType: string, subjectId: string, more: object = {}, headers: Named = {}): Promise<Heard> {
    return this.post('/v1/claims', this.claimOf(outcomeType, subjectId, more), headers);
  }

  claimOf(outcomeType: string, subjectId: string, more: object = {}): object {
    const about = { partnerId: this.partnerId, outcomeType, subjectId, outcomeDate: '2026-08-01' };
    return { ...about, evidence: evidenceOf(outcomeType, PROOF), ...more };
  }

  private async send(
    path: string,
    { method, body, headers }: Pick<RequestInit, 'method' | 'body'> & { headers: Named },
  ): Promise<Heard> {
    const signed = { authorization: `Bearer ${this.token}`, ...headers };
    const reply = await fetch(`${this.url}${path}`, { method, body, headers: signed } as RequestInit);
    const text = await reply.text();
    const isJson = /json/.test(reply.headers.get('content-type') ?? '') && text !== '';
    return { status: reply.status, headers: reply.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }
}

/** Status and body, without what names the request itself: what must be the same for every try of a command. */
export function replyOf({ status, json }: Pick<Heard, 'status' | 'json'>): string {
  const { requestId: _requestId, ...body } = json as Record<string, unknown>;
  return `${status} ${JSON.stringify(body)}`;
}

export const isReplay = ({ headers }: Heard): boolean => headers.get('idempotent-replayed') === 'true';
export const sequenceOf = ({ headers }: Heard): number => Number(headers.get('log-sequence'));
