import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { randomUUID } from 'node:crypto';
import type { Caller, Heard } from '../support/caller';
import { isReplay, replyOf, sequenceOf } from '../support/caller';
import { district } from '../support/network';
import { Served } from '../support/served';

jest.setTimeout(60_000);

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

/** One key, one effect, one reply, for the life of the log (G3, G4). */
describe('a command that is sent again', () => {
  let served: Served;
  let [ana, pia, pat] = [] as unknown as [Caller, Caller, Caller];
  const signIn = async (): Promise<void> => {
    const people = await Promise.all(['ana', 'pia', 'pat'].map((who) => served.as(who)));
    [ana, pia, pat] = people as [Caller, Caller, Caller];
  };
  beforeEach(async () => {
    served = await Served.found();
    await signIn();
  });
  afterEach(() => served.close());

  const key = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });
  const restart = async (): Promise<void> => {
    served = await served.reopen();
    await signIn();
  };
  const HEADERS = ['log-sequence', 'etag', 'location'];
  /** Everything of a reply that is the command's. */
  const whole = (heard: Heard): string =>
    [replyOf(heard), ...HEADERS.map((name) => heard.headers.get(name))].join('\n');

  /** Sends it so often at once: one reply, told to be a replay to all but one. */
  async function oneReply(times: number, send: () => Promise<Heard>): Promise<Heard> {
    const replies = await Promise.all(Array.from({ length: times }, send));
    expect([...new Set(replies.map(whole))]).toEqual([whole(replies[0]!)]);
    expect(replies.filter((reply) => !isReplay(reply))).toHaveLength(1);
    return replies[0]!;
  }

  /** And one effect. */
  async function atOnce(times: number, send: () => Promise<Heard>): Promise<Heard> {
    const before = await served.head();
    const reply = await oneReply(times, send);
    expect(await served.head()).toBe(before + 1);
    return reply;
  }

  /** Sent once more: the same reply, and nothing happens. */
  async function expectAgain(first: Heard, send: () => Promise<Heard>): Promise<void> {
    const before = await served.head();
    const again = await send();
    expect([whole(again), isReplay(again), await served.head()]).toEqual([whole(first), true, before]);
  }

  it.each([5, 50])(
    '%i times at once has one effect, at every kind of address, and so after a restart',
    async (times) => {
      const keys = [key(), key(), key(), key()] as const;
      const upload = (): Promise<Heard> => ana.upload(PDF, keys[0]);
      const claim = (): Promise<Heard> => ana.claim('district-onboarded', district(1), {}, keys[1]);
      // Uploads are held in memory, so only so many are taken at once.
      const uploaded = await atOnce(Math.min(times, 16), upload);
      const claimed = await atOnce(times, claim);
      const address = claimed.headers.get('location')!;
      const verify = (): Promise<Heard> => pia.post(`${address}/verify`, {}, keys[2]);
      const approve = (): Promise<Heard> => pat.post(`${address}/approve`, {}, keys[3]);
      const verified = await atOnce(times, verify);
      const approved = await oneReply(times, approve);
      // The payable follows by itself: one event more.
      await served.network.reactions.settle();
      expect(await served.head()).toBe(sequenceOf(approved) + 1);
      expect([uploaded, claimed, verified, approved].map(({ status }) => status)).toEqual([201, 201, 200, 200]);
      await restart();
      for (const [first, send] of [
        ...[[uploaded, upload] as const, [claimed, claim] as const],
        ...[[verified, verify] as const, [approved, approve] as const],
      ])
        await expectAgain(first, send);
    },
  );

  it('with another body is refused, also after a restart, and the first one stands', async () => {
    const once = key();
    const claim = (n: number): Promise<Heard> => ana.claim('district-onboarded', district(n), {}, once);
    const first = await claim(1);
    for (const again of ['running', 'restarted']) {
      const head = await served.head();
      const other = await claim(2);
      expect([again, other.status, other.json.code, await served.head()]).toEqual([again, 422, 'KEY_REUSED', head]);
      await expectAgain(first, () => claim(1));
      await restart();
    }
  });

  it('after a refusal is refused again, whatever has become possible meanwhile', async () => {
    const [once, another] = [key(), key()];
    for (const n of [1, 2, 3, 4, 5]) await ana.claim('district-onboarded', district(n), { outcomeDate: '2026-08-04' });
    const claim = (with_: typeof once): Promise<Heard> =>
      ana.claim('coach-cohort-managed', 'cohort:fall', { outcomeDate: '2026-08-04' }, with_);
    const refused = await atOnce(5, () => claim(once));
    expect([refused.status, refused.json.code]).toEqual([422, 'CAP_EXCEEDED']);
    const content = { ...defaultIncentivesPolicy, annualCapCents: cents(5_000_000) };
    const policy = { effectiveFrom: '2026-08-04', content };
    await served.ask('PublishIncentivesPolicy', new PublishIncentivesPolicy(), policy);
    await restart();
    await expectAgain(refused, () => claim(once));
    expect((await claim(another)).status).toBe(201);
  });

  it('after a breach of duties is refused again: it is on record (403)', async () => {
    const address = (await ana.claim('district-onboarded', district(1))).headers.get('location')!;
    await pia.post(`${address}/verify`, {});
    const once = key();
    const approve = (): Promise<Heard> => pia.post(`${address}/approve`, {}, once);
    const refused = await atOnce(5, approve);
    expect([refused.status, refused.json.code]).toEqual([403, 'SOD']);
    expect((await pat.post(`${address}/approve`, {})).status).toBe(200);
    // The payable follows by itself: one event more.
    await served.network.reactions.settle();
    await restart();
    await expectAgain(refused, approve);
  });

  it('after a “not now” is decided afresh: that stored nothing', async () => {
    const address = (await ana.claim('district-onboarded', district(1))).headers.get('location')!;
    const [once, head] = [key(), await served.head()];
    const approve = (): Promise<Heard> => pat.post(`${address}/approve`, {}, once);
    const early = await Promise.all(Array.from({ length: 5 }, approve));
    expect(early.map(({ status, json }) => `${status} ${json.code}`)).toEqual(Array(5).fill('409 NOT_OPEN'));
    expect(early.filter(isReplay)).toEqual([]);
    expect(await served.head()).toBe(head);
    await pia.post(`${address}/verify`, {});
    const late = await approve();
    expect([late.status, isReplay(late)]).toEqual([200, false]);
  });

  it('after a dry run is decided afresh: that stored nothing either', async () => {
    const [once, head] = [key(), await served.head()];
    const body = ana.claimOf('district-onboarded', district(1));
    const dry = await ana.post('/v1/claims?dryRun=true', body, once);
    expect([dry.status, dry.json.dryRun, await served.head()]).toEqual([200, true, head]);
    const file = await ana.upload(PDF, key(), '?dryRun=true');
    expect([file.status, await served.network.blobs.get(file.json.sha256)]).toEqual([200, undefined]);
    const late = ana.claimOf('district-onboarded', district(1), { outcomeDate: '2026-01-02' });
    const no = await ana.post('/v1/claims?dryRun=true', late, once);
    expect([no.status, no.json.code, await served.head()]).toEqual([422, 'CLAIM_WINDOW_CLOSED', head]);
    const real = await ana.post('/v1/claims', body, once);
    expect([real.status, isReplay(real), await served.head()]).toEqual([201, false, head + 1]);
  });

  it('a year later gets the reply of its first time', async () => {
    const once = key();
    const claim = (): Promise<Heard> => ana.claim('district-onboarded', district(1), {}, once);
    const first = await claim();
    served.clock.at = instant('2027-08-04T12:00:00.000Z');
    await expectAgain(first, claim);
  });
});
