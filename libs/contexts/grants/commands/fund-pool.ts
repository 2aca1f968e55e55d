import type { Release } from '#contexts/grants/policy/grants-policy';
import type { Cents } from '#kernel/money/cents';
import { CentsField, ChoiceField, IntegerField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Gives a program year its money for marketing grants; left out, amount and release are the policy's. */
export class FundPool extends Requested {
  @IntegerField({ min: 1900, max: 2999 })
  year!: number;

  @CentsField({ optional: true })
  fundedCents?: Cents;

  @ChoiceField(['quarterly', 'annual'], { optional: true })
  release?: Release;
}
