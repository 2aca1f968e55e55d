import { STATE_BY_FIPS } from '#kernel/subjects/states';

/** Whom an outcome is about: `lea:0100390`, `school:010039000001`, `cohort:…` or a provisional `local:…` (domain.md section 1). */
export type SubjectKind = 'district' | 'school' | 'cohort';
export type SubjectId = `lea:${string}` | `school:${string}` | `cohort:${string}` | `local:${string}`;

export interface Subject {
  readonly id: SubjectId;
  /** A provisional id may stand for a district or a school; its kind is not in the id. */
  readonly kinds: readonly SubjectKind[];
  /** Postal code of the state, where the id tells it. */
  readonly state?: string;
}

/** Reads a subject id; undefined for a wrong shape or an impossible state code. */
export function parseSubjectId(text: string): Subject | undefined {
  const id = text as SubjectId;
  const nces = /^(?:lea:(\d{2})\d{5}|school:(\d{2})\d{10})$/.exec(text);
  if (nces !== null) {
    const state = STATE_BY_FIPS[nces[1] ?? nces[2] ?? ''];
    if (state === undefined) return undefined;
    return { id, kinds: [text.startsWith('lea:') ? 'district' : 'school'], state };
  }
  if (/^cohort:[a-z0-9][a-z0-9-]{0,63}$/.test(text)) return { id, kinds: ['cohort'] };
  if (/^local:[a-z0-9][a-z0-9-]{0,63}$/.test(text)) return { id, kinds: ['district', 'school'] };
  return undefined;
}
