import type { Uuid } from '#kernel/ids/uuid';
import { uuidV5 } from '#kernel/ids/uuid';

/** What an id names, by its prefix (interface.md section 3). */
export type Prefix =
  | 'ptr' // partner
  | 'per' // person
  | 'pol' // policy version
  | 'out' // outcome
  | 'clm' // claim
  | 'prp' // proposal
  | 'awd' // award
  | 'apr' // pending approval
  | 'dec' // decision
  | 'pay' // payable
  | 'bat' // payout batch
  | 'rcv' // receivable
  | 'imp'; // import

/** `clm_` and 26 lower-case base32 characters (RFC 4648, no padding) of a UUID. */
export type EntityId<P extends Prefix = Prefix> = `${P}_${string}`;
export type PartnerId = EntityId<'ptr'>;
export type PersonId = EntityId<'per'>;
export type ApprovalId = EntityId<'apr'>;
export type PolicyId = EntityId<'pol'>;
export type ClaimId = EntityId<'clm'>;
export type ProposalId = EntityId<'prp'>;
export type AwardId = EntityId<'awd'>;
export type DecisionId = EntityId<'dec'>;
export type PayableId = EntityId<'pay'>;
export type BatchId = EntityId<'bat'>;
export type ReceivableId = EntityId<'rcv'>;
export type ImportId = EntityId<'imp'>;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The id of a thing that a command made. One command makes at most one thing of a kind, so the command's id and the
 * prefix are enough; a retry names the same thing.
 */
export function entityId<P extends Prefix>(prefix: P, commandId: Uuid): EntityId<P> {
  return `${prefix}_${base32(uuidV5(commandId, prefix))}`;
}

/** True for an id of this prefix in its exact shape; upper case and other lengths are not ids. */
export function isEntityId<P extends Prefix>(prefix: P, text: unknown): text is EntityId<P> {
  return (
    typeof text === 'string' && text.startsWith(`${prefix}_`) && /^[a-z2-7]{26}$/.test(text.slice(prefix.length + 1))
  );
}

/** 128 bits in 26 characters of five bits; the last character carries three. */
function base32(uuid: Uuid): string {
  let text = '';
  let bits = 0;
  let waiting = 0;
  for (const byte of Buffer.from(uuid.replaceAll('-', ''), 'hex')) {
    bits = (bits << 8) | byte;
    waiting += 8;
    while (waiting >= 5) {
      waiting -= 5;
      text += ALPHABET.charAt((bits >>> waiting) & 31);
    }
    bits &= (1 << waiting) - 1;
  }
  return text + ALPHABET.charAt((bits << (5 - waiting)) & 31);
}
