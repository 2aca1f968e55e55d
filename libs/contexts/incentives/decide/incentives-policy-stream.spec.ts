import { IncentivesPolicyDrafted } from '#contexts/incentives/events/incentives-policy-drafted';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { policiesProjection } from '#contexts/incentives/projections/policies';
import { digestOf } from '#kernel/codec/digest';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import { specification } from '../../../../test/support/given-when-then';
import { pat, pia, policyOf, published } from '../../../../test/support/network';
import { incentivesPolicyStream } from './incentives-policy-stream';

// 23:30 on 3 August in Los Angeles, the 4th elsewhere.
const NOW = '2026-08-04T06:30:00.000Z';
const { given } = specification([incentivesPolicyStream], 'policy-incentives', NOW);
const first = published(defaultIncentivesPolicy);
const lower = { ...defaultIncentivesPolicy, annualCapCents: cents(2_000_000) };
const draft = (effectiveFrom: string, content: object = lower, key = 'draft') => ({
  ...{ name: 'DraftIncentivesPolicy', key, by: pia, role: 'program-staff' },
  payload: { effectiveFrom, content },
});
const publish = (version: number, more: object = {}) => ({
  ...{ name: 'PublishDraftedPolicy', payload: { version }, by: pat, onBehalfOf: pia, role: 'program-staff', ...more },
});
const found = (effectiveFrom: string, content: object = defaultIncentivesPolicy) => ({
  ...{ name: 'PublishIncentivesPolicy', key: 'publish', payload: { effectiveFrom, content } },
});
const changes = [{ at: 'annualCapCents', before: 2_500_000, after: 2_000_000 }];
const drafted = IncentivesPolicyDrafted({
  ...{ policyId: entityId('pol', uuidOf('draft')), version: 2, effectiveFrom: plainDate('2026-09-01') },
  ...{ hash: digestOf(lower), content: lower, replaces: policyOf(defaultIncentivesPolicy), changes, draftedBy: [pia] },
});

describe('DraftIncentivesPolicy', () => {
  it('takes the next number, pins the content, and says what it would change', () => {
    given(first).when(draft('2026-09-01')).then(drafted);
    given(first)
      .when(draft('2026-09-01'))
      .thenReply({
        status: 201,
        location: '/v1/policies/incentives/2',
        body: {
          ...{ id: entityId('pol', uuidOf('draft')), family: 'incentives', version: 2, status: 'draft' },
          ...{
            effectiveFrom: '2026-09-01',
            hash: digestOf(lower),
            replaces: policyOf(defaultIncentivesPolicy),
            changes,
          },
        },
      });
  });

  it('is compared with the version that would rule on its first day, not with the newest', () => {
    const planned = published(lower, 2, '2027-01-01');
    given(first, planned)
      .when(draft('2026-09-01'))
      .thenAccepted({ version: 3, replaces: { version: 1 }, changes });
    given(first, planned)
      .when(draft('2027-01-01'))
      .thenAccepted({ version: 3, replaces: { version: 2 }, changes: [] });
  });

  it('counts on after drafts that nobody published', () => {
    given(first)
      .when(draft('2026-09-01'))
      .thenAccepted()
      .when(draft('2026-09-01', lower, 'another'))
      .thenAccepted({ version: 3 });
  });

  it('is told at once all that the linter finds, a day that is over first', () => {
    const catalogue = [...defaultIncentivesPolicy.catalogue, defaultIncentivesPolicy.catalogue[0]!];
    given(first)
      .when(draft('2026-08-02', { ...lower, claimWindowDays: -1, catalogue }))
      .thenNotNow('POLICY_FLAWED', {
        status: 422,
        detail:
          'A policy never takes effect in the past: it is 2026-08-03, and this one would rule from 2026-08-02. 2 more: see errors.',
        figures: { flaws: 3 },
        errors: [
          {
            ...{ pointer: '#/effectiveFrom', code: 'EFFECTIVE_IN_PAST' },
            detail:
              'A policy never takes effect in the past: it is 2026-08-03, and this one would rule from 2026-08-02.',
          },
          {
            ...{ pointer: '#/content/claimWindowDays', code: 'INTEGER' },
            detail: 'The claim window is no number of days.',
          },
          {
            ...{ pointer: '#/content/catalogue/7/type', code: 'NAMED_TWICE' },
            detail: 'The catalogue names district-onboarded twice.',
          },
        ],
      });
    given(first).when(draft('2026-08-03')).thenAccepted();
  });

  it('says no in this order: no version to change, unsound', () => {
    given()
      .when(draft('2026-09-01', { ...lower, claimWindowDays: -1 }))
      .thenNotNow('POLICY_MISSING');
    given(first)
      .when(draft('2026-09-01', { ...lower, claimWindowDays: -1 }))
      .thenNotNow('POLICY_FLAWED');
  });
});

describe('PublishDraftedPolicy', () => {
  it('makes the draft a version, as it is', () => {
    const { policyId, version, effectiveFrom, hash, content } = drafted.data;
    const event = IncentivesPolicyPublished({ policyId, version, effectiveFrom, hash, content });
    given(first, drafted).when(publish(2)).then(event);
  });

  it('says no in this order: absent, published, its day over, outdated', () => {
    given(first, drafted).when(publish(3)).thenNotNow('NOT_FOUND', { status: 404 });
    given(first, drafted).when(publish(1)).thenNotNow('NOT_FOUND', { status: 404 });
    const late = { at: '2026-09-02T07:00:00.000Z' };
    const done = given(first, drafted).when(publish(2)).thenAccepted();
    done.when(publish(2, late)).thenNotNow('NOT_OPEN', { detail: 'Version 2 is published already.' });
    const meanwhile = published(defaultIncentivesPolicy, 3, '2026-08-10');
    const outdated = given(first, drafted, meanwhile);
    outdated
      .when(publish(2, late))
      .thenNotNow('EFFECTIVE_IN_PAST', { figures: { effectiveFrom: '2026-09-01', today: '2026-09-02' } });
    outdated.when(publish(2)).thenNotNow('DRAFT_OUTDATED', { figures: { draftedAgainst: 1, inForce: 3 } });
  });

  it('is not in the way of a version that rules only later', () => {
    given(first, drafted, published(defaultIncentivesPolicy, 3, '2027-01-01'))
      .when(publish(2))
      .thenAccepted();
  });

  it('shows a draft with its author, then with the two who wanted it', () => {
    const { world } = given(first).when(draft('2026-09-01')).thenAccepted();
    const shown = () => world.documents(policiesProjection).get('2');
    const { changes: told, draftedBy, ...written } = drafted.data;
    const { policyId: id, ...rest } = written;
    const common = { id, family: 'incentives', ...rest, changes: told, draftedAt: NOW, draftedBy };
    expect(shown()).toEqual({ ...common, status: 'draft', publishedAt: null, publishedBy: [], revision: 1 });
    world.ask('PublishDraftedPolicy', { version: 2 }, publish(2));
    expect(shown()).toEqual({ ...common, status: 'published', publishedAt: NOW, publishedBy: [pia, pat], revision: 2 });
  });

  it('stores no version that was another when it was drafted', () => {
    const { world } = given(first, drafted);
    const { policyId, effectiveFrom } = drafted.data;
    const other = { policyId, version: 2, effectiveFrom, hash: '', content: lower };
    expect(() => world.record('policy-incentives', [IncentivesPolicyPublished(other)])).toThrow('as it is');
  });
});

describe('PublishIncentivesPolicy', () => {
  it('counts versions, and pins each by its content', () => {
    given(first)
      .when(found('2026-09-01', lower))
      .then(
        IncentivesPolicyPublished({
          ...{ policyId: entityId('pol', uuidOf('publish')), version: 2, effectiveFrom: plainDate('2026-09-01') },
          ...{ hash: digestOf(lower), content: lower },
        }),
      );
  });

  it('tells its id, version and hash', () => {
    given()
      .when(found('2017-01-01'))
      .thenReply({
        status: 201,
        location: '/v1/policies/incentives/1',
        body: {
          ...{ id: entityId('pol', uuidOf('publish')), family: 'incentives', version: 1, status: 'published' },
          ...{ effectiveFrom: '2017-01-01', hash: digestOf(defaultIncentivesPolicy) },
        },
      });
  });

  it('rules from today, counted in the program’s zone, or later; only the first version reaches back', () => {
    given().when(found('2017-01-01')).thenAccepted({ version: 1 });
    given(first).when(found('2026-08-03')).thenAccepted({ version: 2 });
    given(first)
      .when(found('2026-08-02'))
      .thenNotNow('EFFECTIVE_IN_PAST', { figures: { effectiveFrom: '2026-08-02', today: '2026-08-03' } });
  });

  it('says no in this order: unsound, in the past', () => {
    const catalogue = [...defaultIncentivesPolicy.catalogue, defaultIncentivesPolicy.catalogue[0]!];
    given(first)
      .when(found('2017-01-01', { ...defaultIncentivesPolicy, catalogue }))
      .thenNotNow('POLICY_FLAWED', { detail: 'The catalogue names district-onboarded twice.' });
  });
});
