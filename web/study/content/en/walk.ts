import type { WalkText } from '../walk.js';

/** What every walkthrough says. */
export const walk: WalkText = {
  stops: 'Steps',
  stop: (n, heading) => `Step ${n}: ${heading}`,
  task: 'Task',
  check: 'Check',
  show: 'Show the answer',
  next: 'Next step',
  toTask: 'To the task',
  back: 'One step back',
  answer: 'Answer this',
  another: 'Another one, with new numbers',
  choose: 'Your answer',
  noChoice: 'Choose an answer first.',
  shown: 'The answer is filled in.',
  chosenRight: '*Right.*',
  chosenWrong: '*No.*',
  tags: { found: 'found', shown: 'shown' },
  verdicts: {
    empty: 'Type your answer first: a number, or a form with ln.',
    right: '*Right.*',
    truncated: '*Right*, only cut off: rounded, the last digit would come closer.',
    near: '*Very close.* The method looks right; the last figures do not. Round once, at the end.',
    imprecise: '*On the way, but too coarse to tell.* Give at least three significant figures.',
    indistinct: '*Too few figures to tell it from a common mistake.* Give one more.',
    other_unit: '*Right in another unit* than the one that is asked for.',
    unequal: '*The two sides are not equal.* Check each of them.',
    infinite: '*That is infinite*, and the answer is not.',
    wrong: '*Not the value yet.* Write the formula down first, then put the numbers in.',
  },
  faults: {
    needs_numbers: 'That still has letters in it. Put the numbers in their place.',
    undefined: 'That has no value. A logarithm needs something positive.',
    other_letter: 'That says what another letter is.',
  },
  done: 'That is the whole walkthrough.',
};
