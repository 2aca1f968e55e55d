import { partnerStreams } from '#contexts/partners/decide/partner-streams';
import { payeeHold } from '#contexts/partners/reactions/payee-hold';
import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payablesProjection } from '#contexts/payouts/projections/payables';
import { onPayeeMoved } from '#contexts/payouts/reactions/on-payee-moved';
import type { SequencedEvent } from '#kernel/decider/event';
import type { PartnerId, PayableId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import { instant, plusHours } from '#kernel/time/instant';
import fc from 'fast-check';
import { claimId, onboarded, partnerId, person } from '../support/network';
import { World } from '../support/world';

const PARTNERS = ['one', 'two'].map(partnerId);
const [pia, fin] = ['pia', 'fin'].map(person);
const START = instant('2026-08-04T12:00:00.000Z');
/** Whoever exits on that day has left when it ends in New York; until then the exit can be taken back. */
const LEFT = instant('2026-08-05T04:00:00.000Z');
const details = { sha256: 'a'.repeat(64), bytes: 250 };

const ask = fc.record({
  act: fc.constantFrom('owe', 'w9', 'account', 'account', 'pause', 'reactivate', 'exit', 'wait', 'wait'),
  partner: fc.nat({ max: 1 }),
  hours: fc.constantFrom(1, 11, 23, 24, 25),
});
type Ask = typeof ask extends fc.Arbitrary<infer T> ? T : never;

/** What domain.md says of one payee, in its own words. */
class Payee {
  hasW9 = false;
  account: 'none' | { readonly changedAt: Instant | null } = 'none';
  status: 'active' | 'paused' | 'exited' = 'active';
  readonly owed: PayableId[] = [];

  did({ act }: Ask, now: Instant): void {
    if (act === 'w9') this.hasW9 = true;
    if (act === 'account') this.account = { changedAt: this.account === 'none' ? null : now };
    if (act === 'pause' && this.status === 'active') this.status = 'paused';
    if (act === 'reactivate' && (this.status === 'paused' || now < LEFT)) this.status = 'active';
    if (act === 'exit') this.status = 'exited';
  }

  holds(now: Instant): readonly string[] {
    const changedAt = this.account === 'none' ? null : this.account.changedAt;
    return [
      ...(this.hasW9 ? [] : ['no-w9']),
      ...(this.account === 'none' ? ['payee-unverified'] : []),
      ...(changedAt !== null && now < plusHours(changedAt, 24) ? ['bank-changed'] : []),
      ...(this.status === 'paused' ? ['partner-paused'] : []),
    ];
  }
}

/** Lives a history; after each act, once what follows has followed, `look` is shown everything. */
function live(
  history: readonly Ask[],
  look: (world: World, payees: Map<PartnerId, Payee>, now: Instant) => void,
): World {
  const world = new World([partnerStreams, payoutsLedger], START);
  for (const id of PARTNERS) world.record(`partner-${id}`, [onboarded(id, id)]);
  const payees = new Map(PARTNERS.map((id) => [id, new Payee()]));
  let now = START;
  for (const one of history) {
    const id = PARTNERS[one.partner]!;
    const payee = payees.get(id)!;
    if (one.act === 'wait') now = plusHours(now, one.hours);
    else {
      payee.did(one, now);
      issue(world, one, id, now, payee);
    }
    fallDue(world, now);
    look(world, payees, now);
  }
  return world;
}

function issue(world: World, { act }: Ask, id: PartnerId, at: Instant, payee: Payee): void {
  const by = { by: pia!, role: 'program-staff', at };
  const acts: Record<string, () => readonly SequencedEvent[]> = {
    owe: () => owe(world, id, at, payee),
    w9: () => {
      const form = { taxClass: 'exempt', signedOn: '2026-08-01', details };
      return world.ask('RecordW9', { partnerId: id, ...form }, by).events;
    },
    account: () => {
      const two = { ...by, by: fin!, onBehalfOf: pia!, role: 'finance' };
      return world.ask('ChangePayee', { partnerId: id, bank: details }, two).events;
    },
    pause: () => world.ask('PausePartner', { partnerId: id, reason: 'x' }, by).events,
    reactivate: () => world.ask('ReactivatePartner', { partnerId: id, reason: 'x' }, by).events,
    exit: () => world.ask('ExitPartner', { partnerId: id, exitedOn: '2026-08-04', reason: 'x' }, by).events,
  };
  react(world, acts[act]!(), at);
}

/** Another approved claim of the partner becomes payable. */
function owe(world: World, id: PartnerId, at: Instant, payee: Payee): readonly SequencedEvent[] {
  const decisionId = entityId('dec', uuidOf(`decision ${world.log.length}`));
  const claim = { claimId: claimId(decisionId), outcomeType: 'course-launched', outcomeDate: '2026-08-01' };
  const money = { programYear: 2026, decidedAt: at, amountCents: 100_000 };
  const duties = { submitted: [person('ana')], verified: [pia], approved: [person('pat')] };
  const { events } = world.ask('CreatePayable', { decisionId, partnerId: id, ...claim, ...money, duties }, { at });
  payee.owed.push(entityId('pay', uuidOf(decisionId)));
  return events;
}

/** The door from partners to payouts, as the reaction board opens it. */
function react(world: World, events: readonly SequencedEvent[], at: Instant): void {
  for (const event of events) {
    if (!onPayeeMoved.types.some(({ type }) => type === event.type)) continue;
    const { name, command } = onPayeeMoved.react(event)!;
    world.ask(name, command, { at });
  }
}

/** Holds end as the deadline board ends them: by the last word of the log on each partner. */
function fallDue(world: World, now: Instant): void {
  const due = new Map<string, Instant>();
  for (const event of world.log.filter(({ type }) => payeeHold.types.some((one) => one.type === type)))
    for (const { entity, dueAt } of payeeHold.moves(event))
      if (dueAt === null) due.delete(entity);
      else due.set(entity, dueAt);
  for (const [entity, dueAt] of due) {
    if (dueAt > now) continue;
    const { name, command } = payeeHold.command(entity);
    react(world, world.ask(name, command, { at: now }).events, now);
  }
}

describe('what keeps money from being paid', () => {
  it('is at every prefix what W-9, account, the day after a change and the partner’s status say', () => {
    fc.assert(
      fc.property(fc.array(ask, { minLength: 10, maxLength: 60, size: 'max' }), (history) => {
        const world = live(history, (at, payees, now) => {
          const { payables } = at.stateOf<PayoutsState>('payouts-1');
          for (const payee of payees.values())
            for (const id of payee.owed) expect(payables.get(id)?.holds).toEqual(payee.holds(now));
        });
        // The view is a fold of what was looked at above: its end is enough.
        const { payables } = world.stateOf<PayoutsState>('payouts-1');
        const shown = world.documents(payablesProjection);
        for (const [id, { holds }] of payables)
          expect(shown.get(id)).toMatchObject({ holds, status: holds.length === 0 ? 'payable' : 'held' });
      }),
      { numRuns: 1_000, seed: 20_260_808 },
    );
  }, 120_000);

  it('has been every reason and none, alone and together', () => {
    const met = new Set<string>();
    for (const history of fc.sample(fc.array(ask, { minLength: 40, maxLength: 60 }), { numRuns: 100, seed: 7 }))
      live(history, (_world, payees, now) => {
        for (const payee of payees.values()) if (payee.owed.length > 0) met.add(payee.holds(now).join());
      });
    for (const one of [
      '',
      'no-w9',
      'payee-unverified',
      'bank-changed',
      'partner-paused',
      'bank-changed,partner-paused',
    ])
      expect(met).toContain(one);
  });
});
