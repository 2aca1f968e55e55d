import { onboardPartner } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { claimsView } from '#contexts/incentives/views/claims';
import { partnersView } from '#contexts/partners/views/partners';
import { instant } from '#kernel/time/instant';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { district } from '../../../test/support/network';
import { Moments } from './moment/moments';
import { setTimeout as sleep } from 'node:timers/promises';

describe.each(['memory', 'sqlite'] as const)('the moment that a reply shows, on %s', (engine) => {
  let net: ANetwork;
  let sequences: number[];
  beforeEach(async () => {
    net = await ANetwork.open({ engine, now: '2026-07-31T12:00:00.000Z' });
    sequences = [];
    for (const [n, at] of [
      '2026-07-31T12:00:00.000Z',
      '2026-08-01T06:59:59.999Z',
      '2026-08-01T07:00:00.000Z',
    ].entries()) {
      net.clock.at = instant(at);
      await net.as('ana').claim('cs-staff-appointed', district(n + 1), { outcomeDate: '2026-07-30' });
      sequences.push(await net.settle());
    }
    net.clock.at = instant('2026-09-02T12:00:00.000Z');
  });
  afterEach(() => net.close());
  const get = (path: string) => net.as('fin').get(path);

  it.each([
    ['the sequence itself, inclusive', () => String(sequences[1]), 1],
    ['an instant, inclusive', () => '2026-08-01T06:59:59.999Z', 1],
    ['an instant in another offset', () => encodeURIComponent('2026-08-01T08:59:59.999+02:00'), 1],
    ['a period, to the last millisecond of the program’s month', () => '2026-07', 1],
    ['an instant after the last event', () => '2026-09-02T12:00:00Z', 2],
    ['a period that is over', () => '2026-08', 2],
  ])('is, as of %s, what was known then', async (_name, asOf, last) => {
    const { status, json, headers } = await get(`/v1/claims?asOf=${asOf()}`);
    const sequence = sequences[last];
    expect([status, json.count]).toEqual([200, last + 1]);
    expect(json).toMatchObject({ sequence, asOf: { sequence } });
    expect([headers['log-sequence'], headers['etag']]).toEqual([
      String(sequence),
      `"s${sequence}-v${claimsView.version + partnersView.version}"`,
    ]);
  });

  it('is empty before the first event', async () => {
    const { json } = await get('/v1/claims?asOf=2016-01-01T00:00:00Z');
    expect(json).toMatchObject({ count: 0, totals: { requestedCents: 0 }, asOf: { sequence: -1 } });
  });

  it('stays the same whatever happens later', async () => {
    const before = await get('/v1/claims?asOf=2026-08');
    await net.as('ana').post(`/v1/claims/${before.json.data[0].id}/withdraw`, {});
    await net.settle();
    expect((await get('/v1/claims?asOf=2026-08')).text).toBe(before.text);
    expect((await get('/v1/claims?status=withdrawn')).json.count).toBe(1);
  });

  it('is refused with the figures where it is yet to come', async () => {
    const head = await net.head();
    const beyond = await get(`/v1/claims?asOf=${head + 1}`);
    expect([beyond.status, beyond.json.code, beyond.json.figures]).toEqual([
      400,
      'BEYOND_LOG',
      { asked: head + 1, head },
    ]);
    for (const asOf of ['2026-09-02T12:00:00.001Z', '2026-09', '2030-01']) {
      const { status, json } = await get(`/v1/claims?asOf=${asOf}`);
      expect([status, json.code, json.errors[0].parameter]).toEqual([400, 'BEYOND_LOG', 'asOf']);
    }
  });

  it('is at least minSequence, or 503 with Retry-After after two seconds (G10)', async () => {
    const head = await net.head();
    expect((await get(`/v1/claims?minSequence=${head}`)).json.sequence).toBe(head);
    const began = performance.now();
    const { status, json, headers } = await get(`/v1/claims?minSequence=${head + 1}`);
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect([status, json.code, headers['retry-after']]).toEqual([503, 'BEHIND', '1']);
    expect((await get(`/v1/claims?minSequence=${head}&asOf=${head - 1}`)).status).toBe(400);
  });

  it('is one for all views that are joined, although they move one by one', async () => {
    const { network } = net;
    const [views, now] = [[claimsView, partnersView], net.clock.now()];
    const moments = new Moments(network);
    // Between the two reads a partner joins: what was read is of two moments, and is read again.
    let joined = false;
    const shown = await moments.show(views, { now }, async (reader) => {
      const claims = await reader.find(scopeOfAll, claimsView, { where: [] });
      if (!joined) {
        joined = true;
        await onboardPartner(net.ask, 'gamma', 'Gamma', 'gus');
        await net.as('ana').claim('cs-staff-appointed', district(9), { outcomeDate: '2026-08-30' });
        await net.settle();
      }
      const partners = await reader.find(scopeOfAll, partnersView, { where: [] });
      return [claims.count, partners.count];
    });
    expect(shown).toMatchObject({ value: [4, 3], sequence: await net.head() });
  });

  it('is one also where the same view is read twice', async () => {
    const { network } = net;
    let looks = 0;
    const shown = await new Moments(network).show([claimsView], { now: net.clock.now() }, async (reader) => {
      const first = await reader.find(scopeOfAll, claimsView, { where: [] });
      if ((looks += 1) === 1) {
        await net.as('ana').claim('cs-staff-appointed', district(9), { outcomeDate: '2026-08-30' });
        await net.settle();
      }
      return [first.count, (await reader.find(scopeOfAll, claimsView, { where: [] })).count];
    });
    expect([looks, shown.value]).toEqual([2, [4, 4]]);
  });

  it('is folded where the views never stand level', async () => {
    const { network } = net;
    const folded = jest.spyOn(network.asOf, 'at');
    let n = 10;
    const { value, sequence } = await new Moments(network).show(
      [claimsView, partnersView],
      { now: net.clock.now() },
      async (reader) => {
        const claims = await reader.find(scopeOfAll, claimsView, { where: [] });
        if (folded.mock.calls.length === 0) {
          n += 1;
          await onboardPartner(net.ask, `p-${n}`, 'P', `h-${n}`);
          await net.as('ana').claim('cs-staff-appointed', district(n), { outcomeDate: '2026-08-30' });
          await net.settle();
        }
        return [claims.count, (await reader.find(scopeOfAll, partnersView, { where: [] })).count];
      },
    );
    expect(folded).toHaveBeenCalledTimes(1);
    expect([value, sequence]).toEqual([[6, 5], await net.head()]);
  });
});

// Alone: on a server, two networks would write to one log.
describe.each(['memory', 'sqlite'] as const)('the moment that a reply shows, on a lagging %s', (engine) => {
  it('waits for what the asker has just written, where the views lag', async () => {
    const lagging = await ANetwork.open({
      engine,
      delay: () => sleep(Math.random() * 60),
    });
    for (let n = 1; n <= 5; n += 1) {
      const { headers } = await lagging.as('ana').claim('cs-staff-appointed', district(n));
      const { json } = await lagging.as('ana').get(`/v1/claims?minSequence=${headers['log-sequence']}`);
      expect(json.count).toBe(n);
      expect(json.data[0].partner.slug).toBe('alpha');
    }
    await lagging.close();
  });
});
