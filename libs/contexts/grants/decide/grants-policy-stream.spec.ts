import { grantsPolicyStream } from '#contexts/grants/decide/grants-policy-stream';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { digestOf } from '#kernel/codec/digest';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { plainDate } from '#kernel/time/plain-date';
import { specification } from '../../../../test/support/given-when-then';
import { asked, publishedGrants } from '../../../../test/support/grants';

const { given } = specification([grantsPolicyStream], 'policy-grants', '2026-08-04T12:00:00.000Z');
const publish = (effectiveFrom: string, content: object = defaultGrantsPolicy) =>
  asked('PublishGrantsPolicy', { effectiveFrom, content, key: 'policy' });

describe('PublishGrantsPolicy', () => {
  it('keeps the version whole; the first may rule the past', () => {
    const id = entityId('pol', uuidOf('policy'));
    const hash = digestOf(defaultGrantsPolicy);
    given()
      .when(publish('2017-01-01'))
      .then(
        GrantsPolicyPublished({
          ...{ policyId: id, version: 1, effectiveFrom: plainDate('2017-01-01'), hash, content: defaultGrantsPolicy },
        }),
      );
  });

  it('says no in this order: flawed, in the past', () => {
    const past = publishedGrants(defaultGrantsPolicy);
    given(past)
      .when(publish('2026-08-03', { ...defaultGrantsPolicy, partialPercent: 101 }))
      .thenNotNow('POLICY_FLAWED');
    given(past).when(publish('2026-08-03')).thenNotNow('EFFECTIVE_IN_PAST');
    given(past)
      .when(publish('2026-08-04'))
      .thenAccepted({ version: 2 })
      .when(publish('2026-08-05'))
      .thenAccepted({ version: 3 });
  });

  it('tells the new version', () => {
    const { asked: told } = given().when(publish('2017-01-01'));
    expect(told.reply).toMatchObject({ status: 201, location: '/v1/policies/grants/1', body: { family: 'grants' } });
  });
});
