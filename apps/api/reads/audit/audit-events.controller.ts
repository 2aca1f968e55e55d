import { reads } from '#contexts/access/policy/who-may';
import { present } from '#kernel/assert/assert';
import { Controller, Get, Inject, Optional, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Directory } from '../../auth/directory';
import { Drain } from '../../drain';
import { ProblemError } from '../../http/problems';
import { scopesOf } from '../scope-of';
import { readingOf } from '../table/table-endpoint';
import { describeEvents } from './describe-events';
import { EventPages, eventText } from './event-pages';
import type { EventQuery } from './event-query';
import { eventQuery, pageLimit } from './event-query';
import { EventStream } from './event-stream';

const PATH = '/v1/audit/events';

/** The log itself, for auditors and finance: as JSON pages, as NDJSON, or live. */
@Controller()
export class AuditEventsController {
  constructor(
    private readonly pages: EventPages,
    private readonly streams: EventStream,
    private readonly directory: Directory,
    @Optional() @Inject(Drain) private readonly drain?: Drain,
  ) {}

  @Get('v1/audit/events')
  @describeEvents()
  async events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    scopesOf(readingOf(request).subject, 'audit-events');
    const { accept = '' } = request.headers;
    const isLive = accept.includes('text/event-stream');
    const query = eventQuery(request, isLive);
    const head = await this.headFor(query);
    reply.header('Log-Sequence', head).header('Vary', 'Accept');
    if (isLive) return this.live(query, request, reply);
    if (accept.includes('application/x-ndjson')) return this.lines(query, reply);
    return this.page(query, head, reply);
  }

  private async page(query: EventQuery, head: number, reply: FastifyReply): Promise<void> {
    const limit = pageLimit(query);
    const texts: string[] = [];
    let [last, hasMore] = [query.after, false];
    for await (const event of this.pages.events(query)) {
      hasMore = texts.length === limit;
      if (hasMore) break;
      texts.push(eventText(event));
      last = event.sequence;
    }
    if (hasMore) reply.header('Link', `<${nextPage(query, last)}>; rel="next"`);
    const rest = JSON.stringify({ hasMore, after: last, sequence: head }).slice(1);
    // The texts are canonical already; parsing them to write them again would only cost.
    reply.type('application/json; charset=utf-8').send(`{"data":[${texts.join(',')}],${rest}`);
  }

  private async lines(query: EventQuery, reply: FastifyReply): Promise<void> {
    await reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(this.allLines(query)));
  }

  private async *allLines(query: EventQuery): AsyncGenerator<string> {
    let left = query.limit ?? Number.POSITIVE_INFINITY;
    for await (const event of this.pages.events(query)) {
      if (left <= 0) return;
      left -= 1;
      yield `${eventText(event)}\n`;
    }
  }

  private async live(query: EventQuery, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { personId } = present(request.who, 'the person of a read');
    const mayGoOn = async (): Promise<boolean> => {
      const subject = await this.directory.subject(personId);
      return subject !== undefined && reads(subject, 'audit-events').reach !== 'none';
    };
    const frames = this.streams.follow(query, () => this.drain?.isDraining === true, mayGoOn);
    // A frame at a time: nothing is read ahead of what the connection takes.
    reply.header('X-Accel-Buffering', 'no').type('text/event-stream; charset=utf-8');
    await reply.send(Readable.from(frames, { highWaterMark: 1 }));
  }

  /** The log needs no folding: it stands where it stands, and only a sequence that is yet to come is not there. */
  private async headFor({ minSequence = -1 }: EventQuery): Promise<number> {
    const head = await this.pages.head();
    if (head >= minSequence) return head;
    throw new ProblemError(
      'BEHIND',
      `The log ends at ${head}, you asked for ${minSequence}.`,
      {},
      { 'Retry-After': '1' },
    );
  }
}

function nextPage({ limit, stream, type }: EventQuery, after: number): string {
  const asked = Object.entries({ after, limit, stream, type }).filter(([, value]) => value !== undefined);
  return `${PATH}?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}
