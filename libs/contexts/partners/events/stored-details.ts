/** What must not stand in the log (names, tax ids, bank accounts): a salted file by its SHA-256, which can be erased. */
export interface StoredDetails {
  readonly sha256: string;
  readonly bytes: number;
}
