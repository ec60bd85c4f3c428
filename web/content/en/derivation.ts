import type { DerivationText } from '../schema.js';
import { common } from './common.js';

export const derivation: DerivationText['derivation'] = {
  intro:
    'Where does the formula come from? From asking which model makes the observed labels most likely. Three steps lead there, and each one runs on the numbers below.',
  assumptionsTitle: 'What is assumed',
  assumptions: [
    'Every label is 0 or 1.',
    'Given the predictions, the labels are independent of each other.',
    'Every predicted probability lies strictly between 0 and 1.',
  ],
  notation:
    'Example *i* of *N* has the label *yᵢ* and the predicted probability *p̂ᵢ*; *ℒ* is the likelihood, *J* the mean loss.',
  dataTitle: 'A small data set, yours to change',
  dataIntro: 'One row is one example: what happened, and the probability that was predicted for a 1.',
  columns: { row: 'Example', label: 'label `y`', probability: 'prediction `p`', remove: 'Remove' },
  labelOf: (row) => `Label of example ${row}`,
  probabilityOf: (row) => `Predicted probability of example ${row}`,
  removeRow: (row) => `Remove example ${row}`,
  add: 'Add an example',
  reset: 'Start over',
  full: (most) => `This table holds up to ${most} examples.`,
  noRows: 'A mean needs at least one example: add a row.',
  stale: 'The numbers below are those of the last complete table.',
  cell: {
    cell_empty: 'This field is still empty.',
    not_a_number: 'This is not a number that can be read here.',
    label_not_binary: 'A label is 0 or 1.',
    probability_not_finite: 'A probability is a number between 0 and 1.',
    probability_out_of_range: 'A probability lies between 0 and 1.',
    probability_above_one: 'A probability lies between 0 and 1. For 85% write 0.85.',
    probability_at_end:
      'The derivation needs a probability strictly between 0 and 1. At exactly 0 or 1 one of the two logarithms would be ln 0, which has no value.',
  },
  fault: ({ field, reason }) => `${field}: ${reason}`,
  steps: {
    likelihood: {
      title: 'Likelihood of the labels',
      why: [
        'A label of 1 leaves the factor for the predicted probability, a label of 0 the factor for its complement: the exponents switch one of them on.',
        'Independence is what lets the factors of the examples be multiplied.',
      ],
    },
    log_likelihood: {
      title: 'Its logarithm',
      why: [
        'The logarithm turns the product into a sum and the exponents into factors. It increases, so the best predictions stay the best.',
        'A sum of logarithms stays within reach. A thousand factors of one half multiply to about {0.5^1000}; with 1,100 the computer is left with 0. The logarithms of 1,100 such factors simply add up to about {1100 ln 0.5}.',
      ],
    },
    mean_loss: {
      title: 'A loss to minimise',
      why: [
        'Turn the sign, so that more likely means smaller, and divide by the number of examples. The least mean loss is the greatest likelihood.',
      ],
    },
  },
  stepNumber: (n) => `Step ${n}`,
  forYourData: 'With your data',
  check: 'The logarithm of step 1 is the same number:',
  agrees: 'equal',
  differs: 'not equal',
  underflowed:
    'This product is smaller than ordinary computer arithmetic can hold with all its digits. The sum in step 2 has no such trouble: one good reason to take the logarithm.',
  uncompared: 'Step 1 has rounded here and lost digits; the sum comes straight from the rows.',
  resultTitle: 'The result',
  result: 'Binary cross-entropy over a data set is the mean loss:',
  single: 'With one example, `N = 1`, the mean is that example’s loss:',
  source:
    'Source: the standard machine-learning curriculum; Bishop, Pattern Recognition and Machine Learning, section 4.3.2; Goodfellow, Bengio and Courville, Deep Learning, section 5.5.',
  announce: ({ meanLoss, rows }) => `The mean loss is now ${meanLoss} nats; number of examples: ${rows}.`,
};

/** What <bce-derivation> says where it stands alone. */
export default { ...common, derivation } satisfies DerivationText;
