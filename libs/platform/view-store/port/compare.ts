/** A value that a view may be asked by; null where the document lacks the member. */
export type FieldValue = string | number | boolean | null;

/**
 * Text order by code point, which is the order of the UTF-8 bytes and therefore that of SQLite and MongoDB. JavaScript's
 * own `<` goes by UTF-16 unit and puts U+1F600 before U+FB01; two stores must not give two pages.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

/** Null first, then the values of one kind in their order; false before true. */
export function compareValues(a: FieldValue, b: FieldValue): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b);
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
