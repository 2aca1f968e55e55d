import type { SequencedEvent } from '#kernel/decider/event';

interface KnownAward {
  readonly partner: string;
  readonly quarter: string;
  readonly offered: number;
  readonly reimbursed: boolean;
  accepted: number;
  open: boolean;
  net: number;
  owed: number;
  repaid: number;
  spent: number;
  readonly duties: readonly (readonly string[])[];
}

// Events are looked into freely: the model must not share the program's types and so its mistakes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

/**
 * The money rules of domain.md sections 4 and 9, kept in the plainest way: every figure is added up anew after every
 * event, from what was asked (the commands' payloads) and from the lines of slates, never from the figures of an award.
 */
export class GrantsModel {
  readonly awards = new Map<string, KnownAward>();
  readonly caps = new Map<string, number>();
  readonly pools = new Map<number, { readonly funded: number; readonly quarterly: boolean; lapsed: number | null }>();
  private readonly people = new Map<string, { submit: Set<string>; verify: Map<string, boolean> }>();

  /** Takes an event in; throws when a rule of money no longer holds. */
  see(event: SequencedEvent): void {
    this.apply(event.type, event.data as Data, event);
    this.check(event.type, event.data as Data);
  }

  private apply(type: string, data: Data, { metadata }: SequencedEvent): void {
    const payload = metadata.command.payload as Data;
    const who = [...new Set([metadata.actor, metadata.principal])];
    const award = data.award === undefined ? undefined : this.awards.get(data.award.awardId)!;
    switch (type) {
      case 'PoolFunded': {
        const { year, fundedCents, release } = data.pool;
        this.pools.set(year, { funded: fundedCents, quarterly: release === 'quarterly', lapsed: null });
        return;
      }
      case 'PoolLapsed':
        this.pools.get(data.pool.year)!.lapsed = this.available(data.pool.year);
        return;
      case 'RoundOpened':
      case 'RoundCapChanged':
        this.caps.set(data.round.quarter, payload.capPerPartnerCents ?? data.round.capPerPartnerCents);
        return;
      case 'GrantProposalSubmitted':
        this.people.set(data.proposal.proposalId, { submit: new Set(who), verify: new Map() });
        return;
      case 'ProposalCosigned':
      case 'ProposalRevised':
        for (const person of who) this.people.get(data.proposal.proposalId)!.submit.add(person);
        if (type === 'ProposalRevised') this.people.get(data.proposal.proposalId)!.verify.clear();
        return;
      case 'ProposalReviewed':
        this.people.get(payload.proposalId)!.verify.set(metadata.principal, true);
        return;
      case 'ConflictDeclared':
        if (payload.conflict) this.people.get(payload.proposalId)!.verify.delete(metadata.principal);
        return;
      case 'RoundAllocated':
        this.offer(data.slate.lines, data.round.quarter, data, who);
        return;
      case 'WaitlistPromoted':
        this.offer(data.lines, data.quarter, data, who);
        return;
      case 'AwardAccepted':
        award!.open = false;
        award!.accepted = payload.acceptedCents ?? award!.offered;
        award!.net = award!.accepted;
        return;
      case 'AwardDeclined':
      case 'AwardLapsed':
        award!.open = false;
        return;
      case 'AwardAmended': {
        const less = award!.accepted - (payload.acceptedCents ?? award!.accepted);
        award!.accepted -= less;
        if (award!.reimbursed) award!.net -= less;
        else award!.owed += less;
        return;
      }
      case 'AwardReported':
        award!.spent = payload.spentCents;
        return;
      case 'AwardReportAccepted':
        if (award!.reimbursed) award!.net = Math.min(award!.net, award!.spent);
        else award!.owed += Math.max(0, award!.accepted - award!.spent);
        return;
      case 'FundsReturned': {
        // By finance, or by the payouts ledger, where it was receivable.
        const back = payload.returnedCents ?? payload.repaidCents;
        award!.net -= back;
        award!.owed -= back;
        if (payload.how !== 'never-paid') award!.repaid += back;
        return;
      }
      case 'AwardReversed': {
        const due = !award!.open && (!award!.reimbursed || data.move.freedCents === 0);
        award!.open = false;
        if (due) award!.owed = award!.net;
        else Object.assign(award!, { net: 0, owed: 0 });
        return;
      }
      default:
        return;
    }
  }

  private offer(lines: Data, quarter: string, data: Data, approved: readonly string[]): void {
    for (const { proposalId, partnerId, awardedCents, awardId } of lines) {
      if (awardedCents === 0) continue;
      if (this.awards.has(awardId)) throw new Error(`${awardId} is offered twice`);
      const { submit, verify } = this.people.get(proposalId)!;
      this.awards.set(awardId, {
        ...{ partner: partnerId, quarter, offered: awardedCents, reimbursed: data.payment === 'reimbursement' },
        ...{ accepted: 0, open: true, net: 0, owed: 0, repaid: 0, spent: 0 },
        duties: [[...submit], [...verify.keys()], approved],
      });
    }
  }

  private check(type: string, data: Data): void {
    for (const [year] of this.pools) this.checkPool(year, type);
    const told = data.pool ?? data.move?.pool;
    if (told !== undefined) this.checkTold(told);
    if (data.award !== undefined) this.checkAward(data.award);
    for (const award of this.awards.values()) {
      const used = this.sum(({ partner, quarter }) => partner === award.partner && quarter === award.quarter, capUse);
      if (used > this.caps.get(award.quarter)!) throw new Error(`a partner-quarter has ${used}, above its cap`);
      if (award.net < 0 || award.owed < 0 || award.owed > award.net) throw new Error('an award out of its bounds');
      if (award.net + award.repaid > award.offered) throw new Error('an award makes money');
      const people = award.duties.flat();
      if (new Set(people).size !== people.length) throw new Error('two duties on one money');
    }
  }

  private checkPool(year: number, type: string): void {
    const { funded, quarterly } = this.pools.get(year)!;
    const used = this.used(year);
    if (used > funded) throw new Error(`the pool of ${year} is overdrawn`);
    if (type !== 'RoundAllocated' && type !== 'WaitlistPromoted') return;
    const last = Math.max(...[...this.awards.values()].map(({ quarter }) => Number(quarter.slice(6))));
    const released = quarterly ? [1, 2, 3, 4].slice(0, last).reduce((sum, n) => sum + part(funded, n), 0) : funded;
    if (used > released && last > 0) throw new Error(`${used} is given of ${released} that is released`);
  }

  private checkTold(told: Data): void {
    const { year } = told;
    const { funded, lapsed } = this.pools.get(year)!;
    const offered = this.sum(
      (award) => yearOf(award) === year && award.open,
      ({ offered: cents }) => cents,
    );
    const awarded = this.sum(
      (award) => yearOf(award) === year,
      ({ net }) => net,
    );
    const returned = this.sum(
      (award) => yearOf(award) === year,
      ({ repaid }) => repaid,
    );
    const rest = funded - offered - awarded;
    const expected = {
      ...{ offeredCents: offered, awardedCents: awarded, returnedCents: returned, fundedCents: funded },
      ...{ availableCents: lapsed === null ? rest : 0, lapsedCents: lapsed === null ? 0 : rest },
    };
    for (const [field, cents] of Object.entries(expected)) {
      if (told[field] !== cents) throw new Error(`${field} of ${year} is ${cents}, and the event says ${told[field]}`);
    }
  }

  private checkAward({ awardId, netCents, owedBackCents, repaidCents }: Data): void {
    const { net, owed, repaid } = this.awards.get(awardId)!;
    const says = [netCents, owedBackCents, repaidCents].join();
    if (says !== [net, owed, repaid].join()) throw new Error(`an award has ${[net, owed, repaid].join()}, not ${says}`);
  }

  private used = (year: number): number =>
    this.sum(
      (award) => yearOf(award) === year,
      ({ open, offered, net }) => (open ? offered : net),
    );
  private available = (year: number): number => this.pools.get(year)!.funded - this.used(year);

  private sum(which: (award: KnownAward) => boolean, of: (award: KnownAward) => number): number {
    return [...this.awards.values()].filter(which).reduce((total, award) => total + of(award), 0);
  }
}

const yearOf = ({ quarter }: KnownAward): number => Number(quarter.slice(0, 4));
const capUse = ({ open, offered, net, repaid }: KnownAward): number => (open ? offered : net + repaid);
/** A quarter each, extra cents to the earliest. */
const part = (funded: number, n: number): number => Math.floor(funded / 4) + (n <= funded % 4 ? 1 : 0);
