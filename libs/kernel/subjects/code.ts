/**
 * The form in which outcome codes are compared (guarantee G8): NFKC, upper case, without spaces, dashes and characters
 * that print nothing, so that `csp`, `C S P`, full-width letters and a pasted zero-width space are one code.
 */
export function normalCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2212]/gu, '');
}
