import { assert } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import type { Registry } from '#platform/runtime/as-of/fold-view';
import type { View } from '#platform/view-store/port/view';
import type { Thing } from './toy-log';
import { things, thingsView, toyCatalogue } from './toy-log';

/** The same documents, by a fold that cannot take an event by which a thing grows by 13 cents. */
export const brittleView: View<Thing> = { ...thingsView, name: 'brittle' };
const brittle: Projection<Thing> = {
  ...things,
  view: brittleView,
  fold: (thing, event, key) => {
    assert((event.data as { readonly cents?: number }).cents !== 13, 'grown by 13');
    return things.fold(thing, event, key);
  },
};

/** What a folding thread is started with in specs. */
export const registry: Registry = {
  catalogue: toyCatalogue,
  views: [
    { view: thingsView, projection: things },
    { view: brittleView, projection: brittle },
  ],
};
