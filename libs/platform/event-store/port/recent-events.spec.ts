import { RecentEvents } from '#platform/event-store/port/recent-events';
import type { LoggedEvent } from '#platform/event-store/port/event-store';
import { eventsOf, minute } from '../../../../test/support/stored-events';

const KEPT = 100;
const [event] = eventsOf({ name: 'event' });

/** The `n`th event of a log of two streams that take turns. */
function logged(n: number): LoggedEvent {
  const place = { sequence: n, stream: n % 2 === 0 ? 'even' : 'odd', revision: n >> 1 };
  return { event: { ...event!, ...place }, checkpoint: { sequence: n, knownAt: minute(0), cursor: String(n) } };
}

describe('the log’s last events in memory', () => {
  it('gives what it still has, and says when it has forgotten', () => {
    const recent = new RecentEvents(KEPT);
    expect(recent.between(-1, 5)).toBeUndefined();
    for (let n = 0; n < 1_000; n += 1) recent.add(logged(n));
    expect(recent.between(-1, 5)).toBeUndefined();
    expect(recent.between(990, 992)?.map((one) => one.event.sequence)).toEqual([991, 992]);
    expect(recent.between(999, 999)).toEqual([]);
    expect([recent.holds('odd', 0), recent.holds('odd', 490), recent.holds('never', 0)]).toEqual([false, true, false]);
    expect(recent.ofStream('odd', 498).map(({ sequence }) => sequence)).toEqual([997, 999]);
  });

  it('has a stream from its beginning while it has that', () => {
    const recent = new RecentEvents(KEPT);
    for (let n = 0; n < 100; n += 1) recent.add(logged(n));
    expect([recent.holds('even', 0), recent.holds('even', 60)]).toEqual([true, true]);
    expect(recent.ofStream('even', 60)).toEqual([]);
  });
});
