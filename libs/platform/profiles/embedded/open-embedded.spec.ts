import { claimsView } from '#contexts/incentives/views/claims';
import { START } from '#platform/event-store/port/event-store';
import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { registry } from '#platform/profiles/registry';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { temporaryFolder } from '../../../../test/support/temporary-folder';

describe('an embedded network', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('drops what an earlier release kept in views.db, and keeps the places of its reactions', async () => {
    const at = { sequence: 0, knownAt: null, cursor: '' };
    const older = { ...claimsView, version: 99 };
    const marker = {
      ...claimsView,
      name: `reaction-${registry.reactions[0]!.name}`,
      version: 1,
      fields: {},
      totals: [],
    };
    const earlier = new SqliteViewStore(join(folder.path, 'views.db'));
    for (const view of [older, marker]) await earlier.apply(view, START, new Map(), at);
    await earlier.close();

    const network = await openEmbedded({ directory: folder.path, reactions: 'manual' });
    while ((await network.views.checkpoint(older)).sequence !== -1) await setTimeout(5);
    expect((await network.views.checkpoint(marker)).sequence).toBe(0);
    await network.close();
  });
});
