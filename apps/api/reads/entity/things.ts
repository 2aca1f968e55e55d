import { evidenceView } from '#contexts/incentives/views/evidence';
import { isSha256 } from '#platform/blobs/port/blob-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { ViewReader } from '#platform/view-store/port/view-store';
import type { IsThere } from '../../ops/security-watch';
import type { EntityRead } from './entity-read';
import { keyShapeOf } from './entity-read';

/** Whether a thing exists, whoever asks: for the security log alone, which tells nobody who is refused. */
export function thingsIn(views: ViewReader, entities: readonly EntityRead<never, object>[]): IsThere {
  return async (id) => {
    if (isSha256(id)) {
      const where = [{ field: 'sha256', is: '=', value: id }] as const;
      return (await views.find(scopeOfAll, evidenceView, { where, limit: 1 })).count > 0;
    }
    const entity = entities.find((one) => keyShapeOf(one).pattern.test(id));
    return entity === undefined ? undefined : (await views.get(scopeOfAll, entity.view, id)) !== undefined;
  };
}
