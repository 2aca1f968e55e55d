import { verifyLog } from '#platform/audit/verify/verify-log';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Network } from '#platform/profiles/network';
import { registry } from '#platform/profiles/registry';
import { replayDecisions } from '#platform/runtime/replay/replay-decisions';

/** Every decision of the log, made again, comes out as it was recorded, and no byte of the log is out of place. */
export async function expectSoundLog(log: EventReader): Promise<void> {
  const { deciders, catalogue, folds } = registry;
  const { sequence } = await log.head();
  expect(await verifyLog(log)).toMatchObject({ kind: 'good', size: sequence + 1 });
  for await (const verdict of replayDecisions(log, deciders, catalogue, folds)) {
    if (verdict.verdict !== 'MATCH') throw new Error(`replayed otherwise: ${JSON.stringify(verdict)}`);
  }
}

/** Every view, once at the log's head, has the digest that folding it afresh gives. */
export async function expectTrueViews({ projections, reactions, store }: Network): Promise<void> {
  await reactions.settle();
  const views = registry.views.map(({ view }) => view);
  await projections.waitFor(views, (await store.head()).sequence, 60_000);
  const before = await projections.digests();
  for (const view of views) {
    const rebuilt = await projections.rebuild(view);
    expect(before).toContainEqual(rebuilt);
  }
}
