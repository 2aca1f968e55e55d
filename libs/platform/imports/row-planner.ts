import type { Directory } from '#contexts/access/facts/directory';
import { directoryFold, subjectOf } from '#contexts/access/facts/directory';
import type { Subject } from '#contexts/access/policy/who-may';
import { can } from '#contexts/access/policy/who-may';
import type { Known } from '#contexts/imports/facts/known';
import { knownFold } from '#contexts/imports/facts/known';
import type { Asked, Kind, ReadRow, RowError, Step } from '#contexts/imports/kinds/kind';
import { commandIdOfRow } from '#contexts/imports/kinds/row-command';
import { present } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import type { AnyCommandSpec, AnyDecider } from '#kernel/decider/decider';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { requested } from '#kernel/requested/faults';
import { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { issueOnce } from '#platform/imports/issue-once';
import type { PlannedCommand, PlannedRow, ReadyCommand, Verdict } from '#platform/imports/plan';
import { specsOf } from '#platform/imports/apply-plan';
import { SandboxStore } from '#platform/imports/sandbox-store';
import { errorsOf, verdictOn } from '#platform/imports/row-outcome';
import { Clock } from '#platform/runtime/clock';
import type { AnyFactFold } from '#platform/runtime/context';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { LiveFold } from '#platform/runtime/handle/live-fold';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** The log on which a file is planned, up to a checkpoint, and the business that decides on it. */
export interface Ground {
  readonly log: EventReader;
  readonly upTo: Checkpoint;
  readonly deciders: readonly AnyDecider[];
  readonly folds: readonly AnyFactFold[];
  readonly catalogue: EventCatalogue;
}

/** Who imports, and when. */
export interface Importer {
  readonly personId: PersonId;
  readonly at: Instant;
  /** The day that it is where the program is. */
  readonly today: PlainDate;
}

/** Plans one row after the other on a log of its own. */
export class RowPlanner {
  /** Commands that a row of this file made, with its line. */
  private readonly doneBy = new Map<string, number>();

  private constructor(
    private readonly kind: Kind,
    private readonly importer: Importer,
    private readonly subject: Subject,
    private readonly runtime: CommandRuntime,
    private readonly known: LiveFold<Known>,
    private readonly specs: ReadonlyMap<string, AnyCommandSpec>,
  ) {}

  static async on(ground: Ground, importer: Importer, kind: Kind): Promise<RowPlanner> {
    const { log, upTo, deciders, folds, catalogue } = ground;
    const store = new SandboxStore(log, upTo);
    const directory: Directory = await new LiveFold(directoryFold, store, catalogue).current();
    const nobody: Subject = { personId: importer.personId, networkRoles: [], partnerRoles: [] };
    const subject = subjectOf(directory, importer.personId, importer.today) ?? nobody;
    const facts = new FactsBoard(store, catalogue, folds);
    const clock = new StoppedClock(importer.at);
    // A log that does not answer is not waited for: the plan is asked for again.
    const runtime = new CommandRuntime(deciders, { store, catalogue, facts, clock, patience: () => () => true });
    const known = new LiveFold(knownFold, store, catalogue);
    return new RowPlanner(kind, importer, subject, runtime, known, specsOf(deciders));
  }

  async plan(row: ReadRow): Promise<{ readonly row: PlannedRow; readonly commands: readonly PlannedCommand[] }> {
    const { line, repairs } = row;
    if (row.errors.length > 0) return { row: rejected(row, `line ${line}`, row.errors), commands: [] };
    const asked = this.kind.ask(row, { known: await this.known.current(), ownPartners: this.ownPartners() });
    const { subject, found } = asked;
    if (asked.errors !== undefined) return { row: rejected(row, subject, asked.errors), commands: [] };
    if (found !== undefined && asked.steps.length === 0)
      return { row: { line, verdict: 'already', subject, repairs, errors: [], sameAs: found }, commands: [] };
    return this.planSteps(row, asked);
  }

  private async planSteps(
    row: ReadRow,
    asked: Asked,
  ): Promise<{ readonly row: PlannedRow; readonly commands: readonly PlannedCommand[] }> {
    const { subject } = asked;
    const made = asked.steps.map((step) => ({ step, read: requested(step.type, step.members) }));
    const faults = made.flatMap(({ read }) => ('faults' in read ? read.faults.map((one) => errorsOf(row, one)) : []));
    if (faults.length > 0) return { row: rejected(row, subject, faults), commands: [] };
    const commands: PlannedCommand[] = [];
    const verdicts: Verdict[] = [];
    let sameAs: string | undefined;
    for (const step of asked.steps) {
      const tried = await this.take(row, step, asked);
      if ('error' in tried) return { row: rejected(row, subject, [tried.error]), commands };
      commands.push(tried.command);
      verdicts.push(tried.verdict);
      sameAs ??= tried.sameAs;
    }
    const { line, repairs } = row;
    const verdict = verdicts.find((one) => one !== 'already') ?? 'already';
    const reply = commands.at(-1)?.reply ?? {};
    const same = verdict === 'already' && sameAs !== undefined ? { sameAs } : {};
    return { row: { line, verdict, subject, repairs, errors: [], ...same, reply }, commands };
  }

  /** Takes a step on the sandbox, if the log itself would. */
  private async take(row: ReadRow, step: Step, { differs }: Asked): Promise<Taken> {
    const { name, type, members, key } = step;
    const commandId = commandIdOfRow(name, key);
    const make = (): Requested => Object.assign(new type(), members);
    const permission = can(this.subject, name);
    const role = permission.allowed ? permission.role : 'none';
    const bodyHash = digestOf(Requested.payloadOf(make()));
    const planned = { line: row.line, name, commandId, role, make, bodyHash };
    const would = await this.issue(planned, true);
    const judged = verdictOn(would, present(this.specs.get(name), name), permission);
    if ('error' in judged) return { error: { column: '', was: '', ...judged.error } };
    const other = differs?.(judged.reply);
    if (other !== undefined) return { error: other };
    const command = { ...planned, reply: judged.reply };
    if (judged.isNew) {
      await this.issue(planned, false);
      this.doneBy.set(commandId, row.line);
      return { command, verdict: row.repairs.length > 0 ? 'repaired' : 'applied' };
    }
    const before = this.doneBy.get(commandId);
    // The other rows of an organisation say where it serves besides: they are part of what the first of them did.
    if (before !== undefined && before === row.joins && row.repairs.length > 0) return { command, verdict: 'repaired' };
    return { command, verdict: 'already', ...(before === undefined ? {} : { sameAs: `line ${before}` }) };
  }

  private issue(command: ReadyCommand, dryRun: boolean): Promise<Outcome> {
    const { personId, at } = this.importer;
    const authentication = { issuer: 'rpn', method: 'bearer' } as const;
    const who = { actor: personId, principal: personId, authentication };
    return issueOnce(this.runtime, command, { at, ...who, correlationId: command.commandId }, dryRun);
  }

  private ownPartners(): readonly PartnerId[] {
    const own = this.subject.partnerRoles.filter(({ role }) => role === 'partner-staff');
    return own.map(({ partnerId }) => partnerId as PartnerId);
  }
}

/** The moment of the request, however long planning takes. */
class StoppedClock extends Clock {
  constructor(private readonly at: Instant) {
    super();
  }

  now(): Instant {
    return this.at;
  }
}

type Taken =
  | { readonly command: PlannedCommand; readonly verdict: Verdict; readonly sameAs?: string }
  | { readonly error: RowError };

const rejected = ({ line, repairs }: ReadRow, subject: string, errors: readonly RowError[]): PlannedRow => ({
  ...{ line, verdict: 'rejected', subject, repairs, errors },
});
