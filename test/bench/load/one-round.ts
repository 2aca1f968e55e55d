import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { AssignReviewers } from '#contexts/grants/commands/assign-reviewers';
import { CloseRound } from '#contexts/grants/commands/close-round';
import { DeclareConflict } from '#contexts/grants/commands/declare-conflict';
import { FundPool } from '#contexts/grants/commands/fund-pool';
import { OpenRound } from '#contexts/grants/commands/open-round';
import { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import { ReviewProposal } from '#contexts/grants/commands/review-proposal';
import { SubmitGrantProposal } from '#contexts/grants/commands/submit-grant-proposal';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import type { ProposalId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { content, goals } from '../../support/grants';
import type { Issuer } from './issue';
import { byPerson, byService } from './issue';

/** A round of long ago, so that it is past its opening whatever the day; its deadline is far, and a command closes it. */
export const ROUND = { quarter: '2020-Q1', opensAt: '2020-01-01T12:00:00Z', closesAt: '2900-01-01T12:00:00Z' };
const DATES = { startsOn: '2900-02-01', endsOn: '2900-02-02' };
const POOL = { year: 2020, fundedCents: 25_000_000 };
const REVIEWERS = ['reviewer-1', 'reviewer-2'] as const;

const personOf = (handle: string) => entityId('per', uuidOf(handle));
const partnerOf = (n: number) => entityId('ptr', uuidOf(`partner ${n}`));
const proposalOf = (n: number): ProposalId => entityId('prp', uuidOf(`proposal ${n}`));

/** So many partners that each ask for all of the cap, all reviewed twice, in one round that is shut. */
export async function shutRound(issue: Issuer, proposals: number): Promise<void> {
  const rules = { effectiveFrom: '2017-01-01', content: defaultGrantsPolicy };
  await issue(new PublishGrantsPolicy(), rules, byService('grants policy'));
  for (const handle of REVIEWERS) await register(issue, handle);
  for (const handle of REVIEWERS) {
    const role = { personId: personOf(handle), role: 'grant-reviewer' };
    await issue(new GrantRole(), role, byService(`role of ${handle}`));
  }
  await issue(new FundPool(), POOL, byService('pool'));
  await issue(new OpenRound(), { ...ROUND, goals }, byService('round'));
  const all = Array.from({ length: proposals }, (_, n) => n);
  await Promise.all(all.map((n) => submitted(issue, n)));
  await issue(new CloseRound(), { quarter: ROUND.quarter }, byService('close'));
  await Promise.all(all.map((n) => reviewed(issue, n)));
}

async function register(issue: Issuer, handle: string): Promise<void> {
  await issue(new RegisterPerson(), { handle }, byService(handle));
}

async function submitted(issue: Issuer, n: number): Promise<void> {
  const staff = `staff ${n}`;
  const place = { states: ['AL'], territory: 'All of it', timeZone: 'America/New_York', since: '2017-07-01' };
  await issue(new OnboardPartner(), { slug: `p-${n}`, name: `P ${n}`, ...place }, byService(`partner ${n}`));
  await register(issue, staff);
  const work = { partnerId: partnerOf(n), personId: personOf(staff), role: 'partner-staff', from: '2017-07-01' };
  await issue(new AffiliatePerson(), work, byService(`work ${n}`));
  const asked = { partnerId: partnerOf(n), quarter: ROUND.quarter, ...content(500_000), ...DATES };
  const by = { ...byPerson(personOf(staff), 'partner-staff'), commandId: uuidOf(`proposal ${n}`) };
  await issue(new SubmitGrantProposal(), asked, by);
}

async function reviewed(issue: Issuer, n: number): Promise<void> {
  const proposalId = proposalOf(n);
  const reviewerIds = REVIEWERS.map(personOf);
  await issue(new AssignReviewers(), { proposalId, reviewerIds }, byService(`assign ${n}`));
  for (const [index, personId] of reviewerIds.entries()) {
    const by = () => byPerson(personId, 'grant-reviewer');
    await issue(new DeclareConflict(), { proposalId, conflict: false }, by());
    const scores = { alignment: 3 + (n % 3), reach: 3 + ((n + index) % 3), comment: 'By the rubric.' };
    await issue(new ReviewProposal(), { proposalId, ...scores }, by());
  }
}
