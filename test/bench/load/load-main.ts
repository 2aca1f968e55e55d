import { Connection } from './connection';
import { drive, driveAtRate } from './drive';
import { Requests } from './requests';

/** What the load process is told to do; it answers each order with a summary. */
export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly tokens: readonly string[];
  /** Number of the first claim. */
  readonly first: number;
  readonly connections: number;
  readonly ms: number;
  /** Absent: as fast as the replies come. */
  readonly perSecond?: number;
}

async function carryOut({ port, path, tokens, first, ms, perSecond, ...order }: LoadOrder): Promise<void> {
  const connections = await Promise.all(Array.from({ length: order.connections }, () => Connection.open(port)));
  const requests = new Requests(path, tokens, first);
  const done =
    perSecond === undefined ? drive(connections, requests, ms) : driveAtRate(connections, requests, { ms, perSecond });
  process.send?.(await done);
  for (const connection of connections) connection.close();
}

process.on('message', (order: LoadOrder) => void carryOut(order));
