import { evidenceView } from '#contexts/incentives/views/evidence';
import { isSha256 } from '#platform/blobs/port/blob-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { ViewReader } from '#platform/view-store/port/view-store';
import type { IsThere } from '../../ops/security-watch';
import type { EntityRead } from './entity-read';

/**
 * Whether a thing exists, whoever asks: for the security log alone, which tells nobody who is refused. What is named by the
 * calendar or by a count is the network’s own: of that it cannot be said.
 */
export function thingsIn(views: ViewReader, entities: readonly EntityRead<never, object>[]): IsThere {
  return async (id) => {
    if (isSha256(id)) {
      const where = [{ field: 'sha256', is: '=', value: id }] as const;
      return (await views.find(scopeOfAll, evidenceView, { where, limit: 1 })).count > 0;
    }
    const entity = entities.find(({ prefix }) => typeof prefix === 'string' && id.startsWith(`${prefix}_`));
    return entity === undefined ? undefined : (await views.get(scopeOfAll, entity.view, id)) !== undefined;
  };
}
