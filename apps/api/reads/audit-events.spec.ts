import { canonicalEvent } from '#platform/event-store/port/stored-event';
import { ANetwork } from '../../../test/support/a-network';
import { district } from '../../../test/support/network';
import { EventStream } from './audit/event-stream';

describe.each(['memory', 'sqlite'] as const)('the events of the log, on %s', (engine) => {
  let net: ANetwork;
  beforeAll(async () => {
    net = await ANetwork.open({ engine });
    for (let n = 1; n <= 5; n += 1) await net.as('ana').claim('cs-staff-appointed', district(n));
    await net.settle();
  });
  afterAll(() => net.close());
  const get = (query: string, headers = {}) => net.as('aud').get(`/v1/audit/events${query}`, headers);

  async function stored(): Promise<string[]> {
    const texts = [];
    for await (const { event } of net.network.store.readAll({ sequence: -1, knownAt: null, cursor: '' }))
      texts.push(canonicalEvent(event));
    return texts;
  }

  it('come by pages, byte for byte with their sequence', async () => {
    const lines: string[] = [];
    for (let next: string | undefined = '?limit=7'; next !== undefined;) {
      const { text, json, headers } = await get(next);
      expect([json.sequence, headers['log-sequence']]).toEqual([await net.head(), String(await net.head())]);
      lines.push(...json.data.map((event: object) => JSON.stringify(event)));
      expect(text).toContain(lines.at(-1));
      next = /<\/v1\/audit\/events(.*)>; rel="next"/.exec(headers['link'] ?? '')?.[1];
    }
    expect(lines).toEqual((await stored()).map((text, sequence) => `${text.slice(0, -1)},"sequence":${sequence}}`));
  });

  it('come by stream and type, from any sequence on', async () => {
    const claims = (await get('?type=IncentiveClaimed&limit=100')).json.data as { sequence: number; stream: string }[];
    expect(claims).toHaveLength(5);
    const ledger = (await get('?stream=incentives-1&limit=100')).json.data as { sequence: number }[];
    expect(ledger).toHaveLength(6);
    for (const { sequence } of ledger) {
      const rest = (await get(`?stream=incentives-1&after=${sequence}&limit=100`)).json.data as { sequence: number }[];
      expect(rest.map((event) => event.sequence)).toEqual(
        ledger.map((event) => event.sequence).filter((one) => one > sequence),
      );
    }
    expect(
      (await get(`?stream=incentives-1&type=IncentiveClaimed&after=${claims[1]!.sequence}`)).json.data,
    ).toHaveLength(3);
    expect((await get('?stream=nothing-1')).json).toMatchObject({ data: [], hasMore: false });
    expect((await get(`?after=${(await net.head()) + 7}`)).json).toMatchObject({ data: [], hasMore: false });
  });

  it('come as lines, all that follow', async () => {
    const { text, headers } = await get('?after=2', { accept: 'application/x-ndjson' });
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).sequence as number);
    expect(lines).toEqual(Array.from({ length: (await net.head()) - 2 }, (_, i) => i + 3));
    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect((await get('?limit=2', { accept: 'application/x-ndjson' })).text.trimEnd().split('\n')).toHaveLength(2);
  });

  it.each(['after=x', 'after=-2', 'stream=$all', 'stream=a/b', 'type=drop table', 'limit=0', 'asOf=3', 'type[]=x'])(
    'answers 400 to ?%s',
    async (query) => {
      expect((await get(`?${query}`)).status).toBe(400);
    },
  );

  it('are for auditors and finance only', async () => {
    expect((await net.as('fin').get('/v1/audit/events?limit=1')).status).toBe(200);
    for (const handle of ['ana', 'pia', 'adam']) {
      for (const accept of ['application/json', 'application/x-ndjson', 'text/event-stream']) {
        expect((await net.as(handle).get('/v1/audit/events', { accept })).status).toBe(403);
      }
    }
    expect((await get(`?minSequence=${(await net.head()) + 1}`)).json.code).toBe('BEHIND');
  });
});

describe('the log as it grows', () => {
  it('is sent as server-sent events from where the client was, and ends with the server', async () => {
    const net = await ANetwork.open();
    const url = await net.listen();
    const last = (await net.head()) - 2;
    const authorization = `Bearer ${await net.token('aud')}`;
    const headers = { authorization, accept: 'text/event-stream', 'last-event-id': String(last) };
    const reply = await fetch(`${url}/v1/audit/events`, { headers });
    expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (enough: () => boolean) => {
      while (!enough()) {
        const { value, done } = await reader.read();
        if (done) return 'ended';
        text += value;
      }
      return 'going on';
    };
    const ids = () => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    await until(() => ids().length === 2);
    const claim = await net.as('ana').claim('district-onboarded', district(1));
    await until(() => ids().length === 3);
    expect(ids()).toEqual([last + 1, last + 2, last + 3]);
    const frame = text.split('\n\n').find((one) => one.includes('event: IncentiveClaimed')) ?? '';
    expect(JSON.parse(/^data: (.*)$/m.exec(frame)![1]!)).toMatchObject({
      sequence: last + 3,
      data: { claim: { claimId: claim.json.id } },
    });
    net.part(EventStream).endAll();
    expect(await until(() => false)).toBe('ended');
    await net.close();
  });

  it('refuses a place that is none', async () => {
    const net = await ANetwork.open();
    const told = await net.as('aud').get('/v1/audit/events', { accept: 'text/event-stream', 'last-event-id': 'x' });
    expect([told.status, told.json.errors[0].parameter]).toEqual([400, 'Last-Event-ID']);
    await net.close();
  });
});
