import type { Registry } from '#platform/runtime/as-of/fold-view';
import { things, thingsView, toyCatalogue } from './toy-log';

/** What a folding thread is started with in specs. */
export const registry: Registry = {
  catalogue: toyCatalogue,
  views: [{ view: thingsView, projection: things }],
};
