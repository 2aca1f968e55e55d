import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { digestOf } from '#kernel/codec/digest';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import { specification } from '../../../../test/support/given-when-then';
import { published } from '../../../../test/support/network';
import { incentivesPolicyStream } from './incentives-policy-stream';

// 23:30 on 3 August in Los Angeles, the 4th elsewhere.
const { given } = specification([incentivesPolicyStream], 'policy-incentives', '2026-08-04T06:30:00.000Z');
const first = published(defaultIncentivesPolicy);
const publish = (effectiveFrom: string, content: object = defaultIncentivesPolicy) => ({
  name: 'PublishIncentivesPolicy',
  key: 'publish',
  payload: { effectiveFrom, content },
});

describe('PublishIncentivesPolicy', () => {
  it('counts versions, and pins each by its content', () => {
    const content = { ...defaultIncentivesPolicy, annualCapCents: cents(2_000_000) };
    given(first)
      .when(publish('2026-09-01', content))
      .then(
        IncentivesPolicyPublished({
          policyId: entityId('pol', uuidOf('publish')),
          version: 2,
          effectiveFrom: plainDate('2026-09-01'),
          hash: digestOf(content),
          content,
        }),
      );
  });

  it('tells its id, version and hash', () => {
    given()
      .when(publish('2017-01-01'))
      .thenReply({
        status: 201,
        location: '/v1/policies/incentives/1',
        body: {
          id: entityId('pol', uuidOf('publish')),
          family: 'incentives',
          version: 1,
          effectiveFrom: '2017-01-01',
          hash: digestOf(defaultIncentivesPolicy),
        },
      });
  });

  it('rules from today, counted in the program’s zone, or later; only the first version reaches back', () => {
    given().when(publish('2017-01-01')).thenAccepted({ version: 1 });
    given(first).when(publish('2026-08-03')).thenAccepted({ version: 2 });
    given(first)
      .when(publish('2026-08-02'))
      .thenNotNow('EFFECTIVE_IN_PAST', { figures: { effectiveFrom: '2026-08-02', today: '2026-08-03' } });
  });

  it('says no in this order: unsound, in the past', () => {
    const catalogue = [...defaultIncentivesPolicy.catalogue, ...defaultIncentivesPolicy.catalogue];
    given(first)
      .when(publish('2017-01-01', { ...defaultIncentivesPolicy, catalogue }))
      .thenNotNow('POLICY_FLAWED', { detail: 'The catalogue names an outcome type twice.' });
  });
});
