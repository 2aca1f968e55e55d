import { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { instant } from '#kernel/time/instant';
import { partnerNamed, personNamed } from '../../support/a-founding';
import type { ANetwork } from '../../support/a-network';
import { content, goals } from '../../support/grants';
import type { Who } from './cast';

/** When last year's round was open and then read; when this year's second round is open, and when it is over. */
const LAST_YEAR = { inRound: instant('2025-10-02T12:00:00.000Z'), after: instant('2025-12-20T12:00:00.000Z') };
const THIS_YEAR = { inRound: instant('2026-04-02T12:00:00.000Z'), after: instant('2026-07-10T12:00:00.000Z') };
/** What the second round may give: seven awards of 100,000, and an eighth proposal waits. */
const FUNDED_CENTS = 1_400_000;
/** Who is assigned to all of alpha's proposals and declared no conflict; the other reviewer is assigned to none. */
const ASSIGNED = ['reviewer', 'second-reviewer'] as const satisfies readonly Who[];

type Post = (
  who: Who,
  path: string,
  body?: object,
) => Promise<{ readonly id: string; readonly [field: string]: unknown }>;

export const proposalText = (): object => ({ ...content(100_000), startsOn: '2026-12-01', endsOn: '2026-12-02' });
export const proposalBody = (quarter = '2026-Q3', slug = 'alpha'): object => ({
  ...{ partnerId: partnerNamed(slug), quarter, ...proposalText() },
});
export const grantsDraftBody = (): object => ({
  effectiveFrom: '2026-09-01',
  content: { ...defaultGrantsPolicy, acceptanceDays: 21 },
});
export const round = {
  quarter: '2026-Q4',
  opensAt: '2026-10-01T00:00:00-07:00',
  closesAt: '2026-12-16T00:00:00-08:00',
};

/**
 * Three years of pools: one whose day of lapse has come, one with a round that was scored and not decided, and this year's.
 * Of this year one round is decided, with five awards of alpha, one of beta that was reversed, one that beta declined and one
 * line of beta that waits for that money; and one round is open, with a proposal that reviewers know and one that lacks its second
 * signature. `asker` and `involved` decided the decided round.
 */
export async function makeGrantThings(net: ANetwork, post: Post) {
  const back = net.clock.at;
  net.clock.at = LAST_YEAR.inRound;
  const rules = { effectiveFrom: '2017-01-01', content: defaultGrantsPolicy };
  await net.ask('PublishGrantsPolicy', new PublishGrantsPolicy(), rules, 'grants policy');
  for (const year of [2024, 2025]) await post('finance', '/v1/pools', { year });
  await undecided(net, post);
  net.clock.at = THIS_YEAR.inRound;
  await post('finance', '/v1/pools', { year: 2026, fundedCents: FUNDED_CENTS });
  const awards = await secondRound(net, post);
  net.clock.at = back;
  const third = { quarter: '2026-Q3', opensAt: '2026-07-01T00:00:00-07:00', closesAt: '2026-09-16T00:00:00-07:00' };
  await post('program', '/v1/rounds', { ...third, goals });
  const proposed = (await post('own', '/v1/proposals', proposalBody())).id;
  await assigned(post, proposed);
  const unsigned = (await post('champion', '/v1/proposals', proposalBody())).id;
  const draft = await post('asker', '/v1/policies/grants', grantsDraftBody());
  return {
    ...awards,
    grantsDraft: String(draft['version']),
    ...{ proposed, unsigned, year: '2026', endedYear: '2024' },
    ...{ quarter: '2026-Q3', decidedQuarter: '2026-Q2', undecidedQuarter: '2025-Q4' },
  };
}

/** A round of last year with one proposal of alpha, scored. */
async function undecided(net: ANetwork, post: Post): Promise<void> {
  const fourth = { quarter: '2025-Q4', opensAt: '2025-10-01T00:00:00-07:00', closesAt: '2025-12-16T00:00:00-08:00' };
  await post('program', '/v1/rounds', { ...fourth, goals });
  const { id } = await post('own', '/v1/proposals', proposalBody(fourth.quarter));
  await assigned(post, id);
  net.clock.at = LAST_YEAR.after;
  await scored(post, id);
}

/** The decided round, and how far each of alpha's awards has come. */
async function secondRound(net: ANetwork, post: Post) {
  const second = { quarter: '2026-Q2', opensAt: '2026-04-01T00:00:00-07:00', closesAt: '2026-06-16T00:00:00-07:00' };
  await post('program', '/v1/rounds', { ...second, goals });
  const asked: string[] = [];
  for (const who of ['own', 'own', 'own', 'own', 'own', 'other', 'other', 'other'] as const)
    asked.push((await post(who, '/v1/proposals', proposalBody(second.quarter, who === 'other' ? 'beta' : 'alpha'))).id);
  for (const id of asked) await assigned(post, id);
  net.clock.at = THIS_YEAR.after;
  for (const id of asked) await scored(post, id);
  await decided(post, second.quarter);
  await net.settle();
  const awards = await Promise.all(asked.slice(0, 7).map((id) => awardOf(net, id)));
  const [offered = '', accepted = '', reported = '', spentLess = '', spentAll = ''] = awards;
  const [declined = '', reversed = ''] = awards.slice(5);
  for (const id of [accepted, reported, spentLess, spentAll]) await post('own', `/v1/awards/${id}/accept`);
  const actualOutcomes = [{ metric: 'people-reached', actual: 400 }];
  for (const id of [reported, spentAll])
    await post('own', `/v1/awards/${id}/report`, { spentCents: 100_000, actualOutcomes });
  await post('own', `/v1/awards/${spentLess}/report`, { spentCents: 60_000, actualOutcomes });
  for (const id of [spentLess, spentAll]) await post('program', `/v1/awards/${id}/accept-report`);
  await post('other', `/v1/awards/${declined}/decline`);
  await post('other', `/v1/awards/${reversed}/accept`);
  await post('program', `/v1/awards/${reversed}/reverse`, { reason: 'error', note: 'A slip.' });
  return { offered, accepted, reported, spentLess, spentAll, reversed };
}

async function assigned(post: Post, id: string): Promise<void> {
  await post('program', `/v1/proposals/${id}/assign`, { reviewerIds: ASSIGNED.map(personNamed) });
  for (const who of ASSIGNED) {
    await post(who, `/v1/proposals/${id}/declare-conflict`, { conflict: false });
  }
}

async function scored(post: Post, id: string): Promise<void> {
  for (const who of ASSIGNED) {
    await post(who, `/v1/proposals/${id}/review`, { alignment: 5, reach: 5, comment: 'By the rubric.' });
  }
}

async function decided(post: Post, quarter: string): Promise<void> {
  const { slateHash } = await post('program', `/v1/rounds/${quarter}/allocate?dryRun=true`);
  const { id } = await post('asker', `/v1/rounds/${quarter}/allocate`, { slateHash });
  await post('involved', `/v1/approvals/${id}/confirm`);
}

async function awardOf(net: ANetwork, proposalId: string): Promise<string> {
  const { json } = await net.as('program').get(`/v1/awards?proposalId=${proposalId}`);
  return json.data[0].id as string;
}
