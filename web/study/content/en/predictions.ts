import type { PredictionsText } from '../predictions.js';
import { walk } from './walk.js';

/** What <bce-predictions> says. */
export default {
  walk,

  own: {
    heading: 'Your own predictions',
    intro:
      'Open the predictions of a model of yours, or start with some that are made up: what they cost on average, which rows the cost comes from, and whether the probabilities mean what they say.',
    steps: [
      {
        heading: 'The mean, and what to hold it against',
        body: [
          'The cross-entropy of a set of predictions is the mean of its losses. Alone the number says little: where nearly every label is 0, a model that knows nothing has a small one too.',
          'So it is held against the *base-rate model*, which says the share of ones for every row. Of all constant predictions that one costs least: the entropy of the share.',
        ],
        ask: () => 'A model has a mean loss above that of the base-rate model. What follows?',
        options: [
          {
            answer: 'On these rows its probabilities are worth less than knowing the share of ones.',
            reason: 'The base-rate model looks at no row at all, and yet its probabilities cost less.',
          },
          {
            answer: 'It puts most rows on the wrong side of one half.',
            reason: 'A few rows that are wrong and sure are enough, with nearly all others on the right side.',
          },
          {
            answer: 'The mean loss has been worked out wrongly.',
            reason: 'Nothing holds it below the base rate’s: it can be anything from 0 to infinity.',
          },
        ],
        why: () => [
          'It may still put the rows in a good order. What fails is that its numbers are taken at their word, and here they are too far from what happened.',
        ],
      },
      {
        heading: 'The rows that cost most',
        body: [
          'A mean hides who pays. The loss has no upper end, so one row that is wrong and sure can outweigh hundreds that are right.',
        ],
        ask: () =>
          'A thousand rows have a mean loss of 0.3. One more comes, with the label 1 and a predicted probability of exactly 0. What is the mean now?',
        options: [
          { answer: 'About 0.3: one row in a thousand hardly counts.', reason: 'One row counts as much as its loss.' },
          {
            answer: 'About 0.31: that row counts as a loss of 10.',
            reason: 'No number stands for a probability of 0. A loss of 10 belongs to a probability of 0.000045.',
          },
          { answer: 'Infinite.', reason: 'The row costs `-ln 0`, and no number of good rows makes up for it.' },
        ],
        why: () => [
          'A probability of exactly 0 is a bet of everything on the row never happening. When it happens, the loss is infinite, and so is the mean.',
        ],
      },
      {
        heading: 'Do the probabilities mean what they say?',
        body: [
          'Take all rows that were given about 0.7. Of those about 7 in 10 should have the label 1: then the model is *calibrated*. Here rows are put together by tenths of the probability, and the share of ones is set against the mean of what was said.',
          'A tenth with few rows says little: there the share jumps by chance.',
        ],
        ask: () => 'Among the rows that were given about 0.9, ones are 0.6 of all. How is this model mistaken?',
        options: [
          { answer: 'It is too sure of the ones.', reason: 'It says 0.9 where 0.6 is what happens.' },
          { answer: 'It is not sure enough of the ones.', reason: 'Then more than 0.9 of these rows would be ones.' },
          {
            answer: 'Not at all: 0.6 and 0.9 are both above one half.',
            reason: 'Sides of one half are enough for a decision. The loss goes by the probability itself.',
          },
        ],
        why: () => [
          'With a share of 0.6, each of these rows costs `-0.6 ln 0.9 - 0.4 ln 0.1 ≈ 0.984` on average. Saying 0.6 would cost `-0.6 ln 0.6 - 0.4 ln 0.4 ≈ 0.673`.',
        ],
      },
      {
        heading: 'What a library would report',
        body: [
          'Libraries keep the loss finite by force. PyTorch holds each logarithm at −100 or above; Keras moves every probability to at least 0.0000001 from either end; scikit-learn does so by the smallest step that numbers near 1 have.',
          'Rows that are far enough from the ends are the same for all of them.',
        ],
        ask: () =>
          'Two teams report the mean loss of the same predictions, one from Keras, one from PyTorch, and the numbers differ. What is a likely reason?',
        options: [
          {
            answer: 'One of them uses another base of the logarithm.',
            reason: 'All three work in nats, with the natural logarithm.',
          },
          {
            answer: 'Some rows are wrong and within a hair of 0 or 1.',
            reason: 'Such a row costs at most 16.1 in Keras and up to 100 in PyTorch.',
          },
          {
            answer: 'One of them divides by the wrong number of rows.',
            reason: 'Both take the mean over all rows unless they are told otherwise.',
          },
        ],
        why: () => [
          'A mean that is made finite this way hangs on the limit that somebody chose, and no longer on the predictions alone. Where it matters, mend the rows, or keep logits.',
        ],
      },
    ],
    task: {
      heading: 'Task: the mean of a few rows',
      body: ['These are rows of a file, as you could have opened it.'],
      ask: () => 'What is the mean loss of these rows, in nats?',
      field: 'Mean loss',
      why: ({ answer }) => [
        `The mean loss is *${answer}*: each label picks its term, the terms are added, and their sum is divided by the number of rows.`,
      ],
    },
  },

  table: {
    open: 'The predictions',
    intro:
      'Two columns are needed: the label, which is 0 or 1 or something between, and the probability that was predicted.',
    private: 'Nothing is uploaded: the file is read in this browser, and forgotten with the page.',
    pasteField: 'Paste rows here',
    pasteHint: 'Separated by commas, semicolons or tabs, with a line of names or without.',
    paste: 'Use what I pasted',
    file: 'Open a CSV file',
    example: 'Use the made-up ones',
    origins: { example: 'Made up for this lesson', pasted: 'What you pasted' },
    opening: 'The beginning of the file is being looked at.',
    layout: 'How the file is read',
    asked: {
      columns: 'It is not clear which column is which. Choose them, then have the file read.',
      scale: 'Some predictions are no probabilities from 0 to 1. Say what they are, then have the file read.',
    },
    understood: ({ label, value, scale }) => `Labels from ${label}, predictions from ${value}, read as ${scale}.`,
    labelColumn: 'Labels are in',
    valueColumn: 'Predictions are in',
    column: (n, example) => (example ? `column ${n}: ${example}` : `column ${n}`),
    scale: 'The predictions are',
    scales: {
      probability: 'probabilities, 0 to 1',
      percentage: 'percentages, 0 to 100',
      logit: 'logits, any number',
    },
    header: 'The first row has the names of the columns',
    decimalComma: 'Decimals are written with a comma.',
    read: 'Read it like this',
    reading: (rows, share) => `${rows} rows read, ${share} of the file.`,
    progress: 'Reading the file',
    cancel: 'Cancel',
    unusable: {
      nothing_there: 'There is nothing in it to read.',
      one_column:
        'Only one column was found. Two are needed, the label and the prediction, separated by commas, semicolons or tabs.',
      no_numbers: 'No column has numbers in it.',
      no_rows: 'There is no row in it that could be used.',
      cancelled: 'Reading was cancelled. Nothing of the file is shown.',
      failed: 'The file could not be read to its end. It may have been moved or changed; open it again.',
    },
    done: ({ rows, mean }) => `${rows} rows, with a mean loss of ${mean} nats.`,
    skipped: (bad) => `Rows that could not be used and were left out: ${bad}.`,
    blank: (count) => `Blank rows: ${count}.`,
    firstFaults: (listed, bad) => `The first ${listed} of ${bad} rows that were left out`,
    fault: (row, what) => `Row ${row}: ${what}`,
    faults: {
      row_too_long: () => 'longer than any row of labels and predictions is.',
      quote_open: () => 'a quotation mark is opened and never closed.',
      cell_missing: () => 'the label or the prediction is missing.',
      label_not_a_number: (cell) => `the label “${cell}” is not a number.`,
      value_not_a_number: (cell) => `the prediction “${cell}” is not a number.`,
      label_not_finite: () => 'the label is not finite.',
      label_out_of_range: () => 'the label is not from 0 to 1.',
      probability_not_finite: () => 'the prediction is not finite.',
      probability_out_of_range: () => 'the prediction is no probability from 0 to 1.',
      logit_not_finite: () => 'the logit is not finite.',
    },
    outside: 'Some predictions are outside of 0 to 1. If they are not slips, read them as what they are:',
    readAs: { percentage: 'Read as percentages', logit: 'Read as logits' },

    readings: { rows: 'rows', mean: 'mean loss', sum: 'sum of losses', base: 'base-rate model' },
    nats: 'nats',
    baseNote: (share) => `always says ${share}`,
    better: 'These predictions cost less than always saying the share of ones.',
    worse: '*These predictions cost more* than always saying the share of ones.',
    same: 'These predictions cost as much as always saying the share of ones.',

    costliest: 'Rows that cost most',
    columns: { row: 'row', label: 'label', probability: 'said', loss: 'loss', share: 'share of the sum' },
    dominates: ({ rows, share }) => `The costliest row alone, one of ${rows}, is ${share} of the sum.`,
    infiniteRows:
      '*At least one row is infinitely wrong:* it said never to what happened. The mean is infinite, whatever the others do.',
    histogram: 'How many rows cost how much',
    range: 'loss, nats',
    rangeBelow: (to) => `below ${to}`,
    rangeBetween: (from, to) => `${from} to ${to}`,
    rangeFrom: (from) => `${from} and more`,
    infinite: 'infinite',
    count: 'rows',

    calibration: 'What was said, and what happened',
    calibrationPicture: 'Share of ones over the mean of what was said, for each tenth; the table has the numbers',
    said: 'said',
    happened: 'ones',
    tenth: (from, to) => `${from} to ${to}`,
    perfect: 'On the line, what is said is what happens.',

    libraries: 'The same predictions in libraries',
    library: 'library',
    names: { true: 'as it is', pytorch: 'PyTorch', keras: 'Keras', scikit_learn: 'scikit-learn' },
    reported: 'mean loss',
    changed: 'rows changed',
    taskRows: 'Rows of the task',
  },
} satisfies PredictionsText;
