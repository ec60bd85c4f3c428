import type { PracticeText } from '../schema.js';
import { common } from './common.js';

export const practice: PracticeText['practice'] = {
  problem:
    'A diagnostic model gives a patient a probability of {p} of having a condition. The patient has it, so `y` is {y}.',
  ask: 'Solve for `L`.',
  field: 'Your answer for L',
  policy:
    'A number with at least three significant figures, correctly rounded (cut off counts too), with a point or a comma; or an exact form such as ln(2)/3. More figures are fine if they are right; log means ln.',
  check: 'Check',
  symbols: 'Symbols to insert',
  symbol: {
    ln: 'natural logarithm',
    minus: 'minus',
    over: 'divided by',
    open: 'opening bracket',
    close: 'closing bracket',
    root: 'square root',
  },
  hints: [
    'Put the label into the two factors of the formula, `y` and `1 - y`. What does each come to?',
    'With `y = 1` the factor `1 - y` is zero, so only `-ln p` is left.',
  ],
  hint: (nth) => `Hint ${nth}`,
  hintCost: { free: '(free)', costs: '(counts as one attempt)' },
  attempts: (count) => (count === 1 ? '1 attempt used.' : `${count} attempts used.`),
  readAs: 'Read as',
  naturalLog: 'Without a base, log is read as the natural logarithm, ln.',
  typed: 'You typed',
  units: { nats: 'nats', bits: 'bits', hartleys: 'hartleys' },
  solution: ({ p, loss }) => `L = -ln ${p} ≈ ${loss}`,
  verdicts: {
    empty: 'Type your answer first: a number, or a form with ln.',
    right: '*Right.* {solution}.',
    truncated: '*Right*, though cut off: rounding the last digit would be closer. {solution}.',
    near: '*Very close.* The method looks right; the last figures do not. Work it out again and round once, at the end.',
    imprecise: '*On the way, but too coarse to tell.* Give at least three significant figures.',
    indistinct:
      '*Not precise enough to tell.* At these figures the loss and a common mistake look the same. Give a figure or two more.',
    unequal: '*The two sides are not equal.* Check each of them.',
    infinite: '*That is infinite.* Only a truth called impossible costs that much.',
    wrong:
      '*Not the value yet.* Which probability went to what happened, `p` or `1 - p`? The loss is minus its natural logarithm.',
    needs_numbers: 'That still holds letters. Put the numbers of the problem in their place.',
    undefined:
      'That has no value: a logarithm needs something positive, a root nothing negative, and nothing can be divided by zero.',
    other_letter: 'The problem asks for `L`, alone on its side.',
  },
  otherUnit: {
    bits: '*Right in bits.* Here it is asked in nats: with ln in place of the logarithm to base 2.',
    hartleys: '*Right in hartleys.* Here it is asked in nats: with ln in place of the logarithm to base 10.',
  },
  turns: {
    base_ten:
      '*Close: another logarithm.* That used base 10, which counts in hartleys. The loss uses the natural logarithm, ln.',
    base_two:
      '*Close: another unit.* That used a logarithm to base 2, which counts in bits. Here it is asked in nats, with ln.',
    lost_minus:
      '*Mind the sign.* The logarithm of a number strictly between 0 and 1 is negative; the minus in front makes the loss positive.',
    other_term: '*The other term.* It belongs to the other label. Which factor is zero here: `y` or `1 - y`?',
    percentage: '*A percentage slipped in.* The formula wants `p` as a decimal between 0 and 1.',
    squared_error: '*That is the squared error*, another loss. Cross-entropy takes a logarithm.',
    absolute_error:
      '*That is the distance between `y` and `p`.* Cross-entropy takes a logarithm of the probability instead.',
    probability: '*That is `p` itself.* The loss is what `p` costs: one more step.',
    complement:
      '*That is `1 - p`*, the probability of the outcome 0. The loss is minus the logarithm of the probability given to what happened.',
    hundredfold: '*A hundred times the loss.* Is a percent sign missing?',
    misplaced_point: '*The digits are right, their place is not.* Look at the decimal point, or at a percent sign.',
    halved: '*Half the loss.* The two terms are added up, not averaged: there is one example, so nothing is divided.',
    both_terms:
      '*Both terms were kept in full.* The factors `y` and `1 - y` are switches: for a label of 0 or 1 one of them turns its term off.',
    entropy:
      '*That leads to the entropy of `p`.* The factors in front of the logarithms are `y` and `1 - y`, what really happened, not `p` and `1 - p`.',
    own_weight:
      '*The logarithm was multiplied by its own probability.* The factor in front of it is the label’s, not the prediction’s.',
    logit:
      '*There `p` was taken for a logit.* It is a probability already: the sigmoid has been applied, so take the logarithm directly.',
    slope: '*That is the slope dL/dp*, how fast the loss changes with `p`. The question is for the loss itself.',
    slope_in_logit:
      '*That is `p - y`, the slope of the loss over the logit.* The question is for the loss itself, which takes a logarithm.',
    mislabelled: '*The number is right, the unit is not.* With ln, the loss is counted in nats.',
  },
  unreadable: {
    empty: () => 'Type your answer first: a number, or a form with ln.',
    too_long: () => 'That is longer than 200 characters. A shorter form of the answer can be read.',
    too_deep: () => 'There are too many brackets inside each other to read. A simpler form can be read.',
    unknown_character: ({ piece }) => `The character “${piece}” has no meaning here.`,
    unknown_word: ({ piece }) =>
      `“${piece}” cannot be read here. Words that can: ln, log, exp, sqrt, and a unit at the very end.`,
    malformed_number: ({ piece }) =>
      `“${piece}” is not a whole number or a decimal. One decimal point or comma is enough.`,
    number_too_large: ({ piece }) => `“${piece}” is too large to be read here.`,
    missing_operand: ({ before }) =>
      `Something is missing ${before ? `after “${before}”` : 'at the start'}: a number or a bracket.`,
    missing_bracket: ({ piece, nth }) => `The bracket “${piece}”, character ${nth}, is still open.`,
    unexpected_bracket: ({ piece, nth }) => `The bracket “${piece}”, character ${nth}, closes nothing.`,
    second_equals: ({ nth }) => `Character ${nth} is a second equals sign. One is enough.`,
    ambiguous_mark: ({ piece }) =>
      `“${piece}” can be read in two ways: with decimals, or with a sign between thousands. Write decimals with a point, and thousands without a sign.`,
  },
  more: 'The full worked solution, line by line, is in the interactive walkthrough of the study edition.',
  studyLink: 'Open the walkthrough',
};

/** What <bce-practice> says where it stands alone. */
export default { ...common, practice } satisfies PracticeText;
