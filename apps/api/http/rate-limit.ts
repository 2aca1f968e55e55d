import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from './problems';

/** So many requests a person (or an address without a token) in a window. */
export interface RatePolicy {
  readonly points: number;
  readonly seconds: number;
}

/** Generous: it is there against a script that runs wild, not against people. */
export const DEFAULT_RATE: RatePolicy = { points: 100_000, seconds: 60 };

/** Counts requests and tells the caller how many are left (draft-ietf-httpapi-ratelimit-headers). */
export class RateLimit {
  private readonly limiter: RateLimiterMemory;
  private readonly policy: string;

  constructor(private readonly rate: RatePolicy = DEFAULT_RATE) {
    this.limiter = new RateLimiterMemory({ points: rate.points, duration: rate.seconds });
    this.policy = `"requests";q=${rate.points};w=${rate.seconds}`;
  }

  /** Takes one request of `key`; stops with 429 when none is left. */
  async take(key: string, reply: FastifyReply): Promise<void> {
    const left = await this.limiter.consume(key).catch((why: unknown) => {
      if (why instanceof RateLimiterRes) return why;
      throw why;
    });
    const resetSeconds = Math.ceil(left.msBeforeNext / 1_000);
    reply.header('RateLimit-Policy', this.policy);
    reply.header('RateLimit', `"requests";r=${left.remainingPoints};t=${resetSeconds}`);
    if (left.consumedPoints <= this.rate.points) return;
    const { points, seconds } = this.rate;
    throw new ProblemError(
      'RATE_LIMITED',
      `More than ${points} requests in ${seconds} s.`,
      {},
      { 'Retry-After': String(resetSeconds) },
    );
  }
}
