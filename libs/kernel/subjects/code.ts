/**
 * The form in which outcome codes are compared (guarantee G8): NFKC, upper case, without spaces, dashes and characters
 * that print nothing, so that `csp`, `C S P`, full-width letters and a pasted zero-width space are one code.
 */
export function normalCode(text: string): string {
  // Most are in that form already, and finding that out costs a tenth.
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2212]/gu, '');
}

const PLAIN = /^[A-Z0-9]*$/;
