import { accountsChanged } from './accounts';
import { exactlyAtCap, truncation } from './caps';
import { left, pausedForAWhile, pausedNow } from './comings-and-goings';
import { paidAlready, secondIsDenied, secondWithdraws, sharedFile, undecided } from './contests';
import { sameHandTwice, wrongAmounts } from './duties';
import { openQuestion, questionsOfLastYear } from './questions';
import { changingRules, moreThanTheCap } from './rules';
import type { Scene } from './scene';

/** Everything particular that the demo shows. A scene is played where its whole cast takes part. */
export const SCENES: readonly Scene[] = [
  truncation,
  exactlyAtCap,
  secondIsDenied,
  secondWithdraws,
  paidAlready,
  undecided,
  sharedFile,
  sameHandTwice,
  wrongAmounts,
  pausedForAWhile,
  pausedNow,
  left,
  questionsOfLastYear,
  openQuestion,
  accountsChanged,
  changingRules,
  moreThanTheCap,
];
