import { canonical } from '#kernel/codec/canonical';
import { hash } from 'node:crypto';

declare const kind: unique symbol;
/** An RFC 9562 UUID in lower case. */
export type Uuid = string & { readonly [kind]: 'uuid' };

// UUIDv5(DNS namespace, "regional-partner-network"): the namespace of every id of this product. It never changes.
const NAMESPACE = 'f06df1d4-1678-5fd0-956b-aa9c05175d26' as Uuid;
const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads a UUID, bare or in double quotes (as `Idempotency-Key` may be sent); undefined when it is none. */
export function parseUuid(text: string): Uuid | undefined {
  const bare = (/^"(.*)"$/.exec(text)?.[1] ?? text).toLowerCase();
  return SHAPE.test(bare) ? (bare as Uuid) : undefined;
}

/** UUIDv5 (RFC 9562 section 5.5): the same namespace and name, the same id, on every machine. */
export function uuidV5(namespace: Uuid, name: string): Uuid {
  const bytes = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]);
  const hex = hash('sha1', bytes);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Uuid;
}

/** UUIDv5 of a name in this product's namespace. */
export function uuidOf(name: string): Uuid {
  return uuidV5(NAMESPACE, name);
}

/** Where a command came from; the retry of a command has the same origin and therefore the same id (G3). */
export interface CommandOrigin {
  readonly issuer: string;
  readonly subject: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
}

/** `commandId = UUIDv5(JCS([issuer, subject, method, path, key]))`. */
export function commandIdOf({ issuer, subject, method, path, key }: CommandOrigin): Uuid {
  return uuidOf(canonical([issuer, subject, method, path, key]));
}

/** The id of a command's event: UUIDv5(commandId, index). A resent command makes the same ids. */
export function eventIdOf(commandId: Uuid, index: number): Uuid {
  return uuidV5(commandId, String(index));
}
