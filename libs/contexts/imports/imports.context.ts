import { importStreams } from '#contexts/imports/decide/import-streams';
import type { Context } from '#platform/runtime/context';

/** Files of rows that become commands. */
export const importsContext: Context = {
  name: 'imports',
  deciders: [importStreams],
  folds: [],
  views: [],
  reactions: [],
};
