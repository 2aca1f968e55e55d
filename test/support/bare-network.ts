import { directoryFold, subjectOf } from '#contexts/access/facts/directory';
import type { Directory as Known } from '#contexts/access/facts/directory';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { plainDate } from '#kernel/time/plain-date';
import type { BlobStore } from '#platform/blobs/port/blob-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import { registry } from '#platform/profiles/registry';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { LiveFold } from '#platform/runtime/handle/live-fold';
import type { Subject } from '../../apps/api/auth/directory';
import { Directory } from '../../apps/api/auth/directory';
import type { Network } from '../../apps/api/network';
import { Waiter } from '../../apps/api/network';
import type { FixedClock } from './fixed-clock';

class LiveDirectory extends Directory {
  private readonly fold: LiveFold<Known>;

  constructor(
    store: EventStore,
    private readonly clock: FixedClock,
  ) {
    super();
    this.fold = new LiveFold(directoryFold, store, registry.catalogue);
  }
  async subject(personId: PersonId): Promise<Subject | undefined> {
    return subjectOf(await this.fold.current(), personId, plainDate(this.clock.now().slice(0, 10)));
  }
  async partnerOfSlug(slug: string): Promise<PartnerId | undefined> {
    return (await this.fold.current()).bySlug.get(slug);
  }
  async personOfHandle(handle: string): Promise<PersonId | undefined> {
    return (await this.fold.current()).byHandle.get(handle);
  }
}

class SpecWaiter extends Waiter {
  constructor(readonly reached: Waiter['reached']) {
    super();
  }
}

export interface BareOptions {
  readonly reached?: Waiter['reached'];
  readonly projections?: Network['projections'];
}

/** Deciders over a store, without projections or reactions unless a spec brings them. */
export function bareNetwork(
  store: EventStore,
  { blobs, clock }: { readonly blobs: BlobStore; readonly clock: FixedClock },
  { reached = async () => true, projections }: BareOptions,
): Network {
  const { catalogue, deciders, folds } = registry;
  const facts = new FactsBoard(store, catalogue, folds);
  const patience = (): (() => boolean) => {
    const end = performance.now() + 200;
    return () => performance.now() > end;
  };
  const commands = new CommandRuntime(deciders, { store, catalogue, facts, clock, patience });
  return {
    store,
    commands,
    deciders,
    blobs,
    clock,
    directory: new LiveDirectory(store, clock),
    waiter: new SpecWaiter(reached),
    projections: projections ?? { status: async () => [] },
    close: () => commands.close(),
  };
}
