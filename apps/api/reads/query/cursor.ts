import { canonical } from '#kernel/codec/canonical';
import type { Instant } from '#kernel/time/instant';
import type { Position } from '#platform/view-store/port/view-store';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../../http/problems';

/** Where a list stopped: the moment that its pages show, and the last row that was given. */
export interface Pinned {
  readonly sequence: number;
  /** What "today" is on every page. */
  readonly at: Instant;
  readonly after: Position;
}

const LONGEST = 1_024;

/**
 * Makes and opens cursors: the place in clear, and a MAC over the place and all it belongs to (view, filter, sort,
 * scope). A cursor of another filter, of another person's scope or of nobody's making does not open (bad input 65).
 */
export class Cursors {
  constructor(private readonly key: Buffer) {}

  /** The cursor of a place in the list that `bound` describes. */
  seal({ sequence, at, after }: Pinned, bound: object): string {
    return this.signed(canonical([sequence, at, after.value, after.key]), bound);
  }

  /** The place in a cursor; stops with 400 `CURSOR` on any that was not made for this list. */
  open(cursor: string, bound: object): Pinned {
    if (cursor.length > LONGEST) throw foreign();
    const place = Buffer.from(cursor.split('.', 1)[0] ?? '', 'base64url').toString();
    const [given, own] = [Buffer.from(cursor), Buffer.from(this.signed(place, bound))];
    if (given.length !== own.length || !timingSafeEqual(given, own)) throw foreign();
    const [sequence, at, value, key] = JSON.parse(place) as [number, Instant, Position['value'], string];
    return { sequence, at, after: { value, key } };
  }

  private signed(place: string, bound: object): string {
    const mac = createHmac('sha256', this.key).update(canonical(bound)).update('\n').update(place).digest();
    return `${Buffer.from(place).toString('base64url')}.${mac.toString('base64url')}`;
  }
}

function foreign(): ProblemError {
  const detail = 'The cursor was not made for this list, filter and sort, or not for you.';
  return new ProblemError('CURSOR', detail, { errors: [{ parameter: 'cursor', code: 'CURSOR', detail }] });
}
