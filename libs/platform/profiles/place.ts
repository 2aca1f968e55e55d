/** Where a network lies. */
export interface Place {
  /** DATA_DIR: in the embedded profile all of it; in the cluster what is this process's own. */
  readonly directory: string;
  /** EVENTSTORE_URL of the cluster profile; absent in the embedded one. */
  readonly eventStoreUrl?: string;
}

/** The settings (interface.md section 1) that say where. */
export interface PlaceSettings {
  readonly PROFILE: 'embedded' | 'cluster';
  readonly DATA_DIR: string;
  readonly EVENTSTORE_URL?: string;
}

/** The place that the settings name. */
export function placeOf({ PROFILE, DATA_DIR: directory, EVENTSTORE_URL }: PlaceSettings): Place {
  return PROFILE === 'cluster' && EVENTSTORE_URL !== undefined
    ? { directory, eventStoreUrl: EVENTSTORE_URL }
    : { directory };
}
