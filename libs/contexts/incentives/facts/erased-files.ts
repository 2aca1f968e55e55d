import { PayloadErased } from '#contexts/access/events/payload-erased';
import type { FactFold } from '#kernel/decider/decider';

/** One stream, one payload: that there is one says that it was erased. */
export const erasedFile: FactFold<true> = {
  name: 'incentives/erased-file',
  prefix: 'payload-',
  types: [PayloadErased],
  initial: () => true,
  evolve: () => true,
};

export const erasureStream = (sha256: string): string => `payload-${sha256}`;
