import { canonical } from '#kernel/codec/canonical';
import type { Uuid } from '#kernel/ids/uuid';
import { uuidOf } from '#kernel/ids/uuid';

/**
 * The id of the command that a row becomes, made of what the row is about and of nothing else: whoever imports it, in which
 * file and at which place, it is the same command, and happens once (G24).
 */
export const commandIdOfRow = (command: string, key: readonly string[]): Uuid =>
  uuidOf(canonical(['import', command, ...key]));
