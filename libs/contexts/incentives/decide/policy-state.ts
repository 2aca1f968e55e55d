import type {
  IncentivesPolicyDrafted,
  IncentivesPolicyDraftedData,
} from '#contexts/incentives/events/incentives-policy-drafted';
import type {
  IncentivesPolicyPublished,
  IncentivesPolicyPublishedData,
} from '#contexts/incentives/events/incentives-policy-published';
import { assert, impossible } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

/** A proposed version, and whether it became one. */
export interface Draft {
  readonly data: IncentivesPolicyDraftedData;
  status: 'draft' | 'published';
  /** Revision of the last event that touched it. */
  touched: number;
}

/** The stream `policy-incentives`, folded. */
export interface PolicyState {
  /** In order of publication. */
  readonly versions: IncentivesPolicyPublishedData[];
  readonly drafts: Map<number, Draft>;
  /** The greatest number given so far, to a draft or to a version that was published without one. */
  lastVersion: number;
}

export const initialPolicies = (): PolicyState => ({ versions: [], drafts: new Map(), lastVersion: 0 });

export function evolvePolicies(state: PolicyState, recorded: RecordedEvent): PolicyState {
  const event = recorded as IncentivesPolicyDrafted | IncentivesPolicyPublished;
  const { version, hash } = event.data;
  switch (event.type) {
    case 'IncentivesPolicyDrafted':
      assert(version === state.lastVersion + 1, 'versions are counted without a gap', { version });
      state.drafts.set(version, { data: event.data, status: 'draft', touched: event.revision });
      state.lastVersion = version;
      return state;
    case 'IncentivesPolicyPublished': {
      const draft = state.drafts.get(version);
      assert(draft !== undefined || version === state.lastVersion + 1, 'a version has the next number', { version });
      if (draft !== undefined) {
        assert(draft.status === 'draft' && draft.data.hash === hash, 'a draft is published once, as it is', {
          version,
        });
        Object.assign(draft, { status: 'published', touched: event.revision });
      }
      state.versions.push(event.data);
      state.lastVersion = Math.max(version, state.lastVersion);
      return state;
    }
    default:
      return impossible(event, 'an event of policies');
  }
}
