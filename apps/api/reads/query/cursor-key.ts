import { keyIn } from '../../key-file';

/** The secret that cursors are signed with. */
export const cursorKeyIn = (dataDir: string): Buffer => keyIn(dataDir, 'cursor', 'lists begin anew');
