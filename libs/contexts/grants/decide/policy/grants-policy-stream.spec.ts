import { grantsPolicyStream } from '#contexts/grants/decide/policy/grants-policy-stream';
import { GrantsPolicyDrafted } from '#contexts/grants/events/grants-policy-drafted';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { grantsPoliciesProjection } from '#contexts/grants/projections/policies';
import { digestOf } from '#kernel/codec/digest';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { plainDate } from '#kernel/time/plain-date';
import { specification } from '../../../../../test/support/given-when-then';
import { asked, pinOf, publishedGrants } from '../../../../../test/support/grants';
import { pat, pia } from '../../../../../test/support/network';

// 23:30 on 3 August in Los Angeles, the 4th elsewhere.
const NOW = '2026-08-04T06:30:00.000Z';
const { given } = specification([grantsPolicyStream], 'policy-grants', NOW);
const first = publishedGrants(defaultGrantsPolicy);
const shorter = { ...defaultGrantsPolicy, acceptanceDays: 21 };
const changes = [{ at: 'acceptanceDays', before: 30, after: 21 }];
const found = (effectiveFrom: string, content: object = defaultGrantsPolicy) =>
  asked('PublishGrantsPolicy', { effectiveFrom, content, key: 'policy' });
const draft = (effectiveFrom: string, content: object = shorter, key = 'draft') => ({
  ...{ name: 'DraftGrantsPolicy', key, by: pia, role: 'program-staff' },
  payload: { effectiveFrom, content },
});
const publish = (version: number, more: object = {}) => ({
  ...{ name: 'PublishDraftedGrantsPolicy', payload: { version }, by: pat, onBehalfOf: pia, role: 'program-staff' },
  ...more,
});
const drafted = GrantsPolicyDrafted({
  ...{ policyId: entityId('pol', uuidOf('draft')), version: 2, effectiveFrom: plainDate('2026-09-01') },
  ...{ hash: digestOf(shorter), content: shorter, changes, draftedBy: [pia] },
  replaces: pinOf(),
});

describe('DraftGrantsPolicy', () => {
  it('takes the next number, pins the content, and says what it would change', () => {
    given(first).when(draft('2026-09-01')).then(drafted);
    const { policyId: id, draftedBy: _by, content: _content, ...rest } = drafted.data;
    given(first)
      .when(draft('2026-09-01'))
      .thenReply({
        status: 201,
        location: '/v1/policies/grants/2',
        body: { id, family: 'grants', status: 'draft', ...rest },
      });
  });

  it('is compared with the version that would rule on its first day, and counts on after drafts', () => {
    const planned = publishedGrants(shorter, 2, '2027-01-01');
    given(first, planned)
      .when(draft('2026-09-01'))
      .thenAccepted({ version: 3, replaces: { version: 1 }, changes })
      .when(draft('2027-01-01', shorter, 'another'))
      .thenAccepted({ version: 4, replaces: { version: 2 }, changes: [] });
  });

  it('is told at once all that the linter finds, a day that is over first', () => {
    given(first)
      .when(draft('2026-08-02', { ...shorter, partialPercent: 101, reportDays: -1 }))
      .thenNotNow('POLICY_FLAWED', {
        status: 422,
        figures: { flaws: 3 },
        errors: [
          {
            ...{ pointer: '#/effectiveFrom', code: 'EFFECTIVE_IN_PAST' },
            detail:
              'A policy never takes effect in the past: it is 2026-08-03, and this one would rule from 2026-08-02.',
          },
          {
            ...{ pointer: '#/content/partialPercent', code: 'INTEGER' },
            detail: 'The least part of an award is no percentage.',
          },
          {
            ...{ pointer: '#/content/reportDays', code: 'INTEGER' },
            detail: 'The days to report are no number of days.',
          },
        ],
      });
    given(first).when(draft('2026-08-03')).thenAccepted();
  });

  it('says no in this order: no version to change, unsound', () => {
    const unsound = { ...shorter, reportDays: -1 };
    given().when(draft('2026-09-01', unsound)).thenNotNow('POLICY_MISSING');
    given(first).when(draft('2026-09-01', unsound)).thenNotNow('POLICY_FLAWED');
  });
});

describe('PublishDraftedGrantsPolicy', () => {
  it('makes the draft a version, as it is', () => {
    const { policyId, version, effectiveFrom, hash, content } = drafted.data;
    given(first, drafted)
      .when(publish(2))
      .then(GrantsPolicyPublished({ policyId, version, effectiveFrom, hash, content }));
  });

  it('says no in this order: absent, published, its day over, outdated', () => {
    given(first, drafted).when(publish(3)).thenNotNow('NOT_FOUND', { status: 404 });
    const late = { at: '2026-09-02T07:00:00.000Z' };
    given(first, drafted).when(publish(2)).thenAccepted().when(publish(2, late)).thenNotNow('NOT_OPEN');
    const outdated = given(first, drafted, publishedGrants(defaultGrantsPolicy, 3, '2026-08-10'));
    outdated
      .when(publish(2, late))
      .thenNotNow('EFFECTIVE_IN_PAST', { figures: { effectiveFrom: '2026-09-01', today: '2026-09-02' } });
    outdated.when(publish(2)).thenNotNow('DRAFT_OUTDATED', { figures: { draftedAgainst: 1, inForce: 3 } });
  });

  it('shows a draft with its author, then with the two who wanted it', () => {
    const { world } = given(first).when(draft('2026-09-01')).thenAccepted();
    const shown = () => world.documents(grantsPoliciesProjection).get('2');
    const { policyId: id, ...rest } = drafted.data;
    const common = { id, family: 'grants', ...rest, draftedAt: NOW };
    expect(shown()).toEqual({ ...common, status: 'draft', publishedAt: null, publishedBy: [], revision: 1 });
    world.ask('PublishDraftedGrantsPolicy', { version: 2 }, publish(2));
    expect(shown()).toEqual({ ...common, status: 'published', publishedAt: NOW, publishedBy: [pia, pat], revision: 2 });
  });

  it('stores no version that was another when it was drafted', () => {
    const { world } = given(first, drafted);
    const { policyId, effectiveFrom } = drafted.data;
    const other = { policyId, version: 2, effectiveFrom, hash: '', content: shorter };
    expect(() => world.record('policy-grants', [GrantsPolicyPublished(other)])).toThrow('as it is');
  });
});

describe('PublishGrantsPolicy', () => {
  it('keeps the version whole; the first may rule the past', () => {
    const id = entityId('pol', uuidOf('policy'));
    const hash = digestOf(defaultGrantsPolicy);
    given()
      .when(found('2017-01-01'))
      .then(
        GrantsPolicyPublished({
          ...{ policyId: id, version: 1, effectiveFrom: plainDate('2017-01-01'), hash, content: defaultGrantsPolicy },
        }),
      );
  });

  it('says no in this order: flawed, in the past', () => {
    given(first)
      .when(found('2026-08-02', { ...defaultGrantsPolicy, partialPercent: 101 }))
      .thenNotNow('POLICY_FLAWED');
    given(first).when(found('2026-08-02')).thenNotNow('EFFECTIVE_IN_PAST');
    given(first)
      .when(found('2026-08-03'))
      .thenAccepted({ version: 2 })
      .when({ ...found('2026-08-05'), key: 'next' })
      .thenAccepted({ version: 3 });
  });

  it('tells the new version', () => {
    const { asked: told } = given().when(found('2017-01-01'));
    expect(told.reply).toMatchObject({ status: 201, location: '/v1/policies/grants/1', body: { family: 'grants' } });
  });
});
