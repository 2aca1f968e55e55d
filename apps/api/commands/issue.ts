import type { Requested } from '#kernel/requested/requested';
import type { ProblemCode } from '../http/problems';
import type { Parameter } from '../reads/query/parameter';

/** What has to be said of a command's address; all else follows from the command's class. */
export interface Issue {
  /** As deciders and permissions know it. */
  readonly name: string;
  readonly command: new () => Requested;
  /** The controller's path, and what stands behind it: `v1/claims`, `:id/approve`. */
  readonly under: string;
  readonly at?: string;
  /** In the OpenAPI document: `claims.approve`. */
  readonly operationId: string;
  readonly summary: string;
  readonly answers: 200 | 201 | 202;
  /** Codes that its decider may answer, beside those of every command. */
  readonly codes: readonly ProblemCode[];
  /** A reply as the OpenAPI document shows it. */
  readonly example: object;
  /** A body that can be pasted, where one made of its fields alone would be refused. */
  readonly body?: object;
  readonly takesFile?: true;
  /** Query parameters beside `dryRun`. */
  readonly parameters?: readonly Parameter[];
  /** Takes two people: it is stored as a pending approval, and issued when another person confirms it. */
  readonly twoPeople?: true;
  /** What a dry run decides in its place, where one person cannot try an act of two. */
  readonly triedAs?: { readonly name: string; readonly command: new () => Requested; readonly example: object };
}
