import type { DerivationText } from '../schema.js';
import { common } from './common.js';

export const derivation: DerivationText['derivation'] = {
  intro:
    'Where does the formula come from? From asking which model makes the observed labels most likely. Three steps lead there, and each one runs on the numbers below.',
  assumptionsTitle: 'What is assumed',
  assumptions: {
    binary_labels: 'Every label is 0 or 1.',
    independence: 'Given the predictions, the labels are independent of each other.',
    inner_probabilities: 'Every predicted probability lies strictly between 0 and 1.',
  },
  assumptionNumber: (n) => `Assumption ${n}`,
  dropLegend: 'Turn one off, and see which step needs it',
  dropNothing: 'None',
  turnedOff: 'turned off',
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
  restore: 'Bring back the table before',
  pasteHint:
    'Have data of your own? Copy two columns, the labels and the predictions, and paste them into any field. They take the place of the rows.',
  pasted: {
    done: (rows) => `Rows pasted: ${rows}. They took the place of the table before.`,
    cut: ({ rows, of }) => `Of ${of} rows the first ${rows} were taken.`,
    nothing: 'No numbers were found in what was pasted, so the table is as it was.',
    heading: 'The first line was taken for headings.',
    swapped: 'The labels stood in the second column.',
    wide: 'Columns after the second were left out.',
  },
  full: (most) => `This table holds up to ${most} examples.`,
  noRows: 'A mean needs at least one example: add a row.',
  stale: 'The numbers below are those of the last complete table.',
  cell: {
    cell_empty: 'This field is still empty.',
    not_a_number: 'This is not a number that can be read here.',
    label_not_binary: 'A label is 0 or 1. For one in between, turn assumption 1 off.',
    label_out_of_range: 'A soft label lies between 0 and 1.',
    probability_not_finite: 'A probability is a number between 0 and 1.',
    probability_out_of_range: 'A probability lies between 0 and 1.',
    probability_above_one: 'A probability lies between 0 and 1. For 85% write 0.85.',
    probability_at_end:
      'The derivation needs a probability strictly between 0 and 1. At exactly 0 or 1 one of the two logarithms would be ln 0, which has no value. To see what happens, turn assumption 3 off.',
  },
  fault: ({ field, reason }) => `${field}: ${reason}`,
  steps: {
    likelihood: {
      title: 'Likelihood of the labels',
      needs: {
        binary_labels:
          'A label of 1 leaves the factor for the predicted probability, a label of 0 the factor for its complement: the exponents switch one of them on.',
        independence: 'Independence is what lets the factors of the examples be multiplied.',
      },
      why: [],
    },
    log_likelihood: {
      title: 'Its logarithm',
      needs: {
        inner_probabilities:
          'With every probability strictly between 0 and 1 no factor is 0, so every logarithm has a value.',
      },
      why: [
        'The logarithm turns the product into a sum and the exponents into factors. It increases, so the best predictions stay the best.',
        'A sum of logarithms stays within reach. A thousand factors of one half multiply to about {0.5^1000}; with 1,100 ordinary computer arithmetic is left with 0. The logarithms of 1,100 such factors simply add up to about {1100 ln 0.5}.',
      ],
      check: 'The logarithm of step 1 is the same number:',
    },
    mean_loss: {
      title: 'A loss to minimise',
      needs: {},
      why: [
        'Turn the sign, so that more likely means smaller, and divide by the number of examples. The least mean loss is the greatest likelihood. This step assumes nothing more.',
      ],
      check: '`-(1/N)` times step 2 is the same number:',
    },
  },
  stepNumber: (n) => `Step ${n}`,
  walk: {
    name: 'Walk through the steps',
    previous: 'Previous',
    next: 'Next',
    all: 'Open all',
    hint: 'One step at a time, with these buttons or, from a button or a heading, with the left and right arrow keys.',
    position: ({ n, of, title }) => `${n} of ${of}: ${title}`,
    whole: 'Three steps and the result',
    link: 'Copy link',
    linked: 'The link is copied.',
    linkFailed: 'The link could not be copied; it is now in the address bar.',
  },
  breach: {
    title: 'What breaks here',
    broken: (step) => `Without this assumption, step ${step} no longer holds.`,
    idle: {
      binary_labels: 'Every label is 0 or 1 as it happens, so nothing breaks yet. Give an example the label 0.8.',
      independence:
        'Rows that say the same now count as one example written twice. No two do, so nothing breaks yet. Make two rows alike.',
      inner_probabilities: 'No prediction is exactly 0 or 1 as it happens, so nothing breaks yet. Make one of them 1.',
    },
    binary_labels: ({ instead, floor }) => [
      `A label comes out as 0 or as 1 and never in between. So the product above is not the probability of any labels. If each label were drawn by itself, a 1 with probability *yᵢ*, the likelihood to expect would be ≈\u00a0${instead}.`,
      `What follows is still arithmetic, with another meaning. Step 2 is the log-likelihood to expect of such labels, and *J* the mean cross-entropy. It cannot fall below the mean entropy of the labels, ≈\u00a0${floor}; with labels of 0 and 1 that bound is 0.`,
    ],
    independence: ({ rows, instead }) => [
      `Rows that repeat an earlier one: ${rows}. Take them for the same example, written again. Once the first is known, the others are certain, so the labels together have the probability ≈\u00a0${instead}. The product above counts them again.`,
      'The steps below still follow from that product, but it is not the likelihood any more, and *J* gives an example more weight each time it is repeated.',
    ],
    wrong: ({ others }) => [
      `A prediction is exactly wrong: its factor is 0, and with it the whole product.${others ? ` The factors strictly between 0 and 1 multiply to ≈\u00a0${others}, and that makes no difference.` : ''}`,
      'ln 0 has no value. As a factor goes to 0, its logarithm goes to −∞ and the loss to ∞. While this prediction stands, no other can make the loss finite.',
    ],
    right: [
      'Every prediction of 0 or 1 here is exactly right: its factor is 1 and its loss 0. But written out in full the sum above holds 0 times ln 0, and ln 0 has no value. Only the convention that this product is 0, the limit of `p ln p` as *p* goes to 0, keeps the formula whole.',
      'Had one such outcome been the other, the loss would be infinite.',
    ],
  },
  forYourData: 'With your data',
  limit: 'The step before leads to the same limit:',
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
  announceInfinite: 'The mean loss is now infinite.',
};

/** What <bce-derivation> says where it stands alone. */
export default { ...common, derivation } satisfies DerivationText;
