import { assert } from '#kernel/assert/assert';
import type { PolicyPin } from '#kernel/decider/event';
import type { PlainDate } from '#kernel/time/plain-date';

/** A version of a family's rules, as its events say it. */
export interface PolicyVersion {
  readonly version: number;
  readonly effectiveFrom: PlainDate;
  readonly hash: string;
}
/** A version that is proposed, and the one that it was written against. */
export interface PolicyDraft extends PolicyVersion {
  readonly replaces: PolicyPin;
}

/** A proposed version, and whether it became one. */
interface Draft<Drafted> {
  readonly data: Drafted;
  status: 'draft' | 'published';
  /** Revision of the last event that touched it. */
  touched: number;
}

/** The stream of a family of policies, folded. */
export interface PolicyFamily<Published extends PolicyVersion, Drafted extends PolicyDraft> {
  /** In order of publication. */
  readonly versions: Published[];
  readonly drafts: Map<number, Draft<Drafted>>;
  /** The greatest number given so far, to a draft or to a version that was published without one. */
  lastVersion: number;
}
type Of<Published extends PolicyVersion, Drafted extends PolicyDraft> = PolicyFamily<Published, Drafted>;

export const initialFamily = <P extends PolicyVersion, D extends PolicyDraft>(): Of<P, D> => ({
  versions: [],
  drafts: new Map(),
  lastVersion: 0,
});

/** The next state after a draft. It owns and changes the state it is given. */
export function drafted<P extends PolicyVersion, D extends PolicyDraft>(
  state: Of<P, D>,
  { data, revision }: { readonly data: D; readonly revision: number },
): Of<P, D> {
  const { version } = data;
  assert(version === state.lastVersion + 1, 'versions are counted without a gap', { version });
  state.drafts.set(version, { data, status: 'draft', touched: revision });
  state.lastVersion = version;
  return state;
}

/** The next state after a publication, of a draft as it is or of a version without one. */
export function published<P extends PolicyVersion, D extends PolicyDraft>(
  state: Of<P, D>,
  { data, revision }: { readonly data: P; readonly revision: number },
): Of<P, D> {
  const { version, hash } = data;
  const draft = state.drafts.get(version);
  assert(draft !== undefined || version === state.lastVersion + 1, 'a version has the next number', { version });
  if (draft !== undefined) {
    assert(draft.status === 'draft' && draft.data.hash === hash, 'a draft is published once, as it is', { version });
    Object.assign(draft, { status: 'published', touched: revision });
  }
  state.versions.push(data);
  state.lastVersion = Math.max(version, state.lastVersion);
  return state;
}
