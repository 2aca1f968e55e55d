import { PatternField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Ends a program year: what nobody was offered is gone. */
export class LapsePool extends Requested {
  /** A text, as the address carries it. */
  @PatternField(/^(?:19|2\d)\d{2}$/, 'a program year like 2026', { path: true, max: 4, example: '2026' })
  year!: string;
}
