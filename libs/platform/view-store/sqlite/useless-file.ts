import { failureOf } from '#platform/event-store/sqlite/driver';

/** views.db cannot be what this release wrote. */
export class UselessFile extends Error {}

/** True when only a new file helps. A file that is busy, or a full disk, is no reason to delete anything. */
export function isUseless(error: unknown): boolean {
  return error instanceof UselessFile || failureOf(error).kind === 'corrupt';
}

/** While opening, also what SQLite refuses for reasons that a new file would not have: its mode, tables of another make. */
export function isRefused(error: unknown): boolean {
  const { kind, why } = failureOf(error);
  return kind === 'unreachable' || (kind === 'other' && /\((SQLITE_\w+|\d+)\)$/.test(why));
}

/** Reads a body; one that is no JSON was damaged where SQLite keeps no checksums. */
export function parseBody<D extends object>({ key, body }: { readonly key: string; readonly body: string }): D {
  try {
    return JSON.parse(body) as D;
  } catch (cause) {
    throw new UselessFile(`the document ${key} is no JSON`, { cause });
  }
}
