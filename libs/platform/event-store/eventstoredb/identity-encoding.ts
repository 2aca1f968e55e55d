import type { EventStoreDBClient } from '@eventstore/db-client';

/** What grpc-js sends as a call's headers, as far as it matters here. */
interface Headers {
  set: (name: string, value: string) => void;
  clone: () => Headers;
}

const ACCEPTED = 'grpc-accept-encoding';

/**
 * Asks the server for plain answers. Newer servers zip every message of a read, and grpc-js unzips them one by one: 8,000
 * events/s instead of 57,000 and more. grpc-js has no option for it and writes the header after ours, so the headers of
 * this client's calls, and every copy of them, are made to keep `identity`.
 */
export function askForPlainAnswers(client: EventStoreDBClient): void {
  // Protected, and an instance's own property: it makes the headers of every call.
  const original = client['callArguments'];
  client['callArguments'] = (...given: Parameters<typeof original>) => {
    const made = original(...given);
    keepIdentity(made[0]);
    return made;
  };
}

function keepIdentity(headers: Headers): Headers {
  const set = headers.set.bind(headers);
  const clone = headers.clone.bind(headers);
  headers.set = (name, value) => set(name, name === ACCEPTED ? 'identity' : value);
  headers.clone = () => keepIdentity(clone());
  return headers;
}
