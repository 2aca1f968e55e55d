import { InvariantBroken } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import { check } from '#platform/audit/verify/finding';

/** The object that a stored text holds; stops unless the text is that object's one canonical form (RFC 8785). */
export function canonicalObject(text: string, name: string): Record<string, unknown> {
  const value = parsed(text, name);
  check(isObject(value), `its ${name} is not an object`);
  check(canonicalOrNone(value) === text, `its ${name} is not in canonical form, so it was not written by this program`);
  return value;
}

/** The member, if it is an object. */
export function objectIn(parent: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const value = parent[name];
  return isObject(value) ? value : undefined;
}

/** The member, if it is a text that is not empty. */
export function textIn(parent: Record<string, unknown>, name: string): string | undefined {
  const value = parent[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    check(false, `its ${name} is not JSON`);
  }
}

/** The kernel stops on what JSON bends (a lone surrogate, an unsafe integer); in a log that is a finding, not a bug here. */
function canonicalOrNone(value: unknown): string | undefined {
  try {
    return canonical(value);
  } catch (error) {
    if (error instanceof InvariantBroken) return undefined;
    throw error;
  }
}
