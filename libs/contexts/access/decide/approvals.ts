import type { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import type { RejectApproval } from '#contexts/access/commands/reject-approval';
import type { RequestApproval } from '#contexts/access/commands/request-approval';
import { ApprovalActRefused } from '#contexts/access/events/approval-act-refused';
import { ApprovalConfirmed } from '#contexts/access/events/approval-confirmed';
import { ApprovalRejected } from '#contexts/access/events/approval-rejected';
import type { ActAsked } from '#contexts/access/events/approval-requested';
import { ApprovalRequested } from '#contexts/access/events/approval-requested';
import { networkRoles } from '#contexts/access/facts/network-roles';
import type { Permission, Subject } from '#contexts/access/policy/who-may';
import { noteNeeded } from '#contexts/access/policy/who-may';
import { assert } from '#kernel/assert/assert';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { ApprovalId, PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

export interface Approval {
  readonly approvalId: ApprovalId;
  readonly command: ActAsked;
  readonly requestedBy: readonly PersonId[];
  status: 'pending' | 'confirmed' | 'rejected';
  /** From then on it has to be asked for anew. */
  readonly expiresAt: Instant;
  /** Revision of the last event that touched it. */
  touched: number;
}

/** One stream, one approval: null until it is asked for. */
export interface ApprovalState {
  approval: Approval | null;
}

/** Whether the person who answers might have asked as well; undefined when nothing was asked. */
interface AnswerFacts extends Facts {
  readonly may: Permission | undefined;
}

type Ask = (subject: Subject, commandName: string) => Permission;

/** Facts for an answer that only some may give. */
export const answerFacts =
  (may: Ask) =>
  (
    _command: ConfirmApproval | RejectApproval,
    { approval }: Readonly<ApprovalState>,
    circumstances: Circumstances,
    { lookup }: Sources,
  ): AnswerFacts => {
    const personId = actingPeople(circumstances)[0];
    if (approval === null || personId === undefined) return { ...circumstances, may: undefined };
    const roles = lookup.get(networkRoles, `person-${personId}`)?.roles ?? [];
    const subject = { personId, networkRoles: [...roles].sort(), partnerRoles: [] };
    return { ...circumstances, may: may(subject, approval.command.name) };
  };

/** Stores what is asked for, exactly as it will be issued; whether it can be done is judged when it is. */
export function requestApproval(
  { command }: RequestApproval,
  { approval }: Readonly<ApprovalState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof ApprovalRequested>> {
  const approvalId = entityId('apr', facts.commandId);
  assert(approval === null, 'a new approval’s stream is empty', { approvalId });
  return accepted(ApprovalRequested({ approvalId, command, requestedBy: actingPeople(facts) }));
}

/** Decides a confirmation: by another person, who may issue the act. To be both people is a breach, and recorded. */
export function confirmApproval(
  { note }: ConfirmApproval,
  { approval }: Readonly<ApprovalState>,
  facts: AnswerFacts,
): Answer<NewEventOf<typeof ApprovalConfirmed> | NewEventOf<typeof ApprovalActRefused>> {
  if (approval === null) return notFound;
  const no = unlessPending(approval, facts);
  if (no !== undefined) return no;
  const { approvalId, command, requestedBy } = approval;
  const same = actingPeople(facts).find((person) => requestedBy.includes(person));
  if (same !== undefined) {
    const detail = 'You asked for it; another person must confirm it.';
    return refused(ApprovalActRefused({ because: 'SOD', detail, figures: { person: same }, approvalId }));
  }
  if (facts.may?.allowed !== true) return forbidden(approval, facts);
  const needed = noteNeeded(command.name);
  if (needed !== undefined && note === undefined) {
    return notNow('NOTE_MISSING', `Write down ${needed} as the note.`, { needed });
  }
  const confirmedBy = actingPeople(facts);
  const said = note === undefined ? {} : { note };
  return accepted(ApprovalConfirmed({ approvalId, command, requestedBy, confirmedBy, role: facts.may.role, ...said }));
}

/** Decides a rejection: by anybody who may issue the act, the asker included, who thereby takes it back. */
export function rejectApproval(
  { note }: RejectApproval,
  { approval }: Readonly<ApprovalState>,
  facts: AnswerFacts,
): Answer<NewEventOf<typeof ApprovalRejected>> {
  if (approval === null) return notFound;
  const no = unlessPending(approval, facts);
  if (no !== undefined) return no;
  if (facts.may?.allowed !== true) return forbidden(approval, facts);
  const { approvalId, command, requestedBy } = approval;
  const said = note === undefined ? {} : { note };
  return accepted(ApprovalRejected({ approvalId, command, requestedBy, rejectedBy: actingPeople(facts), ...said }));
}

function unlessPending({ approvalId, status, expiresAt }: Approval, { at }: AnswerFacts): NotNow | undefined {
  if (status === 'pending' && at < expiresAt) return undefined;
  if (status === 'pending') {
    const detail = `${approvalId} could be answered until ${expiresAt}; ask for it anew.`;
    return notNow('NOT_OPEN', detail, { status: 'expired', expiresAt, needed: 'pending' });
  }
  return notNow('NOT_OPEN', `${approvalId} is ${status}; it must be pending.`, { status, needed: 'pending' });
}

function forbidden({ command }: Approval, { may }: AnswerFacts): NotNow {
  const needs = may?.allowed === false ? may.needs.join(' or ') : '';
  const detail = `Only somebody who may issue ${command.name} answers: ${needs}.`;
  return { ...notNow('FORBIDDEN', detail, { command: command.name, needs }), status: 403 };
}
