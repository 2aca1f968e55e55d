import type { TreeHead } from '#platform/audit/verify/verification';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { UsageError } from '../shell/exit';
import type { Task } from '../shell/task';

/**
 * A tree head that somebody kept: what `rpn verify --json` printed, or a C2SP `tlog-checkpoint` note, of which the body
 * (origin, size, root in base64) is read. `-` is standard input. The note's signatures are not checked yet.
 */
export async function readCheckpoint({ io }: Task, path: string): Promise<TreeHead> {
  const kept = path === '-' ? await text(io.stdin) : readFileSync(path, 'utf8');
  const head = kept.trimStart().startsWith('{') ? fromJson(kept) : fromNote(kept);
  if (head === undefined) {
    throw new UsageError(
      `${path} is no checkpoint: it has to be a note (origin, size and root in base64, a line each) or {"size": …, "root": …}.`,
    );
  }
  return head;
}

function fromNote(note: string): TreeHead | undefined {
  const [origin = '', size = '', root = ''] = note.split('\n');
  return origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) ? undefined : treeHead(Number(size), root.trim());
}

function fromJson(json: string): TreeHead | undefined {
  try {
    const { size, root } = JSON.parse(json) as { readonly size?: unknown; readonly root?: unknown };
    return typeof size === 'number' && typeof root === 'string' ? treeHead(size, root) : undefined;
  } catch {
    return undefined;
  }
}

/** The root is 32 bytes, as 64 hexadecimal digits or in base64. */
function treeHead(size: number, root: string): TreeHead | undefined {
  const bytes = /^[0-9a-f]{64}$/i.test(root) ? Buffer.from(root, 'hex') : Buffer.from(root, 'base64');
  return bytes.length === 32 && Number.isSafeInteger(size) && size >= 0 ? { size, root: bytes } : undefined;
}
