import type { Who } from './cast';
import { EVERYBODY, OF_ALPHA, OF_BETA } from './cast';
import type { Thing } from './things';

/** A status, or the code of a 403 that is more than a missing role. No 409: a cell that is allowed does the act. */
export type Answer = 200 | 404 | 'SOD';
export type Things = Readonly<Record<Thing, string>>;
type Answers = Partial<Record<Who, Answer | undefined>>;

/** One address: what stands for `{id}`, what is sent, and what each person is answered. */
export interface Row {
  readonly id?: Thing;
  readonly body?: (things: Things) => object;
  readonly query?: string;
  /** When it is asked, where the act has its day: as a dry run, so that nothing is later for what comes after. */
  readonly at?: string;
  /** Nobody has to sign in. */
  readonly isPublic?: true;
  readonly answers: Answers;
}

export const all = (answer: Answer, ...people: readonly Who[]): Answers =>
  Object.fromEntries(people.map((who) => [who, answer]));
export const but = (answers: Answers, ...more: readonly Answers[]): Answers =>
  Object.assign({}, answers, ...more) as Answers;

// Who answers what, in the words of the permission table. Whoever is not named is refused for want of a role.
export const PROGRAM = all(200, 'program', 'involved', 'asker', 'both');
export const SIGNED_IN = all(200, ...EVERYBODY.filter((who) => who !== 'gone'));
export const WITH_A_ROLE = but(SIGNED_IN, { roleless: undefined, left: undefined });
/** What is the partner's: its staff and whoever may read its records; absent to the other partner's like. */
export const STAFF = but(all(200, 'own', 'mate', 'both'), { other: 404 });
export const READERS = but(PROGRAM, all(200, 'finance', 'auditor', 'own', 'mate', 'manager'));
export const OTHERS_404 = all(404, 'other', 'other-manager');
export const LISTS = but(READERS, all(200, 'other', 'other-manager'));
export const ADMIN = all(200, 'admin');
export const APPROVALS = but(PROGRAM, ADMIN, all(200, 'finance', 'auditor'));
/** A decision on alpha's money: not for whoever holds a duty on it, nor for whoever works for alpha. */
export const DECIDES = but(PROGRAM, all('SOD', 'involved', 'both'));

export const reason = (): object => ({ reason: 'So it is.' });
export const nothing = (): object => ({});

export const read = (answers: Answers, more: Omit<Row, 'answers'> = {}): Row => ({ ...more, answers });
export const post = (answers: Answers, id: Thing | undefined, body: (things: Things) => object): Row => ({
  ...(id === undefined ? {} : { id }),
  body,
  answers,
});
export const at = (instant: string, row: Row): Row => ({ ...row, at: instant });
export const open = (id?: Thing): Row => ({ isPublic: true, answers: SIGNED_IN, ...(id === undefined ? {} : { id }) });
export const NETWORK = but(PROGRAM, all(200, 'finance', 'auditor'));
/** Whoever has no role of the network sees no draft of a policy. */
export const DRAFTS = but(WITH_A_ROLE, all(404, ...OF_ALPHA, ...OF_BETA));
export const REVIEWERS = all(200, 'reviewer', 'second-reviewer', 'other-reviewer');
/** An import is absent to all but whoever brought it, and auditors. */
export const IMPORTS = but(all(404, ...EVERYBODY), all(200, 'asker', 'auditor'));
export const APPLIES = but(all(404, 'program', 'involved', 'both', 'own', 'mate', 'other', 'admin'), { asker: 200 });
