import type { PlainDate } from '#kernel/time/plain-date';

/** One stream, one district: null until it signs up. */
export interface DistrictState {
  signUp: { readonly signedOn: PlainDate; readonly tier: number } | null;
  /** Revision of the last event that touched it. */
  touched: number | undefined;
}
