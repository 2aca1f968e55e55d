import { capUsageProjection } from '#contexts/incentives/projections/cap-usage';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payablesProjection } from '#contexts/payouts/projections/payables';
import { payoutBatchesProjection } from '#contexts/payouts/projections/payout-batches';
import type { NewEvent } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { In } from '../support/given-when-then';
import { ana, pat, pia } from '../support/network';
import { account, background, DAY, fay, fin, owed, payableId, TODAY } from '../support/payouts';
import { World } from '../support/world';
import { PayoutsModel } from './payouts-model';
import type { Step } from './payouts-steps';
import { PEOPLE } from './payouts-steps';

/** Payouts that live through steps: every event is seen by the model as it is recorded. */
export class Life {
  readonly world = new World([payoutsLedger], TODAY);
  readonly model = new PayoutsModel();
  readonly told = new Map<string, number>();
  private count = 0;

  constructor(steps: readonly Step[]) {
    for (const one of background as In[]) this.happens(one.stream, ...one.events);
    for (const one of steps) this.take(one);
  }

  get state(): Readonly<PayoutsState> {
    return this.world.stateOf<PayoutsState>('payouts-1');
  }

  private happens(stream: string, ...events: readonly NewEvent[]): void {
    for (const event of this.world.record(stream, events)) this.model.see(event);
  }

  private ask(name: string, payload: object, by: PersonId | 'service:job' = fin, behalf?: PersonId): void {
    this.count += 1;
    const more = { key: `ask ${this.count}`, ...(behalf === undefined ? {} : { onBehalfOf: behalf }) };
    for (const event of this.world.ask(name, payload, { by, role: 'finance', ...more }).events) {
      this.model.see(event);
      this.told.set(event.type, (this.told.get(event.type) ?? 0) + 1);
    }
  }

  private take(one: Step): void {
    switch (one.do) {
      case 'owe': {
        this.owe(one);
        return;
      }
      case 'prepare': {
        const payableIds = one.named?.map((n) => payableId(`owed ${n}`));
        this.ask('PreparePayoutBatch', payableIds === undefined ? {} : { payableIds }, PEOPLE[one.who]);
        return;
      }
      case 'approve': {
        this.onBatch('ApprovePayoutBatch', one.which, PEOPLE[one.who]!, 'prepared');
        return;
      }
      case 'export': {
        this.onBatch('ExportPayoutBatch', one.which, PEOPLE[one.who]!, 'approved');
        return;
      }
      case 'cancel': {
        this.onBatch('CancelPayoutBatch', one.which, PEOPLE[one.who]!, 'approved', { reason: 'Why.' });
        return;
      }
      case 'answer': {
        this.answer(one);
        return;
      }
      case 'repay': {
        this.ask('RepayPayable', { payableId: this.standing('returned', one.which), reason: 'Why.' });
        return;
      }
      case 'resolve': {
        const outcome = one.settled ? 'settled' : 'returned';
        const payload = { payableId: this.standing('unknown', one.which), outcome, on: DAY, reason: 'Why.' };
        this.ask('ResolvePayment', payload, fay, fin);
        return;
      }
      case 'reverse': {
        this.ask('HoldReversed', { claimId: this.claimOf(one.which) }, 'service:job');
        return;
      }
      case 'pause':
      case 'let go':
      case 'account': {
        this.payeeMoves(one);
        return;
      }
    }
  }

  private owe({ partner, approver, grant }: Extract<Step, { do: 'owe' }>): void {
    const n = this.state.payables.size;
    const { source, decisionId, ...rest } = owed(`owed ${n}`, 100 * (n + 1) + 1).data;
    const approved = [PEOPLE[approver] ?? pat];
    // What a reaction asks, in its own words; asked twice, it is there once.
    const claimId = (source as { readonly claimId: string }).claimId;
    const duties = { submitted: [ana], verified: [pia], approved };
    const common = { ...rest, decisionId, partnerId: partner, duties };
    if (grant) {
      const award = { awardId: claimId.replace('clm', 'awd'), quarter: '2026-Q3', roundDate: rest.outcomeDate };
      this.ask('CreateGrantPayable', { ...common, ...award }, 'service:job');
    } else {
      this.ask('CreatePayable', { ...common, claimId }, 'service:job');
      this.ask('CreatePayable', { ...common, claimId }, 'service:job');
    }
  }

  /** Mostly a batch that stands where the act needs it. */
  private onBatch(name: string, n: number, by: PersonId, status: string, more: object = {}): void {
    const all = [...this.state.batches.values()];
    const fitting = all.filter(({ standing }) => n > 0 && standing.status === status);
    const batch = (fitting.length === 0 ? all : fitting)[n % Math.max(1, fitting.length || all.length)];
    if (batch !== undefined) this.ask(name, { batchId: batch.standing.batchId, ...more }, by);
  }

  private answer({ which: n, said }: Extract<Step, { do: 'answer' }>): void {
    const all = [...this.state.batches.values()].filter(({ standing }) => standing.file !== null);
    const waiting = all.filter(({ standing }) => n > 2 && standing.status === 'exported');
    const batch = (waiting.length === 0 ? all : waiting)[n % Math.max(1, waiting.length || all.length)];
    if (batch === undefined) return;
    const results = [...batch.payments.keys()].flatMap((id, index) => {
      const result = said[index % said.length] ?? null;
      const code = result === 'returned' ? { code: 'R01' } : {};
      // Mostly what is not answered for good yet.
      const isOpen = n < 2 || !['settled', 'returned'].includes(batch.answers.get(id) ?? '');
      return result === null || !isOpen ? [] : [{ payableId: id, result, on: DAY, ...code }];
    });
    if (results.length > 0) this.ask('RecordBankResults', { batchId: batch.standing.batchId, results });
  }

  private standing(status: string, n: number): string {
    const all = [...this.state.payables.values()];
    const fitting = all.filter((one) => one.status === status);
    return (fitting[n % Math.max(1, fitting.length)] ?? all[n])?.standing.payableId ?? payableId('nothing');
  }

  private claimOf(n: number): string | undefined {
    const source = [...this.state.payables.values()][n]?.standing.source;
    return source?.kind === 'claim' ? source.claimId : undefined;
  }

  private payeeMoves(one: Extract<Step, { do: 'pause' | 'let go' | 'account' }>): void {
    const { partner } = one;
    const stream = `partner-${partner}`;
    if (one.do === 'account') {
      this.happens(stream, ...(account(partner, one.name, [PEOPLE[one.who]!]) as In).events);
    } else {
      const event = one.do === 'pause' ? PartnerPaused : PartnerReactivated;
      this.happens(stream, event({ partnerId: partner } as never));
    }
    this.ask('ReviewHolds', { partnerId: partner }, 'service:job');
  }

  /** The views say what the ledger says, and not a cent is lost between them. */
  compare(): void {
    const shown = this.world.documents(payablesProjection);
    const of = { open: ['payable', 'held'], 'in-batch': ['in-batch'], exported: ['exported'], unknown: ['unknown'] };
    const fits: Readonly<Record<string, readonly string[]>> = { ...of, returned: ['returned'], paid: ['paid'] };
    for (const [id, { status, holds, attempts, batchId, touched }] of this.state.payables) {
      expect(shown.get(id)).toMatchObject({ holds, attempts, batchId, revision: touched });
      expect(fits[status]).toContain(shown.get(id)!.status);
    }
    const batches = this.world.documents(payoutBatchesProjection);
    for (const [id, { standing, touched, payments }] of this.state.batches) {
      const { batchId: _id, ...rest } = standing;
      expect(batches.get(id)).toMatchObject({ ...rest, revision: touched });
      if (standing.status !== 'cancelled') expect(batches.get(id)!.lines).toHaveLength(payments.size);
    }
    const paid = (fund: string) =>
      [...this.model.owed.values()].filter((one) => one.place === 'paid' && one.fund === fund);
    const usage = [...this.world.documents(capUsageProjection).values()];
    expect(usage.reduce((sum, { paidCents }) => sum + paidCents, 0)).toBe(
      paid('incentives').reduce((sum, { owes }) => sum + owes, 0),
    );
  }
}
