import { commandIdOf } from '#kernel/ids/uuid';
import type { Uuid } from '#kernel/ids/uuid';
import { LOCAL_ISSUER } from '#platform/sign-in/local-keys';
import { randomUUID } from 'node:crypto';
import type { Random } from '../../apps/cli/demo/simulation/random';
import { personNamed, PROOF } from './a-founding';
import type { Caller, Heard } from './caller';
import { replyOf } from './caller';
import { district, evidenceOf } from './network';

/** Each partner has a file of its own, for one that two of them name has to be explained at verification. */
export const PROOF_OF_BOB = 'proof of bob';

export type People = Readonly<Record<'ana' | 'bob' | 'pia' | 'pat', Caller>>;

/** A command as it was sent, and what its sender heard: nothing where the server was gone. */
export interface Sent {
  readonly by: keyof People;
  readonly commandId: Uuid;
  readonly send: (people: People) => Promise<Heard>;
  /** Status and body, once it is on record: accepted, or refused for ever. */
  recorded?: string;
}

interface OpenClaim {
  readonly address: string;
  verifiedBy?: 'pia' | 'pat' | undefined;
}

/**
 * What people do all day, at random and without a pause: claim (sometimes what they claimed before), upload, verify,
 * approve (sometimes what they verified themselves), deny. Remembers every command, so that a spec can ask for all of them
 * after servers were killed under it.
 */
export class RandomLoad {
  readonly sent: Sent[] = [];
  /** Answers that no request may ever get, or that say why it was not taken. */
  readonly odd: string[] = [];
  private readonly unheard = new Set<Sent>();
  private readonly open: OpenClaim[] = [];

  constructor(
    private readonly random: Random,
    private readonly outcomeDate: string,
  ) {}

  get recorded(): readonly Sent[] {
    return this.sent.filter(({ recorded }) => recorded !== undefined);
  }

  /** So many people at once, until nobody answers any more. They first ask again for what they never heard of. */
  async run(people: People, workers = 8): Promise<void> {
    await Promise.all(Array.from({ length: workers }, () => this.work(people)));
  }

  /** Sends what was never answered until it is. */
  async settle(people: People): Promise<void> {
    for (const one of this.unheard) await this.try(one, people);
  }

  private async work(people: People): Promise<void> {
    for (;;) {
      const [again] = this.unheard;
      if (again !== undefined) this.unheard.delete(again);
      if (!(await this.try(again ?? this.draw(), people))) return;
    }
  }

  /** False when there was no answer. */
  private async try(one: Sent, people: People): Promise<boolean> {
    try {
      const heard = await one.send(people);
      this.unheard.delete(one);
      const { status, json } = heard;
      if (status < 300 || json?.because !== undefined) one.recorded = replyOf(heard);
      else if (status !== 409) this.odd.push(`${status} ${String(json?.code ?? heard.text)}`);
      return true;
    } catch {
      this.unheard.add(one);
      return false;
    }
  }

  private draw(): Sent {
    const claim = this.open.length > 0 && this.random.chance(0.5) ? this.random.pick(this.open) : undefined;
    if (claim !== undefined) return this.act(claim);
    return this.random.chance(0.1) ? this.upload() : this.claim();
  }

  private claim(): Sent {
    const [by, first, proof] = this.random.pick([['ana', 1, PROOF] as const, ['bob', 5_001, PROOF_OF_BOB] as const]);
    const subject = district(first + this.random.int(0, 600));
    const evidence = evidenceOf('teachers-implementing', proof);
    const more = { outcomeDate: this.outcomeDate, units: 5, evidence };
    return this.command(by, '/v1/claims', async (caller, headers) => {
      const heard = await caller.claim('teachers-implementing', subject, more, headers);
      if (heard.status === 201) this.open.push({ address: heard.headers.get('location') ?? '' });
      return heard;
    });
  }

  private act(claim: OpenClaim): Sent {
    const { address, verifiedBy } = claim;
    if (verifiedBy === undefined) {
      const by = this.random.pick(['pia', 'pat'] as const);
      return this.command(by, `${address}/verify`, async (caller, headers, path) => {
        const heard = await caller.post(path, {}, headers);
        if (heard.status === 200) claim.verifiedBy = by;
        return heard;
      });
    }
    const other = verifiedBy === 'pia' ? 'pat' : 'pia';
    const [by, verb, body] = this.random.weighted([
      [[other, 'approve', {}] as const, 7],
      [[other, 'deny', { reason: 'Not shown.' }] as const, 1],
      // Who verified may not approve; it is recorded that they tried.
      [[verifiedBy, 'approve', {}] as const, 2],
    ]);
    if (by === other) this.open.splice(this.open.indexOf(claim), 1);
    return this.command(by, `${address}/${verb}`, (caller, headers, path) => caller.post(path, body, headers));
  }

  private upload(): Sent {
    const file = Buffer.from(`%PDF-1.7\n${this.random.next()}\n%%EOF\n`);
    return this.command('ana', '/v1/evidence', (caller, headers) => caller.upload(file, headers));
  }

  private command(
    by: keyof People,
    path: string,
    send: (caller: Caller, headers: { 'idempotency-key': string }, path: string) => Promise<Heard>,
  ): Sent {
    const key = randomUUID();
    const commandId = commandIdOf({ issuer: LOCAL_ISSUER, subject: personNamed(by), method: 'POST', path, key });
    const sent: Sent = { by, commandId, send: (people) => send(people[by], { 'idempotency-key': key }, path) };
    this.sent.push(sent);
    return sent;
  }
}
