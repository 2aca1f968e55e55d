import { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { DenyClaim } from '#contexts/incentives/commands/deny-claim';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { onClaimApproved } from '#contexts/payouts/reactions/on-claim-approved';
import { canonical } from '#kernel/codec/canonical';
import { digestOf, sha256 } from '#kernel/codec/digest';
import type { RecordedEvent } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { present } from '#kernel/assert/assert';
import { Requested } from '#kernel/requested/requested';
import { claimantOf, claimBody } from './claims';
import type { Issuer } from './issue';
import { byPerson } from './issue';
import { approver, verifier } from './small-world';

/** One claim from its evidence to its payable, or to its denial for one in eight: about five events. */
export async function liveOneClaim(issue: Issuer, n: number): Promise<void> {
  const claimant = claimantOf(n);
  const { partnerId, personId } = claimant;
  const file = sha256(`evidence ${n}`);
  const received = { sha256: file, bytes: 9, mediaType: 'application/pdf', partnerId };
  await issue(new ReceiveEvidence(), received, byPerson(personId, 'partner-staff'));
  const asked = byPerson(personId, 'partner-staff');
  await issue(new ClaimIncentive(), claimBody(n, claimant, file), asked);
  const claimId = entityId('clm', asked.commandId);
  await issue(new VerifyClaim(), { claimId, reason: 'As claimed.' }, byPerson(verifier, 'program-staff'));
  const staff = byPerson(approver, 'program-staff');
  if (n % 8 === 0) await issue(new DenyClaim(), { claimId, reason: 'Not shown.' }, staff);
  else await payOut(issue, present((await issue(new ApproveClaim(), { claimId }, staff)).events[0], 'an approval'));
}

/** What the reaction will find already done when a server runs on this history. */
async function payOut(issue: Issuer, approved: RecordedEvent): Promise<void> {
  const { command } = present(onClaimApproved.react(approved), 'a payable');
  const commandId = uuidOf(canonical(['reaction', onClaimApproved.name, approved.id]));
  const bodyHash = digestOf(Requested.payloadOf(command));
  await issue(command, {}, { commandId, actor: `service:${onClaimApproved.name}`, role: 'service', bodyHash });
}
