/** As the form W-9 asks (line 3a); it decides whether payments are reported to the tax office. */
export const TAX_CLASSES = [
  ...(['individual', 'c-corporation', 's-corporation', 'partnership', 'trust-or-estate', 'exempt'] as const),
] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];
