import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { present } from '#kernel/assert/assert';
import type { PersonId } from '#kernel/ids/entity-id';
import { zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { KnownImport } from '#platform/imports/find-import';
import { findImport } from '#platform/imports/find-import';
import { lackingRoles } from '#platform/imports/may-import';
import type { FileToPlan, Planned } from '#platform/imports/plan-file';
import { planFile } from '#platform/imports/plan-file';
import { registry } from '#platform/profiles/registry';
import { Inject, Injectable } from '@nestjs/common';
import type { Who } from '../auth/directory';
import { ProblemError } from '../http/problems';
import type { Network } from '../network';
import { NETWORK } from '../network';

/** Plans made at once: each folds the log for itself, so memory and the others' patience stay bounded (G23). */
const PLANS_AT_ONCE = 2;

export type GoodPlan = Exclude<Planned, { fault: unknown }>;

/** Makes the plans of files on the network's log. */
@Injectable()
export class Planning {
  private plans = 0;

  constructor(@Inject(NETWORK) private readonly network: Network) {}

  /** What the file would do now, for this person. Stops with 422 on a file that is no table of its kind. */
  async now(file: FileToPlan, personId: PersonId, at: Instant): Promise<GoodPlan> {
    return this.make(file, personId, at, await this.network.store.head());
  }

  /** The plan that the file had when it came: the same for the life of the log, for all that it is made of stays. */
  async asReceived({ file, received }: KnownImport): Promise<GoodPlan> {
    const upTo = await this.network.store.checkpointAt(received.sequence);
    const importer = present(file.receivedBy[0], 'who brought a file');
    return this.make(await this.toPlan(file), importer, received.at, upTo);
  }

  /** The file as it came. */
  async toPlan({ kind, mode, fill, sha256, expectRows, expectCents }: KnownImport['file']): Promise<FileToPlan> {
    const file = present(await this.network.blobs.get(sha256), 'the file of an import');
    return { kind, mode, fill, file, expectRows, expectCents };
  }

  /** The import with this id; undefined where there is none, or where it is not this person's to see (G22). */
  async find(importId: string, { personId, roles }: Pick<Who, 'personId' | 'roles'>): Promise<KnownImport | undefined> {
    const known = await findImport(this.network.store, registry.catalogue, importId);
    return roles.includes('auditor') || known?.file.receivedBy.includes(personId) === true ? known : undefined;
  }

  private async make(file: FileToPlan, personId: PersonId, at: Instant, upTo: Checkpoint): Promise<GoodPlan> {
    if (this.plans >= PLANS_AT_ONCE)
      throw new ProblemError('BUSY', 'Too many files are being planned.', {}, { 'Retry-After': '1' });
    this.plans += 1;
    try {
      const { deciders, folds, catalogue } = registry;
      const today = zoneCalendar.dateAt(at, defaultIncentivesPolicy.program.zone);
      const ground = { log: this.network.store, upTo, deciders, folds, catalogue };
      const planned = await planFile(file, ground, { personId, at, today });
      if (!('fault' in planned)) return planned;
      const { code, detail, wouldPass, line, column } = planned.fault;
      const place = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
      throw new ProblemError(code, detail, { figures: place, wouldPass: { file: wouldPass } });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      throw new ProblemError('UNKNOWN_OUTCOME', 'The log cannot be reached.', {}, { 'Retry-After': '1' });
    } finally {
      this.plans -= 1;
    }
  }
}

/** Stops with 403 for somebody who may issue none of the commands that such files become. */
export function checkMayImport({ subject }: Pick<Who, 'subject'>, kind: FileToPlan['kind']): void {
  const needs = lackingRoles(subject, kind);
  if (needs === undefined) return;
  throw new ProblemError('FORBIDDEN', `A file of ${kind} needs the role ${needs}.`, { figures: { kind, needs } });
}
