import type { SequencedEvent } from '#kernel/decider/event';

// Events are looked into freely: the model must not share the program's types and so its mistakes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

interface Owed {
  readonly partner: string;
  readonly fund: string;
  readonly owes: number;
  readonly duties: ReadonlySet<string>;
  place: 'open' | 'batch' | 'left' | 'unknown' | 'returned' | 'paid';
  batch: string | null;
  left: number;
  reversed: boolean;
}
interface Known {
  readonly lines: Set<string>;
  readonly preparedBy: readonly string[];
  approvedBy: readonly string[];
  said: Map<string, string>;
}

/** Rules 4, 5 and 6 of domain.md section 9 over payables and payments, kept in the plainest way, anew after every event. */
export class PayoutsModel {
  readonly owed = new Map<string, Owed>();
  readonly decisions = new Set<string>();
  readonly batches = new Map<string, Known>();
  readonly paused = new Set<string>();
  /** Of each partner: the account in force, and who brought it about. */
  readonly accounts = new Map<string, { readonly sha256: string; readonly by: readonly string[] }>();

  /** Takes an event in; throws when a rule of money no longer holds. */
  see(event: SequencedEvent): void {
    this.apply(event.type, event.data as Data);
    this.check();
  }

  private apply(type: string, data: Data): void {
    switch (type) {
      case 'PartnerPaused':
        this.paused.add(data.partnerId);
        return;
      case 'PartnerReactivated':
        this.paused.delete(data.partnerId);
        return;
      case 'PayeeChanged':
        this.accounts.set(data.partnerId, { sha256: data.bank.sha256, by: data.changedBy });
        return;
      case 'PayableCreated': {
        this.create(data);
        return;
      }
      case 'HoldsChanged':
        for (const id of data.payableIds) {
          if (data.holds.includes('decision-reversed')) this.of(id).reversed = true;
        }
        return;
      case 'PayableReopened':
        this.move(data.payableId, ['returned'], 'open');
        return;
      case 'PayoutBatchPrepared': {
        this.prepare(data);
        return;
      }
      case 'PayoutBatchApproved':
        this.leave(data.batch.batchId, data.leftOut);
        this.batches.get(data.batch.batchId)!.approvedBy = data.batch.approvedBy;
        return;
      case 'PayoutBatchCancelled': {
        this.leave(
          data.batch.batchId,
          [...this.batches.get(data.batch.batchId)!.lines].map((payableId) => ({ payableId })),
        );
        return;
      }
      case 'PayoutBatchExported':
        this.leave(data.batch.batchId, data.leftOut);
        {
          this.export(data);
          return;
        }
      default:
        if (type.startsWith('Payment')) this.answer(type, data);
    }
  }

  private create({ payableId, decisionId, partnerId, fund, amountCents, duties }: Data): void {
    if (this.decisions.has(decisionId) || this.owed.has(payableId)) throw new Error(`${decisionId} is payable twice`);
    this.decisions.add(decisionId);
    this.owed.set(payableId, {
      ...{ partner: partnerId, fund, owes: amountCents, place: 'open', batch: null, left: 0, reversed: false },
      duties: new Set<string>([...duties.submitted, ...duties.verified, ...duties.approved]),
    });
  }

  private prepare({ batch, payments }: Data): void {
    const lines = new Set<string>();
    for (const { payableId, amountCents } of payments) {
      const { owes } = this.move(payableId, ['open'], 'batch', batch.batchId);
      if (owes !== amountCents) throw new Error(`${payableId} is paid otherwise than it is owed`);
      lines.add(payableId);
    }
    this.batches.set(batch.batchId, { lines, preparedBy: batch.preparedBy, approvedBy: [], said: new Map() });
  }

  private leave(batchId: string, gone: readonly { readonly payableId: string }[]): void {
    for (const { payableId } of gone) {
      this.move(payableId, ['batch'], 'open');
      this.batches.get(batchId)!.lines.delete(payableId);
    }
  }

  private export({ batch, payments }: Data): void {
    const { lines, preparedBy, approvedBy } = this.batches.get(batch.batchId)!;
    if (
      [...lines].sort().join() !==
      payments
        .map((one: Data) => one.payableId)
        .sort()
        .join()
    )
      throw new Error('the file is another than the batch');
    for (const { payableId, attempt, account } of payments) {
      const payable = this.move(payableId, ['batch'], 'left');
      payable.left += 1;
      if (attempt !== payable.left) throw new Error(`attempt ${attempt} of ${payableId} is number ${payable.left}`);
      if (payable.reversed || this.paused.has(payable.partner))
        throw new Error(`${payableId} leaves although it is held`);
      const now = this.accounts.get(payable.partner)!;
      if (now.sha256 !== account.sha256) throw new Error(`${payableId} goes to an account that is none any more`);
      const people = [...preparedBy, ...approvedBy];
      const holders = new Set([...payable.duties, ...now.by]);
      const twice = new Set(people).size !== people.length || people.some((person) => holders.has(person));
      if (twice || approvedBy.length === 0) throw new Error(`two duties on the money of ${payableId}`);
    }
  }

  private answer(type: string, { payment, batch }: Data): void {
    const place = ({ PaymentSettled: 'paid', PaymentReturned: 'returned', PaymentUnclear: 'unknown' } as const)[type]!;
    this.move(payment.payableId, ['left', 'unknown'], place);
    const { said, lines } = this.batches.get(batch.batchId)!;
    said.set(payment.payableId, place);
    const sum = (word: string): number =>
      [...said].filter(([, one]) => one === word).reduce((total, [id]) => total + this.of(id).owes, 0);
    const told = [batch.settledCents, batch.returnedCents, batch.unknownCents].join();
    if (told !== [sum('paid'), sum('returned'), sum('unknown')].join()) throw new Error(`a batch says ${told}`);
    const done = [...lines].every((id) => ['paid', 'returned'].includes(said.get(id) ?? ''));
    if (done !== (batch.status === 'answered')) throw new Error(`a batch is ${batch.status}`);
  }

  private move(id: string, from: readonly Owed['place'][], to: Owed['place'], batch?: string): Owed {
    const payable = this.of(id);
    if (!from.includes(payable.place)) throw new Error(`${id} goes from ${payable.place} to ${to}`);
    payable.place = to;
    payable.batch = batch ?? payable.batch;
    return payable;
  }

  private of = (id: string): Owed => this.owed.get(id)!;

  /** Every payable is in one place, and in the lines of no batch but its own while it is on its way. */
  private check(): void {
    const onTheirWay = new Map<string, number>();
    for (const [batchId, { lines, said }] of this.batches) {
      for (const id of lines) {
        const closed = ['paid', 'returned'].includes(said.get(id) ?? '');
        if (!closed && this.of(id).batch === batchId) onTheirWay.set(id, (onTheirWay.get(id) ?? 0) + 1);
        if (!closed && this.of(id).batch !== batchId) throw new Error(`${id} has two open instructions`);
      }
    }
    for (const [id, { place }] of this.owed) {
      const count = ['batch', 'left', 'unknown'].includes(place) ? 1 : 0;
      if ((onTheirWay.get(id) ?? 0) !== count) throw new Error(`${id} is ${place}, with ${onTheirWay.get(id) ?? 0}`);
    }
  }
}
