/** Why a file cannot be read as a table: nothing of it is planned. */
export interface FileFault {
  readonly code: FileFaultCode;
  readonly detail: string;
  /** Physical line in the file, from 1. */
  readonly line?: number;
  /** A column's name, or the place in the line, from 1. */
  readonly column?: string;
  /** What to do so that it can be read. */
  readonly wouldPass: string;
}

export type FileFaultCode =
  | 'EMPTY_FILE'
  | 'FILE_NOT_CSV'
  | 'FILE_ENCODING'
  | 'FILE_DELIMITER'
  | 'FILE_QUOTES'
  | 'FILE_HEADER'
  | 'FILE_TOO_LONG'
  | 'CONTROL_TOTAL';

/** A value, or why there is none. */
export type Read<T> = { readonly ok: T } | { readonly fault: FileFault };

export const fault = (code: FileFaultCode, detail: string, wouldPass: string, at: Place = {}): Read<never> => ({
  fault: { code, detail, ...at, wouldPass },
});

export type Place = Pick<FileFault, 'line' | 'column'>;
