import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { RegisterCohort } from '#contexts/partners/commands/register-cohort';
import { RegisterSubject } from '#contexts/partners/commands/register-subject';
import { program } from '../people';
import { plusMs } from '../simulation/moments';
import type { Ask, Step } from '../simulation/step';
import { askOf } from '../simulation/step';

const A_DAY_MS = 24 * 3_600_000;

/** Program staff registers what no national list names the day before it is claimed for the first time. */
export function registrations(steps: readonly Step[]): readonly Step[] {
  const known = new Set<string>();
  const inTime = [...steps].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return inTime.flatMap(({ at, asks }) =>
    asks.flatMap(({ command }) => {
      if (!(command instanceof ClaimIncentive) || known.has(command.subjectId)) return [];
      known.add(command.subjectId);
      const ask = registrationOf(command);
      return ask === undefined ? [] : [{ at: plusMs(at, -A_DAY_MS), asks: [ask] }];
    }),
  );
}

function registrationOf({ subjectId, partnerId }: ClaimIncentive): Ask | undefined {
  const [kind, name = ''] = subjectId.split(':');
  const asked = `register ${subjectId}`;
  // What is claimed by mistake, nobody has registered.
  if (name.endsWith('mixed-up') || name === 'not-a-cohort') return undefined;
  if (kind === 'cohort') {
    return askOf(program('program-1'), asked, RegisterCohort, { name, partnerId, title: `Coaches of ${name}` });
  }
  if (kind !== 'local') return undefined;
  const because = 'new' as const;
  const what = { kind: name.includes('-school-') ? ('school' as const) : ('district' as const), because };
  const state = name.slice(0, 2).toUpperCase();
  return askOf(program('program-1'), asked, RegisterSubject, { name, state, title: name, ...what });
}
