import { concernsAbout } from '#platform/profiles/cluster/connection-concerns';

describe('a connection string', () => {
  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'esdb://localhost:2121,127.0.0.1:2122,[::1]:2123?tls=false',
    'esdb://rpn:secret%40@node1:2113,node2:2113,node3:2113?tls=true&nodePreference=leader',
    'kurrentdb+discover://rpn:secret@cluster.example.org?tlsCaFile=/etc/rpn/ca.crt',
  ])('raises no concern: %s', (url) => {
    expect(concernsAbout(url)).toEqual([]);
  });

  it.each([
    [
      'esdb://admin:changeit@127.0.0.1:2113?tls=false',
      ['names the user admin: give the program one of its own, in no group'],
    ],
    ['esdb://node1:2113', ['names no user: whoever reaches the server may write the log']],
    [
      'esdb://127.0.0.1:2121,node2:2113?TLS=False',
      [
        'names no user: whoever reaches the server may write the log',
        'has tls=false: whoever is on the way may read and change the log',
      ],
    ],
    [
      'esdb://rpn:secret@node1?nodePreference=follower',
      ['prefers another node than the leader, which alone has every event'],
    ],
  ])('%s is not as it should be', (url, concerns) => {
    expect(concernsAbout(url)).toEqual(concerns);
  });
});
