import { Sha256Field, SlugField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Somebody may sign in from now on, as yet in no role. */
export class RegisterPerson extends Requested {
  @SlugField({ description: 'A pseudonym for sign-ins; never a name or an e-mail address.' })
  handle!: string;

  @Sha256Field({ optional: true, description: 'The salted blob that holds name and e-mail.' })
  profileSha256?: string;
}
