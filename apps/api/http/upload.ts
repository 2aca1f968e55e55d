import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problems';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** What one part of a form may be: checked while it streams in, so nothing larger is ever held. */
export const UPLOAD_LIMITS = { fileSize: MAX_FILE_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20 } as const;

/** Judged by content; a name or a declared type proves nothing. Text kinds have no signature, so none is taken. */
const TAKEN = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/** The bytes of the one field `file`. */
export async function readUpload(request: FastifyRequest): Promise<Uint8Array> {
  const part = await firstPart(request);
  if (part?.fieldname !== 'file') {
    part?.file.resume();
    throw new ProblemError('UPLOAD_FORM', 'Expected one part named “file”, and nothing else.');
  }
  const bytes = await part.toBuffer();
  if (bytes.length === 0) throw new ProblemError('EMPTY_FILE', 'The file has 0 bytes.');
  return bytes;
}

/** The media type of the content; stops on one that is not taken as evidence. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string> {
  // Loaded by the first who sends a file: a start waits for nothing that it does not need.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found !== undefined && TAKEN.has(found.mime)) return found.mime;
  throw new ProblemError('FILE_TYPE', 'The content is none of PDF, PNG, JPEG, WebP, DOCX, XLSX.');
}

async function firstPart(request: FastifyRequest): Promise<MultipartFile | undefined> {
  if (!request.isMultipart())
    throw new ProblemError('UPLOAD_FORM', 'Expected multipart/form-data with one part named “file”.');
  try {
    return await request.file();
  } catch (error) {
    // busboy says what it does not like about a form in plain errors without a code.
    if ((error as { readonly code?: string }).code !== undefined) throw error;
    throw new ProblemError('UPLOAD_FORM', 'The form cannot be read.');
  }
}
