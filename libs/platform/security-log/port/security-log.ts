import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** A denial, an export or a look at sealed details, as it happened: who, what, where from, and how to find it in the other logs (AU-3). */
export interface SecurityNote {
  readonly at: Instant;
  readonly kind: SecurityKind;
  /** Of a denial its code, `FORBIDDEN`; of an export the file's name; of a look which details. */
  readonly what: string;
  /** Null where nobody was known: the token was missing or false. */
  readonly person: PersonId | null;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string;
  /** The address that the request came from. */
  readonly from: string;
  /** Of a look: which partner's details they were; null where that was not written down. */
  readonly whose?: PartnerId | null;
  /** Of a 404: whether the thing is there and was not the asker's to see. */
  readonly isOthers?: boolean;
  /** Lines like it that were left out: nobody fills the log. */
  readonly leftOut?: number;
}

export const SECURITY_KINDS = ['denial', 'export', 'look'] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

/** Details that lie beside the log, sealed: what a payee told us. */
export type DetailsKind = 'bank-account' | 'w9';

/** A note with its place: numbers rise, from 0 without a gap. */
export interface SecurityEntry extends SecurityNote {
  readonly number: number;
}

export interface SecurityFind {
  /** Only entries behind this number; −1 for all. */
  readonly after: number;
  readonly limit: number;
  readonly kind?: SecurityKind | undefined;
  readonly person?: string | undefined;
}

/**
 * Who was refused and who took what away (G31). Apart from the log of events: nothing of the business changed, and a
 * stranger's guesses must not make the ledger grow (G23). One contract suite (test/contracts/security-log) for all adapters.
 */
export abstract class SecurityLog {
  /** Takes a note; kept within a moment, and before `flush` resolves. */
  abstract note(note: SecurityNote): void;
  /** Resolves when every note so far is kept; rejects when it cannot be. */
  abstract flush(): Promise<void>;
  abstract find(find: SecurityFind): Promise<readonly SecurityEntry[]>;
  /** Keeps what it was told and lets go. */
  abstract close(): Promise<void>;
}
