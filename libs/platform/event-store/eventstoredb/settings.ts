/** How long the adapter waits for what. All in milliseconds. */
export interface Patience {
  /** For an append to be acknowledged and to be seen on the tail. Under the mailbox's 2 s, so that it asks again. */
  readonly appendMs: number;
  /** For the next word of a read that is going on. */
  readonly silenceMs: number;
  /** For the tail to come to an event that is known to be there. */
  readonly tailMs: number;
  /** Between two looks at the log's head that do not rest on the subscription. */
  readonly headEveryMs: number;
  /** For the server to be there at all, and for the count to move on, when the store is opened. */
  readonly openMs: number;
}

export const PATIENCE: Patience = {
  appendMs: 1_500,
  silenceMs: 5_000,
  tailMs: 1_500,
  headEveryMs: 3_000,
  openMs: 60_000,
};

/** Stops on a connection string by which a wrong expected revision would be told as something else. */
export function refuseUnsafe(url: string): void {
  if (/[?&]throwOnAppendFailure=false/i.test(url)) {
    throw new Error('throwOnAppendFailure=false must not be set: the client then reports wrong revisions.');
  }
}

const KEEP_ALIVE_MS = 10_000;

/**
 * The connection string for the `n`th client of a connection. grpc-js shares sockets, and how long it waits before it
 * tries one again (up to two minutes after a long outage), between clients with equal options; a keepalive that is a
 * millisecond longer makes the new client try at once.
 */
export function urlOfClient(url: string, n: number): string {
  const found = /([?&]keepAliveInterval=)(\d+)/i.exec(url);
  if (found !== null) return url.replace(found[0], `${found[1] ?? ''}${Number(found[2]) + n}`);
  return `${url}${url.includes('?') ? '&' : '?'}keepAliveInterval=${KEEP_ALIVE_MS + n}`;
}

/**
 * The connection string's user. Handing it over with each append chooses the client's append of one call each: its batch
 * append keeps all pending ones in one map of the module, which any dropped connection empties, and the answer that then
 * comes to nobody ends the process. Without a user (an insecure server) an empty one does the same and is never sent.
 */
export function userIn(url: string): { readonly username: string; readonly password: string } {
  const found = /^[a-z+]+:\/\/([^:@/?]+):([^@/?]*)@/i.exec(url);
  return { username: decodeURIComponent(found?.[1] ?? ''), password: decodeURIComponent(found?.[2] ?? '') };
}
