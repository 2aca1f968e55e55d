import { claimsKind } from '#contexts/imports/kinds/claims';
import type { Kind, KindName } from '#contexts/imports/kinds/kind';
import { partnersKind } from '#contexts/imports/kinds/partners';
import { peopleKind } from '#contexts/imports/kinds/people';
import { signupsKind } from '#contexts/imports/kinds/signups';

/** Every kind of file that can be imported. A new kind is one line here. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  partners: partnersKind,
  people: peopleKind,
  signups: signupsKind,
  claims: claimsKind,
};
