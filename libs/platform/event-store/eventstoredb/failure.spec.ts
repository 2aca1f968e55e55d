import { failureOf } from '#platform/event-store/eventstoredb/failure';
import { refuseUnsafe, urlOfClient, userIn } from '#platform/event-store/eventstoredb/settings';

describe('what a failed call means', () => {
  it.each([
    [
      { type: 'wrong-expected-version', message: '', actualVersion: 4n },
      { kind: 'conflict', actualRevision: 4 },
    ],
    [
      { type: 'wrong-expected-version', actualVersion: 'no_stream' },
      { kind: 'conflict', actualRevision: -1 },
    ],
    [{ type: 'unavailable', code: 14 }, { kind: 'unknown' }],
    [{ type: 'cancelled', code: 1 }, { kind: 'unknown' }],
    [{ type: 'deadline-exceeded' }, { kind: 'unknown' }],
    [{ type: 'timeout' }, { kind: 'unknown' }],
    [{ type: 'not-leader' }, { kind: 'unknown' }],
    [{ type: 'unknown', message: 'Not Ready' }, { kind: 'unknown' }],
    [Object.assign(new Error('14 UNAVAILABLE'), { code: 14 }), { kind: 'unknown' }],
    [Object.assign(new Error('RST_STREAM'), { code: 13 }), { kind: 'unknown' }],
    [new Error('Failed to discover after 10 attempts.'), { kind: 'unknown' }],
    [{ type: 'access-denied' }, { kind: 'denied' }],
    [{ code: 16, message: 'UNAUTHENTICATED' }, { kind: 'denied' }],
    [{ type: 'stream-deleted' }, { kind: 'refused' }],
    [{ type: 'maximum-append-size-exceeded' }, { kind: 'refused' }],
  ])('%j', (error, meaning) => {
    expect(failureOf(error)).toMatchObject(meaning);
  });
});

describe('a connection string', () => {
  it('never asks for wrong revisions to be hidden', () => {
    expect(() => refuseUnsafe('esdb://h:1?tls=false&throwOnAppendFailure=false')).toThrow('must not be set');
    expect(() => refuseUnsafe('esdb://h:1?throwOnAppendFailure=true')).not.toThrow();
  });

  it('gives its user, or an empty one', () => {
    expect(userIn('esdb+discover://rpn:p%40ss@cluster:2113?tls=true')).toEqual({ username: 'rpn', password: 'p@ss' });
    expect(userIn('esdb://a:1,b:2?tls=false')).toEqual({ username: '', password: '' });
  });

  it('makes each client of a connection one of its own', () => {
    expect(urlOfClient('esdb://h:1', 1)).toBe('esdb://h:1?keepAliveInterval=10001');
    expect(urlOfClient('esdb://h:1?tls=false', 2)).toBe('esdb://h:1?tls=false&keepAliveInterval=10002');
    expect(urlOfClient('esdb://h:1?keepAliveInterval=20000&tls=true', 3)).toBe(
      'esdb://h:1?keepAliveInterval=20003&tls=true',
    );
  });
});
