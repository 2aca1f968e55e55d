import { userIn } from '#platform/event-store/eventstoredb/settings';

/** Users that every server has and that may do anything. */
const MIGHTY = ['admin', 'ops'];
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * What is unsafe about a connection string, each to be read behind its name (docs/operating/eventstoredb.md). On one's own
 * machine a server needs neither users nor TLS.
 */
export function concernsAbout(url: string): readonly string[] {
  const { username } = userIn(url);
  const isOwnMachine = hostsOf(url).every((host) => LOOPBACK.test(host));
  const concerns: readonly (readonly [boolean, string])[] = [
    [MIGHTY.includes(username), `names the user ${username}: give the program one of its own, in no group`],
    [!isOwnMachine && username === '', 'names no user: whoever reaches the server may write the log'],
    [!isOwnMachine && /[?&]tls=false/i.test(url), 'has tls=false: whoever is on the way may read and change the log'],
    [/[?&]nodePreference=(?!leader)/i.test(url), 'prefers another node than the leader, which alone has every event'],
  ];
  return concerns.flatMap(([isSo, words]) => (isSo ? [words] : []));
}

const hostsOf = (url: string): readonly string[] =>
  (/^[a-z+]+:\/\/(?:[^@/?]*@)?([^/?]*)/i.exec(url)?.[1] ?? '').split(',');
