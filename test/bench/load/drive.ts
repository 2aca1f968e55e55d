import type { Connection } from './connection';
import type { Summary } from './latencies';
import { summary } from './latencies';
import type { Requests } from './requests';

/** Closed loop: every connection sends the next request as soon as it has its reply. */
export async function drive(connections: readonly Connection[], requests: Requests, ms: number): Promise<Summary> {
  const latencies: number[] = [];
  const began = performance.now();
  const one = async (connection: Connection): Promise<void> => {
    for (let sent = performance.now(); sent - began < ms; sent = performance.now()) {
      await connection.send(requests.next());
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(connections.map(one));
  return summary(latencies, performance.now() - began);
}

/**
 * Open loop: requests are due at a constant rate, whatever the server does. Latency counts from when a request was due,
 * so that waiting for a free connection, or for a server that stalls, is part of it (no coordinated omission).
 */
export async function driveAtRate(
  connections: readonly Connection[],
  requests: Requests,
  { ms, perSecond }: { readonly ms: number; readonly perSecond: number },
): Promise<Summary> {
  const latencies: number[] = [];
  const free = [...connections];
  const due: number[] = [];
  const began = performance.now();
  const total = Math.round((ms / 1_000) * perSecond);
  const dispatch = (): void => {
    for (let connection = free.pop(); connection !== undefined; connection = free.pop()) {
      const at = due.shift();
      if (at === undefined) {
        free.push(connection);
        return;
      }
      void send(connection, at);
    }
  };
  const send = async (connection: Connection, at: number): Promise<void> => {
    await connection.send(requests.next());
    latencies.push(performance.now() - at);
    free.push(connection);
    dispatch();
  };
  for (let n = 0; latencies.length < total;) {
    for (const now = performance.now(); n < total && began + (n * 1_000) / perSecond <= now; n += 1) {
      due.push(began + (n * 1_000) / perSecond);
    }
    dispatch();
    await new Promise(setImmediate);
  }
  return summary(latencies, performance.now() - began);
}
