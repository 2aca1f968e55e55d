import { assert } from '#kernel/assert/assert';
import type { PartnerId } from '#kernel/ids/entity-id';

/** How a field of a document may be asked for: the names are the document's own top-level members. */
export type FieldKind = 'text' | 'integer' | 'boolean';

/** A kind of document: its name and version, whose it is, and by which of its members it may be filtered and sorted. */
export interface View<Document extends object> {
  readonly name: string;
  readonly version: number;
  partnerOf(document: Document): PartnerId | null;
  readonly fields: { readonly [K in keyof Document & string]?: FieldKind };
  /** Members in cents whose sums stand under a list. */
  readonly totals: readonly (keyof Document & string)[];
}

// Stores keep documents of many types; each view is typed where it is declared.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyView = View<any>;

/** The name under which a store keeps a view: `view_cap_usage_v1`. A new version is another name, built beside the old. */
export function tableOf({ name, version }: { readonly name: string; readonly version: number }): string {
  assert(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name), 'a view is named like cap-usage', { name });
  assert(Number.isSafeInteger(version) && version >= 1, 'a view version counts from 1', { name, version });
  return `view_${name.replaceAll('-', '_')}_v${version}`;
}
