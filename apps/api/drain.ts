import { setTimeout } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './http/problems';

/** Requests in hand, and whether new ones are still taken (G32). */
export class Drain {
  private readonly inHand = new Set<FastifyRequest>();
  private draining = false;

  get isDraining(): boolean {
    return this.draining;
  }

  /** Stops with 503 once draining; only health is still told, so that a balancer sees what is going on. */
  arrive(request: FastifyRequest, reply: FastifyReply): void {
    this.inHand.add(request);
    if (!this.draining) return;
    reply.header('Connection', 'close');
    if (request.routeOptions.url?.startsWith('/health/') === true) return;
    throw new ProblemError(
      'SHUTTING_DOWN',
      'The server is stopping; no new work is taken.',
      {},
      { 'Retry-After': '5' },
    );
  }

  leave(request: FastifyRequest): void {
    this.inHand.delete(request);
  }

  /** Takes no new work; resolves when what is in hand is answered, or after `patienceMs`. True when all was answered. */
  async finish(patienceMs: number): Promise<boolean> {
    this.draining = true;
    const until = performance.now() + patienceMs;
    while (this.inHand.size > 0 && performance.now() < until) {
      await setTimeout(10);
    }
    return this.inHand.size === 0;
  }
}
