import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger } from 'pino';
import pino from 'pino';

/** Never in a log line: tokens, and what bank and personal fields are called. */
const REDACTED = ['authorization', 'cookie', 'token', 'email', 'accountNumber', 'routingNumber', 'taxId'].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`],
);

/** A line waits no longer than this for its batch to fill. */
const OLDEST_MS = 1_000;

/**
 * JSON lines. Written in batches, for a write a request would cost more than the request: when a batch is full, a second
 * old, or the process ends (pino flushes at exit and at a fault). A kill -9 loses at most that second.
 */
export function makeLogger(
  level = 'info',
  destination: DestinationStream = pino.destination({ sync: false, minLength: 4_096, periodicFlush: OLDEST_MS }),
): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: REDACTED, censor: '…' } },
    destination,
  );
}

/** Nest's own messages as lines of the same log; its start-up chatter is of no use to anybody. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(): void {
    // Route tables and module names.
  }

  warn(message: unknown, context?: string): void {
    this.log_.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.log_.error({ context, stack }, String(message));
  }
}
