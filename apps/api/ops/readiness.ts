import type { ReactionStatus } from '#platform/runtime/react/reaction-runner';
import type { Drain } from '../drain';
import { ProblemError } from '../http/problems';
import type { Network } from '../network';

interface Check {
  readonly status: 'ready' | 'wrong';
  readonly detail: string;
}

/** Whether the server can do its work, and what keeps it from it. */
export class Readiness {
  constructor(
    private readonly network: Pick<Network, 'store' | 'projections' | 'reactions' | 'deadlines'>,
    private readonly drain: Drain,
  ) {}

  /** All checks by name; stops with 503 that names those that are wrong. A view that lags is named, but still serves. */
  async check(): Promise<object> {
    const checks: Record<string, Check> = {
      server: this.server(),
      log: await this.log(),
      ...(await this.views()),
      ...this.reactions(),
      ...this.deadlines(),
    };
    const wrong = Object.entries(checks).filter(([, { status }]) => status === 'wrong');
    if (wrong.length === 0) return { status: 'ready', checks };
    throw new ProblemError(
      'NOT_READY',
      wrong.map(([name, { detail }]) => `${name}: ${detail}`).join(' · '),
      { checks },
      { 'Retry-After': '5' },
    );
  }

  private server(): Check {
    return this.drain.isDraining ? wrong('stopping; no new work is taken') : ready('takes requests');
  }

  private async log(): Promise<Check> {
    try {
      const { sequence } = await this.network.store.head();
      const trouble = this.network.store.trouble();
      return trouble === undefined ? ready(`stands at ${sequence}`) : wrong(`stands at ${sequence}; ${trouble}`);
    } catch {
      return wrong(['cannot be read', this.network.store.trouble()].filter(Boolean).join(': '));
    }
  }

  private async views(): Promise<Record<string, Check>> {
    const statuses = await this.network.projections.status().catch(() => []);
    const checks = statuses.map(({ view, lag, state, stopped, trouble }): [string, Check] => {
      const name = `view ${view}`;
      // The message of what went wrong may name somebody; it is in the log.
      if (stopped !== undefined)
        return [name, wrong(`stopped at event ${stopped.sequence} (${stopped.type}), ${lag} behind`)];
      return [name, trouble === undefined ? ready(`${state}, ${lag} behind`) : wrong(`trying again, ${lag} behind`)];
    });
    return Object.fromEntries(checks);
  }

  private reactions(): Record<string, Check> {
    const checks = Object.entries(this.network.reactions?.statuses ?? {}).map(([name, status]): [string, Check] => [
      `reaction ${name}`,
      reactionCheck(status),
    ]);
    return Object.fromEntries(checks);
  }

  private deadlines(): Record<string, Check> {
    const checks = Object.entries(this.network.deadlines?.statuses ?? {}).map(([name, status]): [string, Check] => [
      `deadline ${name}`,
      status.state === 'watching' ? ready('watching') : wrong(`due and not possible: ${status.why}`),
    ]);
    return Object.fromEntries(checks);
  }
}

function reactionCheck(status: ReactionStatus): Check {
  if (status.state === 'running') return ready(`stands at ${status.sequence}`);
  return wrong(`${status.state} after event ${status.sequence}: ${status.why}`);
}

const ready = (detail: string): Check => ({ status: 'ready', detail });
const wrong = (detail: string): Check => ({ status: 'wrong', detail });
