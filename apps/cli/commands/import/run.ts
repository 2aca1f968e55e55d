import { sha256 } from '#kernel/codec/digest';
import type { Plan } from '#platform/imports/plan';
import { rejectedFile } from '#platform/imports/rejected-file';
import { writerIn } from '#platform/profiles/embedded/open-log';
import { writeFileSync } from 'node:fs';
import type { ExitCode } from '../../shell/exit';
import { EXIT } from '../../shell/exit';
import type { Task } from '../../shell/task';
import { textOption } from '../../shell/task';
import type { ImportAsked } from './asked';
import { importAsked } from './asked';
import { importHere, tryHere } from './here';
import type { Imported } from './imported';
import { faultWords, reportOf } from './report';
import { importThere } from './there';

/** `rpn import KIND FILE`: the same report with `--dry-run` and without. */
export async function runImport(kind: ImportAsked['kind'], task: Task): Promise<ExitCode> {
  const asked = await importAsked(kind, task);
  return tell(task, asked, await imported(task, asked));
}

async function imported(task: Task, asked: ImportAsked): Promise<Imported> {
  const tried = await tryHere(task, asked);
  // Nothing to do: not even the import is recorded.
  if (asked.isDryRun || tried.kind !== 'planned' || !tried.plan.applies) return tried;
  const place = task.place();
  const isServed = place.eventStoreUrl === undefined && writerIn(place.directory) !== undefined;
  if (!isServed) return importHere(task, asked, tried.plan);
  return importThere(task, asked, tried.plan, tried.personId);
}

function tell(task: Task, asked: ImportAsked, imported: Imported): ExitCode {
  const { out } = task;
  const { name, isDryRun: dryRun, file } = asked;
  switch (imported.kind) {
    case 'fault': {
      const { fault } = imported;
      out.result(faultWords(fault, name), { verdict: 'bad', dryRun, kind: asked.kind, sha256: sha256(file), fault });
      return EXIT.finding;
    }
    case 'stopped':
      out.result(imported.why, { verdict: 'bad', dryRun, why: imported.why, ...planMembers(imported.plan) });
      return EXIT.finding;
    case 'planned': {
      const { plan } = imported;
      keepRejected(task, file, plan);
      const verdict = plan.counts.rejected > 0 ? 'bad' : 'good';
      if (dryRun) out.note('Dry run: nothing is written.');
      out.result(reportOf(plan, name), { verdict, dryRun, ...plan });
      return verdict === 'bad' ? EXIT.finding : EXIT.fine;
    }
  }
}

const planMembers = (plan: Plan | undefined): object => (plan === undefined ? {} : { planHash: plan.planHash });

function keepRejected(task: Task, file: Uint8Array, plan: Plan): void {
  const path = textOption(task, 'rejected');
  if (path === undefined) return;
  writeFileSync(path, rejectedFile(file, plan), { mode: 0o600 });
  task.out.note(`${plan.counts.rejected} rejected rows are in ${path}.`);
}
