import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { PayableCreated } from '#contexts/payouts/events/payable-created';
import { sha256 } from '#kernel/codec/digest';
import type { RecordedEvent } from '#kernel/decider/event';
import { cents } from '#kernel/money/cents';
import { zoneCalendar } from '#kernel/time/calendar';
import { START } from '#platform/event-store/port/event-store';
import { openLog } from '#platform/profiles/embedded/open-log';
import { registry } from '#platform/profiles/registry';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import { keyFileIn, mintToken } from '#platform/sign-in/local-keys';
import { partnerNamed, personNamed } from './a-founding';
import { Caller, isReplay, replyOf } from './caller';
import type { People, RandomLoad } from './random-load';
import { PROOF_OF_BOB } from './random-load';
import { rpn } from './rpn';
import { Served } from './served';
import { collect } from './stored-events';

/** A founded data folder for another process to serve: caps that are never exhausted, so that approvals go on for ever. */
export async function foundFolder(): Promise<Served> {
  const now = new Date().toISOString();
  const served = await Served.found({ now });
  const content = { ...defaultIncentivesPolicy, annualCapCents: cents(1_000_000_000) };
  const policy = { effectiveFrom: zoneCalendar.dateAt(served.clock.at, content.program.zone), content };
  await served.ask('PublishIncentivesPolicy', new PublishIncentivesPolicy(), policy);
  const file = { sha256: sha256(PROOF_OF_BOB), bytes: 9, mediaType: 'application/pdf' };
  await served.ask('ReceiveEvidence', new ReceiveEvidence(), file);
  await served.stop();
  return served;
}

/** The people of a founded folder, at the server that serves it now. */
export async function peopleAt(directory: string, url: string): Promise<People> {
  const person = async (handle: string, slug: string): Promise<Caller> =>
    new Caller(url, await mintToken(keyFileIn(directory), personNamed(handle)), partnerNamed(slug));
  return {
    ana: await person('ana', 'alpha'),
    bob: await person('bob', 'beta'),
    pia: await person('pia', 'alpha'),
    pat: await person('pat', 'alpha'),
  };
}

/** Every command that was ever recorded gets the same reply again, and is told that it is a replay. */
export async function expectSameReplies({ recorded }: RandomLoad, people: People): Promise<void> {
  const left = [...recorded];
  const differing: unknown[] = [];
  const ask = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      const again = await one.send(people);
      if (replyOf(again) !== one.recorded || !isReplay(again)) differing.push([one.recorded, replyOf(again)]);
    }
  };
  await Promise.all(Array.from({ length: 16 }, ask));
  expect(differing).toEqual([]);
}

/** The log holds every command that was answered once, and nothing else that a person asked for. */
export async function expectEachOnce(directory: string, { recorded }: RandomLoad): Promise<void> {
  const events = await eventsIn(directory);
  const asked = events.filter(({ metadata }) => metadata.actor.startsWith('per_'));
  expect(asked.map(({ metadata }) => metadata.command.id).sort()).toEqual(
    recorded.map(({ commandId }) => commandId).sort(),
  );
}

/** One payable an approval, of its amount. */
export async function expectAllPayable(directory: string): Promise<void> {
  const events = await eventsIn(directory);
  const approved = events
    .filter(({ type }) => type === 'ClaimApproved')
    .map((event) => decided(event as ClaimApproved));
  const payable = events.filter(({ type }) => type === 'PayableCreated').map((event) => owed(event as PayableCreated));
  expect(payable.sort()).toEqual(approved.sort());
  expect(new Set(payable).size).toBe(payable.length);
}

async function eventsIn(directory: string): Promise<readonly RecordedEvent[]> {
  const log = openLog(directory);
  const stored = await collect(log.readAll(START));
  await log.close();
  return stored.map(({ event }) => decodeEvent(event, registry.catalogue));
}

const decided = ({ data: { decisionId, claim } }: ClaimApproved): string => `${decisionId} ${claim.approvedCents}`;
const owed = ({ data: { decisionId, amountCents } }: PayableCreated): string => `${decisionId} ${amountCents}`;

/** The programs that an auditor runs find nothing: bytes, decisions and views are what they should be. */
export async function expectAuditable(directory: string): Promise<void> {
  for (const args of [['verify'], ['replay', '--all'], ['rebuild']]) {
    const { code, stdout, stderr } = await rpn(directory, args);
    expect([args, code, code === 0 ? '' : stdout + stderr]).toEqual([args, 0, '']);
  }
}
