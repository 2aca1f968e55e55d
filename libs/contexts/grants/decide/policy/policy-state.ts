import type { GrantsPolicyDrafted, GrantsPolicyDraftedData } from '#contexts/grants/events/grants-policy-drafted';
import type { GrantsPolicyPublished, GrantsPolicyPublishedData } from '#contexts/grants/events/grants-policy-published';
import { assert, impossible } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

/** A proposed version, and whether it became one. */
interface Draft {
  readonly data: GrantsPolicyDraftedData;
  status: 'draft' | 'published';
  /** Revision of the last event that touched it. */
  touched: number;
}

/** The stream `policy-grants`, folded. */
export interface GrantsPolicyState {
  /** In order of publication. */
  readonly versions: GrantsPolicyPublishedData[];
  readonly drafts: Map<number, Draft>;
  /** The greatest number given so far, to a draft or to a version that was published without one. */
  lastVersion: number;
}

export const initialPolicies = (): GrantsPolicyState => ({ versions: [], drafts: new Map(), lastVersion: 0 });

export function evolvePolicies(state: GrantsPolicyState, recorded: RecordedEvent): GrantsPolicyState {
  const event = recorded as GrantsPolicyDrafted | GrantsPolicyPublished;
  switch (event.type) {
    case 'GrantsPolicyDrafted':
      return drafted(state, event);
    case 'GrantsPolicyPublished':
      return published(state, event);
    default:
      return impossible(event, 'an event of policies');
  }
}

function drafted(state: GrantsPolicyState, { data, revision }: GrantsPolicyDrafted): GrantsPolicyState {
  const { version } = data;
  assert(version === state.lastVersion + 1, 'versions are counted without a gap', { version });
  state.drafts.set(version, { data, status: 'draft', touched: revision });
  state.lastVersion = version;
  return state;
}

function published(state: GrantsPolicyState, { data, revision }: GrantsPolicyPublished): GrantsPolicyState {
  const { version, hash } = data;
  const draft = state.drafts.get(version);
  assert(draft !== undefined || version === state.lastVersion + 1, 'versions are counted without a gap', { version });
  if (draft !== undefined) {
    assert(draft.status === 'draft' && draft.data.hash === hash, 'a draft is published once, as it is', { version });
    Object.assign(draft, { status: 'published', touched: revision });
  }
  state.versions.push(data);
  state.lastVersion = Math.max(version, state.lastVersion);
  return state;
}
