import { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { instant } from '#kernel/time/instant';
import { partnerNamed, personNamed } from '../../support/a-founding';
import type { ANetwork } from '../../support/a-network';
import { content, goals } from '../../support/grants';
import type { Who } from './cast';

/** When the round of the second quarter is open, and when it is over. */
const IN_ROUND = instant('2026-04-02T12:00:00.000Z');
const AFTER_ROUND = instant('2026-07-10T12:00:00.000Z');
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
 * A pool, a decided round with four awards of alpha and one of beta, and an open round with a proposal that reviewers
 * know and one that lacks its second signature. `asker` and `involved` decided the round.
 */
export async function makeGrantThings(net: ANetwork, post: Post) {
  const back = net.clock.at;
  net.clock.at = IN_ROUND;
  const rules = { effectiveFrom: '2017-01-01', content: defaultGrantsPolicy };
  await net.ask('PublishGrantsPolicy', new PublishGrantsPolicy(), rules, 'grants policy');
  await post('finance', '/v1/pools', { year: 2026 });
  const second = { quarter: '2026-Q2', opensAt: '2026-04-01T00:00:00-07:00', closesAt: '2026-06-16T00:00:00-07:00' };
  await post('program', '/v1/rounds', { ...second, goals });
  const asked: string[] = [];
  for (const who of ['own', 'own', 'own', 'own', 'other'] as const)
    asked.push((await post(who, '/v1/proposals', proposalBody(second.quarter, who === 'other' ? 'beta' : 'alpha'))).id);
  for (const id of asked) await assigned(post, id);
  net.clock.at = AFTER_ROUND;
  for (const id of asked) await scored(post, id);
  await decided(post, second.quarter);
  await net.settle();
  const awards = await Promise.all(asked.map((id) => awardOf(net, id)));
  const [offered = '', accepted = '', reported = '', spentLess = ''] = awards;
  for (const id of [accepted, reported, spentLess]) await post('own', `/v1/awards/${id}/accept`);
  const actualOutcomes = [{ metric: 'people-reached', actual: 400 }];
  await post('own', `/v1/awards/${reported}/report`, { spentCents: 100_000, actualOutcomes });
  await post('own', `/v1/awards/${spentLess}/report`, { spentCents: 60_000, actualOutcomes });
  await post('program', `/v1/awards/${spentLess}/accept-report`);
  net.clock.at = back;
  const third = { quarter: '2026-Q3', opensAt: '2026-07-01T00:00:00-07:00', closesAt: '2026-09-16T00:00:00-07:00' };
  await post('program', '/v1/rounds', { ...third, goals });
  const proposed = (await post('own', '/v1/proposals', proposalBody())).id;
  await assigned(post, proposed);
  const unsigned = (await post('champion', '/v1/proposals', proposalBody())).id;
  const draft = await post('asker', '/v1/policies/grants', grantsDraftBody());
  return {
    grantsDraft: String(draft['version']),
    ...{ offered, accepted, reported, spentLess, proposed, unsigned },
    ...{ year: '2026', quarter: '2026-Q3', decidedQuarter: '2026-Q2' },
  };
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
