import type { PracticeText } from '../schema.js';
import { common } from './common.js';

export const practice: PracticeText['practice'] = {
  problem:
    'A diagnostic model gives a patient a probability of {p} of having a condition. The patient has it, so `y` is {y}.',
  ask: 'Solve for `L`.',
  field: 'Your answer for L',
  policy: 'A number with at least three significant figures, or an exact form such as ln(2)/3.',
  check: 'Check',
  hint: 'Hint',
  hintText: 'With `y = 1` the factor `1 - y` is zero, so only `-ln p` is left.',
  readAs: 'Read as',
  typed: 'You typed',
  units: { nats: 'nats', bits: 'bits', hartleys: 'hartleys' },
  solution: ({ p, loss }) => `L = -ln ${p} ≈ ${loss}`,
  verdicts: {
    empty: 'Type your answer first: a number, or a form with ln.',
    right: '*Right.* {solution}.',
    truncated: '*Right*, though cut off: rounding the last digit would be closer. {solution}.',
    near: '*Very close.* The method looks right; the last figures do not. Work it out again and round once, at the end.',
    imprecise: '*On the way, but too coarse to tell.* Give at least three significant figures.',
    unequal: '*The two sides are not equal.* Check each of them.',
    infinite: '*That is infinite.* Only a truth called impossible costs that much.',
    wrong:
      '*Not the value yet.* Write down which term of the formula is left for this label, then take its natural logarithm.',
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
    base_ten: '*Close: another logarithm.* That used base 10. The loss uses the natural logarithm, ln.',
    base_two:
      '*Close: another unit.* That is the loss in bits, with a logarithm to base 2. Here it is asked in nats, with ln.',
    lost_minus:
      '*Mind the sign.* The logarithm of a number between 0 and 1 is negative; the minus in front makes the loss positive.',
    other_term:
      '*The other term.* That is the cost if the patient had not had the condition. Which is zero here: y or 1 − y?',
    percentage: '*A percentage slipped in.* The formula wants p as a decimal between 0 and 1.',
    squared_error: '*That is the squared error*, another loss. Cross-entropy takes a logarithm.',
    absolute_error:
      '*That is the distance between y and p.* Cross-entropy takes a logarithm of the probability instead.',
    probability: '*That is p itself.* The loss is what p costs: one more step.',
    hundredfold: '*A hundred times the loss.* Is a percent sign missing?',
    mislabelled: '*The number is right, the unit is not.* With ln, the loss is counted in nats.',
  },
  unreadable: {
    empty: () => 'Type your answer first: a number, or a form with ln.',
    too_long: () => 'That is longer than 200 characters. A shorter form of the answer can be read.',
    too_deep: () => 'There are too many brackets inside each other to read. A simpler form can be read.',
    unknown_character: ({ piece }) => `The character “${piece}” has no meaning here.`,
    unknown_word: ({ piece }) => `“${piece}” is not a function that can be read here. Try ln, exp or sqrt.`,
    malformed_number: ({ piece }) =>
      `“${piece}” is not a whole number or a decimal. One decimal point or comma is enough.`,
    number_too_large: ({ piece }) => `“${piece}” is too large to be read here.`,
    missing_operand: ({ before }) =>
      `Something is missing ${before ? `after “${before}”` : 'at the start'}: a number or a bracket.`,
    missing_bracket: ({ piece, nth }) => `The bracket “${piece}”, character ${nth}, is still open.`,
    unexpected_bracket: ({ piece, nth }) => `The bracket “${piece}”, character ${nth}, closes nothing.`,
    second_equals: ({ nth }) => `Character ${nth} is a second equals sign. One is enough.`,
  },
  more: 'The full worked solution, line by line, is in the interactive walkthrough of the study edition.',
  studyLink: 'Open the walkthrough',
};

/** What <bce-practice> says where it stands alone. */
export default { ...common, practice } satisfies PracticeText;
