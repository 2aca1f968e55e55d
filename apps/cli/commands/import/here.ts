import { personOfHandle, subjectOf } from '#contexts/access/facts/directory';
import type { Subject } from '#contexts/access/policy/who-may';
import { can } from '#contexts/access/policy/who-may';
import { ApplyImport } from '#contexts/imports/commands/apply-import';
import { ReceiveImport } from '#contexts/imports/commands/receive-import';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { canonical } from '#kernel/codec/canonical';
import { digestOf, sha256 } from '#kernel/codec/digest';
import { entityId } from '#kernel/ids/entity-id';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import { Requested } from '#kernel/requested/requested';
import { zoneCalendar } from '#kernel/time/calendar';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Applied } from '#platform/imports/apply-plan';
import { applyPlan, specsOf } from '#platform/imports/apply-plan';
import { lackingRoles } from '#platform/imports/may-import';
import type { Plan, ReadyCommand } from '#platform/imports/plan';
import type { Planned } from '#platform/imports/plan-file';
import { planFile } from '#platform/imports/plan-file';
import type { Importer } from '#platform/imports/row-planner';
import type { Network } from '#platform/profiles/network';
import { openNetwork } from '#platform/profiles/open-network';
import { registry } from '#platform/profiles/registry';
import { SystemClock } from '#platform/runtime/clock';
import { keyFileIn, LOCAL_ISSUER, mintToken } from '#platform/sign-in/local-keys';
import { eventsIn } from '../../log/emptied';
import { nameHead } from '../../log/log-head';
import { readDirectory } from '../../log/read-directory';
import { logOf, pathOf } from '../../log/the-log';
import { didYouMean } from '#kernel/text/did-you-mean';
import { CouldNotRun, UsageError } from '../../shell/exit';
import type { Task } from '../../shell/task';
import type { ImportAsked } from './asked';
import type { Imported, Tried } from './imported';
import { otherPlan } from './imported';

/** Plans on the log as it is, which is only read: a server may have it meanwhile. */
export async function tryHere(task: Task, asked: ImportAsked): Promise<Tried> {
  if ((await eventsIn(task.place())) === 0)
    throw new CouldNotRun(`${await pathOf(task.place())} holds no network; rpn seed or rpn start makes one.`);
  const log = await logOf(task.place());
  try {
    await nameHead(task, log);
    const importer = await importerIn(log.reader, asked.handle);
    const planned = await planOn(log.reader, asked, importer);
    if ('fault' in planned) return { kind: 'fault', fault: planned.fault };
    const { plan } = planned;
    if (asked.planHash !== undefined && asked.planHash !== plan.planHash) return otherPlan(plan, asked.planHash);
    return { kind: 'planned', plan, personId: importer.personId };
  } finally {
    await log.reader.close();
  }
}

/** Applies a plan on a network that this process opens for itself. */
export async function importHere(task: Task, asked: ImportAsked, { planHash }: Plan): Promise<Imported> {
  const network = await openNetwork(task.place());
  try {
    const importer = await importerIn(network.store, asked.handle);
    // Whoever can read the key may sign in as anybody on this machine, and nobody else may import here.
    await mintToken(keyFileIn(task.dataDir), importer.personId, 1);
    const planned = await planOn(network.store, asked, importer);
    if ('fault' in planned) return { kind: 'fault', fault: planned.fault };
    if (planned.plan.planHash !== planHash) return otherPlan(planned.plan, planHash);
    return await applyOn(network, asked, importer, planned);
  } finally {
    await network.close();
  }
}

interface SignedIn extends Importer {
  readonly subject: Subject;
}

async function importerIn(log: EventReader, handle: string): Promise<SignedIn> {
  const directory = await readDirectory(log);
  const at = new SystemClock().now();
  const today = zoneCalendar.dateAt(at, defaultIncentivesPolicy.program.zone);
  const personId = personOfHandle(directory, handle);
  const subject = personId === undefined ? undefined : subjectOf(directory, personId, today);
  if (personId !== undefined && subject !== undefined) return { personId, at, today, subject };
  throw new UsageError(`Nobody signs in as ${handle}.${didYouMean(handle, directory.byHandle.keys())}`);
}

async function planOn(log: EventReader, asked: ImportAsked, importer: SignedIn): Promise<Planned> {
  // Before the file is looked into, as at the door of the API.
  const needs = lackingRoles(importer.subject, asked.kind);
  if (needs !== undefined) throw new CouldNotRun(`A file of ${asked.kind} needs the role ${needs}.`);
  const { deciders, folds, catalogue } = registry;
  return planFile(asked, { log, upTo: await log.head(), deciders, folds, catalogue }, importer);
}

async function applyOn(
  network: Network,
  asked: ImportAsked,
  importer: SignedIn,
  { plan, commands }: Exclude<Planned, { fault: unknown }>,
): Promise<Imported> {
  // Stored before the event that names it: an event never refers to a file that is not there.
  await network.blobs.put(asked.file);
  const { planHash } = plan;
  const receive = own(importer, planHash, 'ReceiveImport', () => receiving(asked));
  const importId = entityId('imp', receive.commandId);
  const apply = own(importer, planHash, 'ApplyImport', () => Object.assign(new ApplyImport(), { importId, planHash }));
  const { personId, at } = importer;
  const who = {
    actor: personId,
    principal: personId,
    authentication: { issuer: LOCAL_ISSUER, method: 'bearer' },
  } as const;
  const context = { at, ...who, correlationId: importId };
  const causationId = eventIdOf(receive.commandId, 0);
  const parts = [
    { commands: [receive], context },
    { commands, context: { ...context, causationId } },
    { commands: [apply], context },
  ];
  for (const one of parts) {
    const applied = await applyPlan(one.commands, network.commands, specsOf(registry.deciders), one.context);
    if (applied.kind !== 'done') return { kind: 'stopped', plan, why: stopWords(applied) };
  }
  return { kind: 'planned', plan };
}

function receiving({ kind, mode, fill, file, expectRows, expectCents }: ImportAsked): ReceiveImport {
  const members = { kind, mode, fill, sha256: sha256(file), bytes: file.length };
  return Object.assign(new ReceiveImport(), members, { expectRows, expectCents });
}

/** A command about the import itself. Its id is made of file and plan: a run that was cut off is taken up where it was. */
function own(importer: SignedIn, planHash: string, name: string, make: () => Requested): ReadyCommand {
  const bodyHash = digestOf(Requested.payloadOf(make()));
  const commandId = uuidOf(canonical(['import', name, bodyHash, planHash, importer.personId]));
  return { line: 0, name, commandId, role: roleOf(importer, name), bodyHash, make };
}

function roleOf({ subject }: SignedIn, command: string): string {
  const permission = can(subject, command);
  if (permission.allowed) return permission.role;
  throw new CouldNotRun(`An import needs the role ${permission.needs.join(' or ')}.`);
}

function stopWords(applied: Exclude<Applied, { kind: 'done' }>): string {
  const far = `The rows before line ${applied.line} are applied; run it again to go on.`;
  if (applied.kind === 'moved') return `Line ${applied.line} was not decided as planned: ${applied.why}. ${far}`;
  const { outcome } = applied;
  const why = outcome.kind === 'failed' ? String(outcome.error) : `the log answered “${outcome.kind}”`;
  return `Stopped at line ${applied.line}: ${why}. ${far}`;
}
