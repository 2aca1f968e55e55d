import type { BlobStore } from '#platform/blobs/port/blob-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { Jobs } from '#platform/jobs/port/jobs';
import type { Network } from '#platform/profiles/network';
import { registry } from '#platform/profiles/registry';
import { AsOf } from '#platform/runtime/as-of/as-of';
import type { Folder } from '#platform/runtime/as-of/folder';
import type { Clock } from '#platform/runtime/clock';
import { DeadlineBoard } from '#platform/runtime/deadlines/deadline-board';
import { ErasableBlobs } from '#platform/runtime/erase/erasable-blobs';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { ProjectionBoard } from '#platform/runtime/project/projection-board';
import { ReactionBoard } from '#platform/runtime/react/reaction-board';
import type { ViewStore } from '#platform/view-store/port/view-store';

export interface Engines {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly blobs: BlobStore;
  readonly jobs: Jobs;
  readonly folder: Folder;
  readonly clock: Clock;
  readonly delay?: () => Promise<void>;
  /** Manual: nothing happens by itself, only when `reactions.settle()` or `deadlines.settle()` is called. A simulation says when that is. */
  readonly reactions?: 'live' | 'manual';
}

/** How long a batch of commands may stay unresolved before its callers are told "unknown" (G15). */
const PATIENCE_MS = 2_000;

/** Sets the business going on the engines that a profile has chosen. */
export async function runNetwork(engines: Engines): Promise<Network> {
  const { store, views, jobs, folder, clock } = engines;
  const { catalogue, deciders, folds } = registry;
  const blobs = new ErasableBlobs(engines.blobs, store, catalogue, registry.erasures);
  const facts = new FactsBoard(store, catalogue, folds);
  const commands = new CommandRuntime(deciders, { store, catalogue, facts, clock, patience });
  const delay = engines.delay === undefined ? {} : { delay: engines.delay };
  const projections = new ProjectionBoard(registry.views, { log: store, views, catalogue, ...delay });
  const reactions = new ReactionBoard(registry.reactions, { store, catalogue, commands, views }, jobs);
  const deadlines = new DeadlineBoard(registry.deadlines, { store, catalogue, commands, clock }, jobs);
  const asOf = new AsOf({ log: store, folder });
  await projections.dropViewsBeyond((await store.head()).sequence);
  projections.start();
  if (engines.reactions !== 'manual') {
    reactions.start();
    deadlines.start();
  }
  const close = async (): Promise<void> => {
    await commands.close();
    deadlines.stop();
    await reactions.stop();
    await projections.stop();
    await blobs.close();
    await folder.close();
    await views.close();
    await store.close();
  };
  const parts = { store, catalogue, folds, commands, facts, views, projections, reactions, deadlines };
  return { ...parts, asOf, blobs, clock, close };
}

function patience(): () => boolean {
  const end = performance.now() + PATIENCE_MS;
  return () => performance.now() > end;
}
