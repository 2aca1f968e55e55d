import { PayloadErased } from '#contexts/access/events/payload-erased';
import type { Erasure } from '#kernel/decider/erasure';

/** The one event that erases a payload: the machine deletes the blob, as often as a backup brings it back. */
export const onPayloadErased: Erasure = {
  type: PayloadErased,
  sha256Of: (event) => (event as PayloadErased).data.sha256,
};
