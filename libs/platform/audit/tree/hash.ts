import type { StoredEvent } from '#platform/event-store/port/stored-event';
import { canonicalEvent } from '#platform/event-store/port/stored-event';
import { hash } from 'node:crypto';

/** A SHA-256 digest: 32 bytes. */
export type Hash = Buffer;

// The prefixes keep a leaf from being passed off as a node and the other way round (RFC 6962 section 2.1).
const LEAF = '\0';
const NODE = Buffer.of(0x01);

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Hash = hash('sha256', '', 'buffer');

/** SHA-256(0x00 ‖ bytes); a text is hashed as UTF-8. In one call each, for a `Hash` object costs more than its hashing. */
export function leafHash(bytes: string | Uint8Array): Hash {
  const whole = typeof bytes === 'string' ? LEAF + bytes : Buffer.concat([Buffer.from(LEAF), bytes]);
  return hash('sha256', whole, 'buffer');
}

/** The leaf of an event: over its canonical bytes. Its index in the tree is its sequence. */
export function leafOfEvent(event: StoredEvent): Hash {
  return leafHash(canonicalEvent(event));
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
