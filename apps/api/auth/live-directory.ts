import type { Directory as Known } from '#contexts/access/facts/directory';
import { directoryFold, partnerOfSlug, personOfHandle, subjectOf } from '#contexts/access/facts/directory';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { zoneCalendar } from '#kernel/time/calendar';
import type { Network } from '#platform/profiles/network';
import { LiveFold } from '#platform/runtime/handle/live-fold';
import type { Subject } from './directory';
import { Directory } from './directory';

/** Who is who by the log itself, read on before every answer. Affiliations begin and end with the program's days. */
export class LiveDirectory extends Directory {
  private readonly fold: LiveFold<Known>;

  constructor(private readonly network: Pick<Network, 'store' | 'catalogue' | 'clock'>) {
    super();
    this.fold = new LiveFold(directoryFold, network.store, network.catalogue);
  }

  async subject(personId: PersonId): Promise<Subject | undefined> {
    const today = zoneCalendar.dateAt(this.network.clock.now(), defaultIncentivesPolicy.program.zone);
    return subjectOf(await this.fold.current(), personId, today);
  }

  async partnerOfSlug(slug: string): Promise<PartnerId | undefined> {
    return partnerOfSlug(await this.fold.current(), slug);
  }

  async personOfHandle(handle: string): Promise<PersonId | undefined> {
    return personOfHandle(await this.fold.current(), handle);
  }
}
