import { ChoiceField, PatternField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import { STATES } from '#kernel/subjects/states';

/** Program staff registers a district or school that has no NCES id: new, private or tribal. */
export class RegisterSubject extends Requested {
  @PatternField(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and dashes', {
    ...{ max: 64, example: 'navajo-prep', description: 'Its name in `local:…`, for good.' },
  })
  name!: string;

  @ChoiceField(['district', 'school'])
  kind!: 'district' | 'school';

  @ChoiceField([...STATES].sort())
  state!: string;

  @TextField({ max: 200 })
  title!: string;

  @ChoiceField(['new', 'private', 'tribal'], { description: 'Why it has no NCES id.' })
  because!: 'new' | 'private' | 'tribal';
}
