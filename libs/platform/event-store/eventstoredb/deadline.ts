import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';

/**
 * The client's deadlines are not kept (an append on a frozen server waits for ever), so every call is given up by our own
 * timer. What was given up may still come to an end; nobody listens any more.
 */
export async function within<T>(ms: number, what: string, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(`${what}: no answer within ${ms} ms`)), ms);
  });
  // Lost races must not be reported as rejections that nobody handled.
  call.catch(() => undefined);
  try {
    return await Promise.race([call, over]);
  } finally {
    clearTimeout(timer);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
