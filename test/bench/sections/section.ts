import type { Figure } from '../report/figure';
import type { Setting } from '../setting';

/** A part of the bench: measures one thing and says what it found. */
export interface Section {
  readonly name: string;
  run(setting: Setting): Promise<readonly Figure[]>;
}
