import { accepted, notFound, notNow, refused } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import { eventType, refusalType } from '#kernel/decider/event';
import { receivedAt } from '#kernel/decider/received-at';
import { EventCatalogue } from '#kernel/decider/upcast';
import { uuidOf } from '#kernel/ids/uuid';
import { instant } from '#kernel/time/instant';

/** Version 1 was in dollars, version 2 in cents, version 3 names the currency. */
const Paid = eventType<'Paid', { cents: number; currency: string }>('Paid', 3, [
  ({ dollars }: { dollars: number }) => ({ cents: dollars * 100 }),
  ({ cents }: { cents: number }) => ({ cents, currency: 'USD' }),
]);
const NotPaid = refusalType<'NotPaid', { because: string; detail: string; figures: object }>('NotPaid', 1);
const catalogue = new EventCatalogue([Paid, NotPaid]);

describe('upcasting', () => {
  it.each([
    [1, { dollars: 5 }],
    [2, { cents: 500 }],
    [3, { cents: 500, currency: 'USD' }],
  ])('reads version %d as the newest', (version, data) => {
    expect(catalogue.upcast('Paid', version, data)).toEqual({ version: 3, data: { cents: 500, currency: 'USD' } });
  });

  it.each([
    ['Unpaid', 1],
    ['Paid', 4],
    ['Paid', 0],
    ['Paid', 1.5],
    ['toString', 1],
  ])('stops on %s version %d (G27)', (type, version) => {
    expect(() => catalogue.upcast(type, version, {})).toThrow('this release does not know');
  });

  it('needs an upcaster for every older version, and a name for every type', () => {
    expect(() => eventType('Gone', 2)).toThrow('every older version needs its upcaster');
    expect(() => new EventCatalogue([Paid, eventType('Paid', 1)])).toThrow('two event types share a name');
    expect(new EventCatalogue([Paid, Paid]).all()).toEqual([Paid]);
  });

  it('knows which types are a recorded no', () => {
    expect([catalogue.isRefusal('NotPaid'), catalogue.isRefusal('Paid'), catalogue.isRefusal('?')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('events are made in their newest version', () => {
    expect(Paid({ cents: 1, currency: 'USD' })).toEqual({
      type: 'Paid',
      version: 3,
      data: { cents: 1, currency: 'USD' },
    });
  });
});

describe('answers', () => {
  it('are four: accepted, refused, not now, and a thrown bug', () => {
    const paid = Paid({ cents: 1, currency: 'USD' });
    const no = NotPaid({ because: 'B', detail: 'd', figures: {} });
    expect(accepted(paid)).toEqual({ kind: 'accepted', events: [paid] });
    expect(refused(no as never)).toEqual({ kind: 'refused', event: no });
    expect(notNow('C', 'd', { a: 1 })).toEqual({
      kind: 'not-now',
      status: 409,
      code: 'C',
      detail: 'd',
      figures: { a: 1 },
    });
    expect(notFound.status).toBe(404);
  });
});

describe('circumstances', () => {
  const circumstances = { at: instant('2026-01-01T00:00:00.000Z'), commandId: uuidOf('x'), role: 'r' };
  it.each([
    ['per_a', 'per_a', ['per_a']],
    ['per_a', 'per_b', ['per_a', 'per_b']],
    ['service:x', 'per_b', ['per_b']],
    ['service:x', 'service:x', []],
  ] as const)('%s for %s act as %j', (actor, principal, people) => {
    expect(actingPeople({ ...circumstances, actor, principal })).toEqual(people);
  });

  it('arrive when the capsule says, or when the event was recorded', () => {
    const at = instant('2026-01-02T00:00:00.000Z');
    const event = (metadata: object) => ({ recordedAt: at, metadata }) as never;
    expect(receivedAt(event({ capsule: { facts: { at: circumstances.at } } }))).toBe(circumstances.at);
    expect(receivedAt(event({}))).toBe(at);
  });
});
