import type { LessonText } from './schema.js';

export const en: LessonText = {
  locale: 'en',
  direction: 'ltr',
  title: 'Binary Cross\u2011Entropy Loss',
  subtitle: 'A loss function for classification',
  alsoKnownAs: 'also known as *log loss*',
  pageTitle: 'Binary cross-entropy (log loss): an interactive lesson',
  pageDescription:
    'See, try and derive binary cross-entropy: a loss graph you can move, a practice problem that understands your answer, and a derivation that runs on your own numbers.',
  staticNotice: {
    noScript: 'Scripts are off, so the graph and the exercises stand still. Everything else is here to read.',
    waiting:
      'The parts that move are not here yet. If they do not come, reload the page to try again; all the rest can be read meanwhile.',
    failed:
      'The moving parts could not be loaded. The text, the formulas and the graph are complete; reload the page to try again.',
  },
  study: {
    notice:
      'The explanation, the graph, one practice problem and the derivation are free to use here. Worked solving, advanced walkthroughs and saved study tools are in the study app.',
    link: 'Open the study app',
  },
  contents: 'In this lesson',
  wideFormula: 'Wide formula, scrolls sideways',
  headings: {
    overview: 'What it measures',
    symbols: 'The symbols',
    graph: 'See it: the loss graph',
    practice: 'Try it: one problem',
    derivation: 'Derive it: from likelihood to loss',
    sources: 'Sources',
  },
  infinity: 'infinity',
  minusInfinity: 'minus infinity',

  overview: [
    'A model looks at one example and answers with a probability `p`: how likely it thinks the outcome 1 is. Then the truth comes in, a label `y`. Binary cross-entropy turns the two into one number, the loss `L`: *minus the natural logarithm of the probability that the model gave to what really happened*.',
    'Sure and right costs almost nothing. A coin toss, `p = 0.5`, costs `ln 2`, about {ln 2}, whichever way it falls. Sure and wrong costs without limit. Training by gradient descent walks down the slope of this loss.',
    'A label may also lie between 0 and 1, as a probability of its own; it is then called a *soft label*. In the language of information theory the loss is the cross-entropy of the label and the prediction: the entropy of the label plus the Kullback–Leibler divergence of the prediction from the label. For a label of 0 or 1 the entropy is 0, and only there is the loss exactly the divergence.',
  ],
  symbols: {
    columns: ['Symbol', 'Name', 'Values'],
    rows: [
      ['`y`', 'true label', '0 or 1'],
      ['`p`', 'predicted probability that `y = 1`', 'between 0 and 1: a decimal, not a percentage'],
      ['`L`', 'loss', '0 or more, up to infinity; no unit (with the natural logarithm, counted in nats)'],
    ],
  },

  graph: {
    figure: 'The loss L against the prediction: two curves and a point to move',
    intro:
      'Choose what really happened, then move the prediction: drag anywhere on the graph, use the slider, or type a probability.',
    labelLegend: 'What really happened',
    happened: 'It happened',
    didNotHappen: 'It did not happen',
    softLabel: 'Label y, from 0 to 1',
    softValue: (y) => `label ${y}`,
    axisLegend: 'Horizontal axis',
    axes: {
      probability: { name: 'probability', short: '`p`', label: 'predicted probability `p`' },
      logit: { name: 'logit', short: '`z`', label: 'logit `z`, where `p = 1/(1 + e^(-z))`' },
    },
    yAxis: { nats: 'loss `L`, in nats', bits: 'loss `L`, in bits' },
    slider: { probability: 'Predicted probability p', logit: 'Logit z' },
    keys: {
      probability:
        'Arrow keys move p by 0.01, with Shift by 0.1, with Alt by 0.001; near an end each press goes ten times closer. Home and End go to 0 and 1.',
      logit:
        'Arrow keys move z by 0.1, with Shift by 1, with Alt by 0.01. Home and End go to the ends, where p is 0 and 1.',
    },
    entry: {
      label: 'Type a probability p',
      errors: {
        entry_empty: 'Type a number between 0 and 1.',
        not_a_number: 'This cannot be read as a number. Try 0.85, 85% or 17/20.',
        not_a_probability: 'A probability lies between 0 and 1. For 85 % write 0.85 or 85%.',
      },
    },
    readings: {
      probability: 'probability',
      logit: 'logit',
      loss: 'loss',
      slope: 'slope in p',
      slopeInLogit: 'slope in z',
      split: 'loss as entropy plus divergence',
    },
    symbols: { slope: 'dL/dp', slopeInLogit: 'dL/dz', entropy: 'H(y)', divergence: 'KL(y ‖ p)' },
    units: { nats: 'nats', bits: 'bits' },
    unitLegend: 'Unit of the loss',
    outside: 'outside the picture',
    marks: {
      crossing: (loss) => `both cost ${loss} at p = ½`,
      lowest: (height) => `least at p = y: ${height}`,
    },
    overlayLegend: 'Show beside it',
    overlays: {
      tangent: 'Tangent',
      squared_error: 'Squared error',
      classification_error: 'Classification error',
      libraries: 'What libraries report',
    },
    sound: 'Sound',
    libraries: { pytorch: 'PyTorch', keras: 'Keras', scikit_learn: 'scikit-learn' },
    comparison: {
      caption: 'The same point, scored by other losses',
      columns: { loss: 'Loss', value: 'Value', slope: 'Slope in z' },
      crossEntropy: 'Cross-entropy',
      note: 'Training follows the slope in z. That of cross-entropy is `p - y`: largest where the model is sure and wrong. That of the squared error, here half of `(p - y)^2`, dies out there. The classification error, with the threshold at one half, is a step: its slope is zero, so it says nothing about which way to go.',
    },
    reported: {
      caption: 'What libraries report in place of the loss',
      columns: { library: 'Library', value: 'Loss', slope: 'Slope in p' },
      truth: 'Exact value',
      note: 'Each library keeps the number finite in its own way, and near an end its slope is no longer the true one. The logit axis shows where they part from the curve.',
    },
    table: {
      summary: 'The curve as a table',
      caption: (y) => `Loss for the label ${y}`,
      p: '`p`',
      loss: '`L`',
    },
    take: {
      link: 'Copy a link to this state',
      linked: 'The link is copied.',
      linkFailed: 'The link could not be copied; it is now in the address bar.',
      svg: 'Save as SVG',
      png: 'Save as PNG',
      file: 'log-loss',
    },
    sentence: ({ y, p, loss, unit, trend }) =>
      `The label is ${y} and p is ${p}: the loss is ${loss} ${unit} and ${trend}.`,
    sentenceSoft: ({ y, p, loss, entropy, divergence, unit, trend }) =>
      `The label is ${y} and p is ${p}: the loss is ${loss} ${unit}, of which ${entropy} is the entropy of the label and ${divergence} the price of p; it ${trend}.`,
    sentenceInfinite: ({ y, p }) =>
      y === '0' || y === '1'
        ? `The label is ${y} and p is exactly ${p}: the truth was called impossible, and the loss is infinite.`
        : `The label is ${y} and p is exactly ${p}: something that can happen was called impossible, and the loss is infinite.`,
    sentenceZero: ({ y, p }) =>
      `The label is ${y} and p is exactly ${p}: the truth was called certain, and the loss is 0.`,
    trends: {
      flat: 'is at its lowest here',
      gently_up: 'rises gently to the right',
      clearly_up: 'rises to the right',
      steeply_up: 'rises steeply to the right',
      gently_down: 'falls gently to the right',
      clearly_down: 'falls to the right',
      steeply_down: 'falls steeply to the right',
    },
    valueText: {
      probability: ({ at, loss }) => `p ${at}, loss ${loss}`,
      logit: ({ at, loss }) => `z ${at}, loss ${loss}`,
    },
    afterword: [
      'For `y = 1` the curve is `L = -ln p`; for `y = 0` it is the mirror image, `L = -ln(1 - p)`. Each has one side only: a wall that rises without end towards the confidently wrong answer, and low ground around the right one. They cross at `p = 0.5`, where `L = ln 2`.',
      'Every time you halve the probability given to the truth, the loss grows by the same `ln 2`, for ever.',
      'Between 0 and 1 the label says how often the outcome happens. Then the curve is a valley with two walls: its lowest point is at `p = y`, and its height there is the entropy of the label, not zero. No prediction can do better than to say how often.',
      'Along the logit axis a wrong answer costs about as much as its distance from zero: the walls become straight lines, and the slope never leaves the range from −1 to 1.',
    ],
  },

  practice: {
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
  },

  derivation: {
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
      probability_above_one: 'A probability lies between 0 and 1. For 85 % write 0.85.',
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
  },

  sources: [
    { text: 'Wikipedia, “Cross-entropy”.', detail: 'The definition and its relation to entropy and divergence.' },
    {
      text: 'I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, MIT Press 2016.',
      detail: 'Sections 3.13, 5.5 and 6.2.2: information theory, maximum likelihood, sigmoid output units.',
    },
    {
      text: 'C. M. Bishop, Pattern Recognition and Machine Learning, Springer 2006.',
      detail: 'Section 4.3.2: logistic regression and its cross-entropy error.',
    },
  ],
};
