/** What is said of a code everywhere: in the problem document, on its page, in the OpenAPI document. */
export interface ProblemRow {
  readonly status: number;
  readonly title: string;
  /** What the caller can do about it. */
  readonly remedy: string;
  /** A `detail` as it may stand in such a problem. */
  readonly example: string;
}

export const row = (status: number, title: string, remedy: string, example: string): ProblemRow => ({
  status,
  title,
  remedy,
  example,
});
