import { common } from '../../../content/en/common.js';
import { practice } from '../../../content/en/practice.js';
import type { StudyText } from '../schema.js';

/** What more than one place says. */
export default {
  ...common,
  practice,
  places: {
    '': 'Home',
    solve: 'Solve',
    exercises: 'Exercises',
    walkthroughs: 'Walkthroughs',
    'walkthroughs/logits': 'From logits',
    'walkthroughs/gradient': 'The gradient',
    'walkthroughs/entropy': 'Entropy and KL',
    'walkthroughs/training': 'Training',
    'walkthroughs/predictions': 'Your own predictions',
    cards: 'Cards',
    notes: 'Notes',
    progress: 'Progress',
    settings: 'Settings',
  },

  mistakes: {
    base_ten: { name: 'Logarithm to base 10', help: practice.turns.base_ten },
    base_two: { name: 'Logarithm to base 2', help: practice.turns.base_two },
    lost_minus: { name: 'Lost minus', help: practice.turns.lost_minus },
    other_term: {
      name: 'The other label’s term',
      help: practice.turns.other_term,
    },
    percentage: { name: 'Percentage for p', help: practice.turns.percentage },
    squared_error: { name: 'Squared error', help: practice.turns.squared_error },
    absolute_error: { name: 'Distance to the label', help: practice.turns.absolute_error },
    probability: { name: 'p itself', help: practice.turns.probability },
    complement: { name: '1 − p', help: practice.turns.complement },
    halved: {
      name: 'Half the loss',
      help: practice.turns.halved,
    },
    both_terms: {
      name: 'Both terms in full',
      help: practice.turns.both_terms,
    },
    entropy: { name: 'Entropy of p', help: practice.turns.entropy },
    own_weight: {
      name: 'Weighted by the prediction',
      help: practice.turns.own_weight,
    },
    logit: {
      name: 'p taken for a logit',
      help: practice.turns.logit,
    },
    slope: {
      name: 'Slope over p',
      help: practice.turns.slope,
    },
    slope_in_logit: { name: 'Slope over the logit', help: practice.turns.slope_in_logit },
    misplaced_point: { name: 'Decimal point out of place', help: practice.turns.misplaced_point },
    hundredfold: { name: 'A hundred times too much', help: practice.turns.hundredfold },
    mislabelled: { name: 'Wrong unit', help: '*The number is right, the unit behind it is not.*' },
    logit_as_p: {
      name: 'Logit taken for p',
      help: '*That takes the logarithm of the logit.* The logit is no probability: first `p = 1/(1 + e^(-z))`.',
    },
    other_outcome: {
      name: 'Probability of the other outcome',
      help: '*That is the probability of the other outcome.* The letter `p` always stands for the probability of a 1.',
    },
    straight_line: {
      name: 'Straight line for a curve',
      help: '*That subtracts the loss from 1.* Close to right only for a small loss: what undoes a logarithm is a power of `e`.',
    },
    power_of_ten: {
      name: 'Power of 10',
      help: '*That is a power of 10.* The natural logarithm is undone by a power of `e`.',
    },
    power_of_two: {
      name: 'Power of 2',
      help: '*That is a power of 2.* The natural logarithm is undone by a power of `e`.',
    },
    growing_power: {
      name: 'Sign lost in the exponent',
      help: '*The exponent lost its minus.* A larger loss has to mean a smaller probability for what happened.',
    },
    sum: {
      name: 'Sum in place of the mean',
      help: '*That is the sum.* The mean divides it by the number of examples.',
    },
    labels_ignored: {
      name: 'Labels ignored',
      help: '*That treats every label as 1.* Where the label is 0 the term is `-ln(1 - p)`.',
    },
    terms_swapped: {
      name: 'Terms swapped',
      help: '*The two terms are swapped.* `-ln p` is for a label of 1, `-ln(1 - p)` for a label of 0.',
    },
    ten_for_e: { name: 'Logarithm to base 10', help: '*That used base 10.* The loss uses the natural logarithm, ln.' },
    two_for_e: { name: 'Logarithm to base 2', help: '*That is the mean in bits.* Here it is asked in nats, with ln.' },
    minus_lost: { name: 'Lost minus', help: '*Mind the sign.* A loss is never negative.' },
    multiplied: {
      name: 'Multiplied in place of divided',
      help: '*That multiplies by `ln 2`.* One nat is more than one bit, so the number has to grow.',
    },
    hartleys: { name: 'Hartleys', help: '*That is in hartleys.* It divides by `ln 10`; bits divide by `ln 2`.' },
    unchanged: { name: 'Unit left as it was', help: '*That is still in nats.*' },
    max_left_out: {
      name: 'The large part left out',
      help: '*The large part is missing.* `ln(1 + e^z)` is not only `ln(1 + e^(-|z|))`: for a positive `z` there is `z` as well.',
    },
    tail_left_out: {
      name: 'The small part left out',
      help: '*The small part is missing.* What the logarithm adds is at most `ln 2`, yet it is there.',
    },
    product_added: {
      name: 'Label and logit added',
      help: '*That adds the product of logit and label.* It is subtracted: a high logit is what a label of 1 wants.',
    },
    factors_added: {
      name: 'Factors added',
      help: '*That adds the two slopes.* The chain rule multiplies them.',
    },
    squared_slope: {
      name: 'Slope of the squared error',
      help: '*That still has the factor p(1 − p).* So does the slope of the squared error; here it cancels.',
    },
    own_square: { name: 'p squared', help: '*That is p times p.* The other factor is `1 - p`.' },
    first_order: {
      name: 'One order too few',
      help: '*That is how the one-sided difference goes.* In the central one the errors of both sides cancel to first order.',
    },
    label_entropy: {
      name: 'Entropy of the label',
      help: '*That is the entropy of the label alone.* It knows nothing of the prediction.',
    },
    not_subtracted: {
      name: 'Entropy not subtracted',
      help: '*That is the whole cross-entropy.* Subtract the part that no prediction could have saved, the entropy of the label.',
    },
    entropy_added: {
      name: 'Entropy added',
      help: '*That adds the entropy of the label.* It is in the cross-entropy already, and has to come out.',
    },
    reversed: {
      name: 'The two distributions swapped',
      help: '*The two have changed places.* The label weighs, and stands first; it is the logarithms that are of the prediction.',
    },
  },
} satisfies StudyText;
