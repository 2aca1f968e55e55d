import type { ClaimDocument, ClaimWaiting } from '#contexts/incentives/views/claims';
import type { Instant } from '#kernel/time/instant';

type Awaited = Pick<ClaimWaiting, 'waitsOnRole' | 'waitsOnAct'>;

/** Whom a claim waits on since when, after an event of this moment; the moment stays while it waits for the same. */
export function waitingOf(
  before: ClaimDocument | undefined,
  after: Pick<ClaimDocument, 'status' | 'contested'>,
  at: Instant,
): ClaimWaiting {
  const awaited = awaitedBy(after);
  if (awaited.waitsOnAct === null) return { open: false, waitingSince: null, ...awaited };
  const same = before?.waitsOnAct === awaited.waitsOnAct;
  return { open: true, waitingSince: (same ? before.waitingSince : null) ?? at, ...awaited };
}

/** Nobody once it is decided or gone. */
function awaitedBy({ status, contested }: Pick<ClaimDocument, 'status' | 'contested'>): Awaited {
  switch (status) {
    case 'information-requested':
      return { waitsOnRole: 'partner-staff', waitsOnAct: 'resubmit' };
    case 'appealed':
      return { waitsOnRole: 'program-staff', waitsOnAct: 'decide-appeal' };
    case 'claimed':
    case 'contested':
    case 'verified':
      if (contested) return { waitsOnRole: 'program-staff', waitsOnAct: 'resolve-contest' };
      return { waitsOnRole: 'program-staff', waitsOnAct: status === 'verified' ? 'approve' : 'verify' };
    case 'approved':
    case 'denied':
    case 'rejected':
    case 'withdrawn':
    case 'reversed':
      return { waitsOnRole: null, waitsOnAct: null };
  }
}
