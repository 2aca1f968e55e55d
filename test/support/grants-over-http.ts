import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { instant } from '#kernel/time/instant';
import type { Ask } from './a-founding';
import { onboardPartner, partnerNamed, personNamed } from './a-founding';
import type { Caller, Heard } from './caller';
import { content, goals } from './grants';
import { Served } from './served';

export const REVIEWERS = ['rita', 'rob', 'ren'] as const;
/** Two scores, and what the reviewer would give. */
export type Scores = readonly (readonly [number, number, number?])[];
export const GOOD: Scores = [
  [5, 5],
  [5, 5],
];

/**
 * Grant rules, three reviewers, one more of program staff (whoever decides a round accepts no report of it) and two more of
 * finance (whoever prepares a payment does not approve it).
 */
export async function foundGrants(ask: Ask, policy: GrantsPolicy = defaultGrantsPolicy): Promise<void> {
  const rules = { effectiveFrom: '2017-01-01', content: policy };
  await ask('PublishGrantsPolicy', new PublishGrantsPolicy(), rules, 'grants policy');
  const staff = { pol: 'program-staff', fay: 'finance', flo: 'finance' };
  const people = { ...Object.fromEntries(REVIEWERS.map((one) => [one, 'grant-reviewer'])), ...staff };
  for (const [handle, role] of Object.entries(people)) {
    await ask('RegisterPerson', new RegisterPerson(), { handle }, `register ${handle}`);
    await ask('GrantRole', new GrantRole(), { personId: personNamed(handle), role });
  }
}

/** A year of grants lived over a real connection, under a clock that only `at` moves. Every step must be done, or it throws. */
export class GrantsOverHttp {
  private readonly callers = new Map<string, Promise<Caller>>();

  private constructor(readonly served: Served) {}

  static async open(slugs: readonly string[], policy?: GrantsPolicy): Promise<GrantsOverHttp> {
    const served = await Served.found();
    await foundGrants(served.ask, policy);
    for (const slug of slugs) await onboardPartner(served.ask, slug, slug, `${slug}-staff`);
    return new GrantsOverHttp(served);
  }

  close(): Promise<void> {
    return this.served.close();
  }

  at(time: string): this {
    this.served.clock.at = instant(time);
    return this;
  }

  /** A person's way in, by handle. */
  as(handle: string): Promise<Caller> {
    const known = this.callers.get(handle) ?? this.served.as(handle);
    this.callers.set(handle, known);
    return known;
  }

  /** Staff of a partner, by the partner's slug. */
  staff(slug: string): Promise<Caller> {
    return this.as(`${slug}-staff`);
  }

  /** Somebody more who works for a partner. */
  async employ(handle: string, slug: string, role: string): Promise<void> {
    await this.served.ask('RegisterPerson', new RegisterPerson(), { handle }, `register ${handle}`);
    const work = { partnerId: partnerNamed(slug), personId: personNamed(handle), role, from: '2017-07-01' };
    await this.served.ask('AffiliatePerson', new AffiliatePerson(), work);
  }

  async do(handle: string, path: string, body: object = {}): Promise<Heard> {
    const heard = await (await this.as(handle)).post(path, body);
    if (heard.status < 300) return heard;
    throw new Error(`${path} by ${handle}: ${heard.text}`);
  }

  /** A partner asks for money, in full of one budget line. */
  async submit(slug: string, cents: number, quarter: string, more: object = {}): Promise<string> {
    const asked = { ...content(cents), startsOn: '2026-12-01', endsOn: '2026-12-02', ...more };
    const body = { partnerId: partnerNamed(slug), quarter, ...asked };
    return (await this.do(`${slug}-staff`, '/v1/proposals', body)).json.id;
  }

  /** Assigned, declared and scored by as many reviewers as there are scores. */
  async reviewed(id: string, scores: Scores = GOOD): Promise<void> {
    const people = REVIEWERS.slice(0, scores.length);
    await this.do('pia', `/v1/proposals/${id}/assign`, { reviewerIds: people.map(personNamed) });
    for (const [index, handle] of people.entries()) {
      const [alignment, reach, recommendedCents] = scores[index]!;
      await this.do(handle, `/v1/proposals/${id}/declare-conflict`, { conflict: false });
      const more = recommendedCents === undefined ? {} : { recommendedCents };
      await this.do(handle, `/v1/proposals/${id}/review`, { alignment, reach, comment: 'By the rubric.', ...more });
    }
  }

  openRound(quarter: string, opensAt: string, closesAt: string): Promise<Heard> {
    return this.do('pia', '/v1/rounds', { quarter, opensAt, closesAt, goals });
  }

  /** The slate as a dry run shows it. */
  async slate(quarter: string): Promise<Heard['json']> {
    return (await this.do('pia', `/v1/rounds/${quarter}/allocate?dryRun=true`)).json;
  }

  /** Two people decide the round on the slate of this moment; the slate as it then stands, with its awards. */
  async decide(quarter: string): Promise<Heard['json']> {
    const { slateHash } = await this.slate(quarter);
    const asked = await this.do('pia', `/v1/rounds/${quarter}/allocate`, { slateHash });
    await this.do('pat', `/v1/approvals/${asked.json.id}/confirm`);
    await this.settle();
    return (await this.get('pia', `/v1/rounds/${quarter}/slate`)).json;
  }

  /** Lets reactions and their events come to the log's end. */
  settle(): Promise<void> {
    return this.served.network.reactions.settle();
  }

  /** What is read from the log's present end. */
  async get(handle: string, path: string): Promise<Heard> {
    const query = `${path.includes('?') ? '&' : '?'}minSequence=${await this.served.head()}`;
    return (await this.as(handle)).get(`${path}${query}`);
  }

  /** available, offered, committed, payable, paid of the year. */
  async pool(year = 2026): Promise<readonly number[]> {
    const { json } = await this.get('fin', `/v1/pools/${year}`);
    return [json.availableCents, json.offeredCents, json.committedCents, json.payableCents, json.paidCents];
  }

  /** Every open payable of grants is paid out: prepared, approved, exported; the batch as it left. */
  async payOut(body: object = { fund: 'grants' }): Promise<Heard['json']> {
    const { json } = await this.do('fin', '/v1/payout-batches', body);
    await this.do('fay', `/v1/payout-batches/${json.id}/approve`);
    return (await this.do('flo', `/v1/payout-batches/${json.id}/export`)).json;
  }

  /** What the bank says of one payment of a batch. */
  answer(batchId: string, payableId: string, result: object): Promise<Heard> {
    return this.do('fin', `/v1/payout-batches/${batchId}/results`, { results: [{ payableId, ...result }] });
  }

  /** The award of a proposal, by its only line on the list. */
  async awardOf(proposalId: string): Promise<string> {
    return (await this.get('pia', `/v1/awards?proposalId=${proposalId}`)).json.data[0].id;
  }
}
