import type { Json } from '#kernel/codec/canonical';
import { canonical } from '#kernel/codec/canonical';

/** A member of the rules that is another in a new version; null where it is not there. */
export interface PolicyChange {
  /** Where: outcomes by their type, as in `catalogue.course-launched.amount.amountCents`. */
  readonly at: string;
  readonly before: Json;
  readonly after: Json;
}

type Members = Readonly<Record<string, Json>>;

/** What one object changes of another, by the names of the members; empty when both say the same. */
export function changesOf(before: object, after: object): readonly PolicyChange[] {
  return changes('', plain(before), plain(after));
}

/** Parsed again, for the members of a command are objects of classes. */
const plain = (value: object): Members => JSON.parse(canonical(value)) as Members;

function changes(at: string, before: Members, after: Members): PolicyChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) =>
    changed(at === '' ? name : `${at}.${name}`, before[name] ?? null, after[name] ?? null),
  );
}

/** Objects are looked into; lists and what came or went are told whole. */
function changed(at: string, before: Json, after: Json): PolicyChange[] {
  if (isMembers(before) && isMembers(after)) return changes(at, before, after);
  return canonical(before) === canonical(after) ? [] : [{ at, before, after }];
}

const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
