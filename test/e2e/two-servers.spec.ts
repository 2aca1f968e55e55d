import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { keyFileIn, mintToken } from '#platform/sign-in/local-keys';
import { partnerNamed, personNamed } from '../support/a-founding';
import type { Heard } from '../support/caller';
import { Caller, sequenceOf } from '../support/caller';
import { Child } from '../support/child';
import { openServer, serverUrl, withServer } from '../support/eventstoredb';
import { FreshLog } from '../support/fresh-log';
import { district } from '../support/network';
import { Served } from '../support/served';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

/** What one-of-two-servers.ts says of itself. */
interface Stand {
  readonly sequence: number;
  readonly digests: unknown;
  readonly tree: { readonly size: number; readonly root: string };
  readonly appends: number;
  readonly conflicts: number;
}

/** Two days ago: no zone calls it the future, as the program's does with UTC's today in every evening of Los Angeles. */
const LATELY = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

withServer('two API processes on one EventStoreDB', () => {
  describe('two API processes on one log', () => {
    const folders = [temporaryFolder(), temporaryFolder()];
    let children: readonly Child[] = [];
    let urls: readonly string[] = [];
    let told = 0;

    beforeAll(async () => {
      const prefix = randomUUID();
      const mine = await FreshLog.over(await openServer(), prefix);
      children = folders.map(({ path }) => new Child('one-of-two-servers.ts', [serverUrl, prefix, path]));
      urls = await Promise.all(children.map(async (child) => (await child.line('serving ')).slice('serving '.length)));
      const served = await Served.found({ log: async () => mine, now: new Date().toISOString() });
      await served.close();
    });
    afterAll(async () => {
      await Child.killAll();
      for (const folder of folders) folder.remove();
    });

    /** The same person at each of the two. */
    const atBoth = (handle: string, slug = 'alpha'): Promise<readonly Caller[]> =>
      Promise.all(
        urls.map(async (url, n) => {
          const token = await mintToken(keyFileIn(folders[n]!.path), personNamed(handle));
          return new Caller(url, token, partnerNamed(slug));
        }),
      );

    async function stands(): Promise<readonly Stand[]> {
      for (const child of children) child.signal('SIGUSR2');
      const lines = await Promise.all(children.map((child) => child.line('stands ', told)));
      told += 1;
      return lines.map((line) => JSON.parse(line.slice('stands '.length)) as Stand);
    }

    /** As a client does it: whoever is told that the outcome is unknown sends the same key again. */
    async function claimed(by: Caller, subject: string): Promise<Heard> {
      const key = { 'idempotency-key': randomUUID() };
      for (;;) {
        const heard = await by.claim('coach-cohort-managed', subject, { outcomeDate: LATELY }, key);
        if (heard.json.code !== 'UNKNOWN_OUTCOME') return heard;
      }
    }

    it('decide 100 racing claims of which 10 fit: 10 are made, 90 refused', async () => {
      const bob = await atBoth('bob', 'beta');
      const answers = Array.from({ length: 100 }, async (_, n) => {
        await setTimeout(Math.random() * 250);
        return claimed(bob[n % 2]!, `cohort:${n}`);
      });
      const replies = (await Promise.all(answers)).sort((a, b) => sequenceOf(a) - sequenceOf(b));
      const words = replies.map(({ status, json }) => (status === 201 ? 201 : `${status} ${json.code}`));
      expect(words).toEqual([...Array<number>(10).fill(201), ...Array<string>(90).fill('422 CAP_EXCEEDED')]);
      const first = sequenceOf(replies[0]!);
      expect(replies.map(sequenceOf)).toEqual(replies.map((_, n) => first + n));
    });

    it('take a claim to its payable, each step at the other one', async () => {
      const [ana, pia, pat, fin] = await Promise.all(['ana', 'pia', 'pat', 'fin'].map((who) => atBoth(who)));
      const { sha256 } = (await ana![1]!.upload(Buffer.from('%PDF-1.7\nagreed'))).json;
      const evidence = [{ kind: 'district-agreement', sha256 }];
      const claim = await ana![0]!.claim('district-onboarded', district(1), { outcomeDate: LATELY, evidence });
      const address = claim.headers.get('location')!;
      const steps = [
        await pia![1]!.post(`${address}/verify`, {}),
        await pat![0]!.post(`${address}/approve`, {}),
        ...[await pat![1]!.post(`${address}/approve`, {}), await ana![1]!.post(`${address}/withdraw`, {})],
      ];
      expect([claim, ...steps].map(({ status }) => status)).toEqual([201, 200, 200, 409, 409]);
      const [{ sequence }] = (await stands()) as [Stand];
      const payables = await Promise.all(fin!.map((one) => one.get(`/v1/payables?minSequence=${sequence}`)));
      expect(payables.map(({ json }) => json.totals.amountCents)).toEqual([500_000, 500_000]);
    });

    it('and agree on sequence, root and every view', async () => {
      const [left, right] = (await stands()) as [Stand, Stand];
      expect([left.sequence, left.tree, left.digests]).toEqual([right.sequence, right.tree, right.digests]);
      const figures = [left, right].map(({ appends, conflicts }) => `${conflicts} conflicts in ${appends} appends`);
      console.info(`two API processes: ${figures.join(', ')}`);
    });
  });
});
