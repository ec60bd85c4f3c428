import type { CardsText, Span } from '../cards.js';
import kept from './kept.js';

const LOSS_AT_85 = 'Right is `L = -ln 0.85`, about {-ln 0.85} nats.';
const P_BEHIND = 'Right is `p = e^(-0.7)`, about {e^(-0.7)}.';
const MEAN = 'Right is `-(ln 0.8 + ln 0.7)/2`, about {-(ln 0.8 + ln 0.7)/2} nats.';
const BITS = 'Right is `0.7/ln 2`, about {0.7/ln 2} bits.';

const at85 = (answer: string) => `For \`y = 1\` and \`p = 0.85\` somebody answers ${answer}. What went wrong?`;
const behind = (answer: string) =>
  `An example with \`y = 1\` has cost {0.7} nats. Asked for \`p\`, somebody answers ${answer}. What went wrong?`;
const mean = (answer: string) =>
  `Two examples: \`y = 1\` with \`p = 0.8\`, and \`y = 0\` with \`p = 0.3\`. Somebody finds a mean loss of ${answer}. What went wrong?`;
const bits = (answer: string) => `Asked for {0.7} nats in bits, somebody answers ${answer}. What went wrong?`;
const SOFT = 'A soft label `y = 0.3` meets the prediction `p = 0.6`.';
const ENTROPY = '{-(0.3 ln 0.3 + 0.7 ln 0.7)}';
const CROSS = '{-(0.3 ln 0.6 + 0.7 ln 0.4)}';
const DIVERGENCE = '{0.3 ln(0.3/0.6) + 0.7 ln(0.7/0.4)}';
const stable = (label: string, answer: string) =>
  `For ${label} and the logit \`z = 3\` somebody works out max(*z*, 0) − *zy* + ln(1 + e^−|*z*|) and answers ${answer}. What went wrong?`;
const SLOPE = 'Right is `p - y`, {-0.8}.';
const slope = (answer: string) =>
  `For \`y = 1\` and \`p = 0.2\` somebody works out the slope of the loss over the logit by the chain rule, and answers ${answer}. What went wrong?`;

const STEP = 'Right is {0.5*0.8*3}: the rate times `y - p` times the feature.';
const step = (answer: string) =>
  `One example has \`y = 1\`, \`p = 0.2\` and the feature 3; the rate is {0.5}. Somebody changes the weight by ${answer}. What went wrong?`;

const SPANS: Record<Span['unit'], readonly [one: string, more: string]> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  months: ['month', 'months'],
};
const span = ({ unit, count, shown }: Span) => `${shown} ${SPANS[unit][count === 1 ? 0 : 1]}`;

/** What <bce-cards> says. */
export default {
  intro:
    'Read the front, answer in your head or on paper, then turn the card over and say how it went. A card comes back shortly before you would forget it. Wrong turns that you meet in the exercises become cards as well.',
  kept,
  left: ({ back, fresh }) => `Today: ${back} to repeat, ${fresh} new.`,
  group: {
    definitions: 'Definition',
    formulas: 'Formula',
    values: 'Value',
    traps: 'Trap',
    own: 'Your own wrong turn',
  },
  isNew: 'new',
  show: 'Show the answer',
  grade: 'How did it go?',
  grades: { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' },
  span,
  keys: 'Keys: the space bar or Enter shows the answer, 1 to 4 grade it, U takes the last grade back.',
  undo: 'Take back the last grade',
  undone: 'The last grade has been taken back.',
  graded: (until) => `That card comes back in ${span(until)}.`,
  done: {
    heading: 'That is all for today',
    next: (when) => `The next card comes back ${when}.`,
    none: 'No card is waiting.',
    exercises: 'Go on with the exercises',
  },
  soon: (until) => `in ${span(until)}`,
  on: (day) => `on ${day}`,
  all: {
    heading: 'All cards',
    columns: ['Card', 'Comes back'],
    today: 'today',
    fresh: 'not seen yet',
  },

  cards: {
    meaning: {
      front: 'What does binary cross-entropy measure, in one sentence?',
      back: 'Minus the natural logarithm of the probability that the model gave to *what really happened*.',
    },
    label: {
      front: 'What do `y` and `p` stand for, and which values do they take?',
      back: '`y` is the label, what really happened: 0 or 1. `p` is the predicted probability that `y = 1`: between 0 and 1, a decimal and not a percentage.',
    },
    logit: {
      front: 'What is a logit?',
      back: 'A score `z` without bounds, whose sigmoid is the probability. Positive means that 1 is the likelier outcome, 0 means even odds.',
    },
    nats: {
      front: 'In which unit is the loss counted, and what decides that?',
      back: 'In nats, because the logarithm is the natural one. To base 2 it would be bits, to base 10 hartleys. A physical unit it never has.',
    },
    soft_label: {
      front: 'What is the least loss that a soft label leaves, and at which `p`?',
      back: 'The entropy of the label, at `p = y`. The curve is a valley there, and its floor is not at zero.',
    },
    likelihood: {
      front: 'What has the mean loss to do with likelihood?',
      back: 'It is the negative log-likelihood of independent labels, divided by their number. The least mean loss is the greatest likelihood.',
    },
    proper: {
      front: 'The loss is a strictly proper score. What does that promise?',
      back: 'Who predicts the true probability does best on average, and whoever says anything else does worse.',
    },
    loss: {
      front: 'Write down the loss for a label `y` and a prediction `p`.',
      back: '`L = -[y ln p + (1 - y) ln(1 - p)]`',
    },
    loss_for_one: { front: 'What is left of the loss for `y = 1`?', back: '`L = -ln p`' },
    loss_for_zero: { front: 'What is left of the loss for `y = 0`?', back: '`L = -ln(1 - p)`' },
    sigmoid: {
      front: 'How does a logit `z` become a probability?',
      back: 'By the sigmoid: `p = 1/(1 + e^(-z))`.',
    },
    logit_of_p: {
      front: 'How does a probability become a logit again?',
      back: 'By the logarithm of its odds: `z = ln(p/(1 - p))`.',
    },
    p_of_loss: {
      front: 'A label of 1 has cost the loss `L`. Which `p` was predicted?',
      back: '`p = e^(-L)`. For a label of 0 it is `p = 1 - e^(-L)`.',
    },
    slope_in_p: { front: 'What is the slope of the loss over `p`?', back: '`(p - y)/(p(1 - p))`' },
    slope_in_logit: {
      front: 'What is the slope of the loss over the logit `z`?',
      back: '`p - y`, the prediction minus the label. It stays near its full size while the model is confidently wrong.',
    },
    to_bits: {
      front: 'How many bits is a loss of `L` nats?',
      back: '`L/ln 2`. A nat is more than a bit, so the number grows.',
    },
    coin: {
      front: 'What does `p = 0.5` cost, whatever happens?',
      back: '`ln 2`, about {ln 2}: the price of a coin toss.',
    },
    nearly_sure: {
      front: 'About how much is lost with `p = 0.99` when `y = 1`?',
      back: 'About {-ln 0.99}. Near the right answer the loss is close to the probability that is missing.',
    },
    nine_in_ten: { front: 'About how much is lost with `p = 0.9` when `y = 1`?', back: 'About {-ln 0.9}.' },
    one_in_ten: {
      front: 'About how much is lost with `p = 0.1` when `y = 1`?',
      back: 'About {-ln 0.1}, which is `ln 10`: more than three coin tosses.',
    },
    halving: {
      front: 'The probability given to the truth is halved. What happens to the loss?',
      back: 'It grows by `ln 2`, about {ln 2}: every time, and for ever.',
    },
    impossible: {
      front: 'What does it cost to call impossible what then happens?',
      back: 'Infinitely much: `-ln 0` is {-ln 0}.',
    },
    base_rate: {
      front: 'One example in ten is a 1. What does a model score that always answers `0.1`?',
      back: 'The entropy of that share, about {-(0.1 ln 0.1 + 0.9 ln 0.9)} nats. A model that stays above it does worse than one fixed answer.',
    },
    wrong_base: {
      front: 'Somebody takes the logarithm to base 10. By which factor is the loss too small?',
      back: 'By `ln 10`, about {ln 10}.',
    },
    percent: {
      front: 'A model is 85% sure. What goes into the formula for `p`?',
      back: '{0.85}. A probability lies between 0 and 1; the logarithm of 85 is not even negative.',
    },
    swapped: {
      front: 'Which label does `ln(1 - p)` belong to?',
      back: 'To `y = 0`: its factor is `1 - y`. `ln p` belongs to `y = 1`.',
    },
    ends: {
      front: 'Why should a prediction never be exactly 0 or 1?',
      back: 'If the other thing happens the loss is infinite. Work from the logit, or know where your library clamps.',
    },
    many_classes: {
      front: 'A picture shows a cat, a dog or a bird. Is binary cross-entropy the loss for it?',
      back: 'No: the classes exclude each other. Categorical cross-entropy with a softmax is made for that.',
    },
    wrong_answers: {
      front: 'Why is a model not trained on the number of its wrong answers?',
      back: 'That is a step. Its slope is zero almost everywhere, so gradient descent has nothing to follow.',
    },
  },

  turns: {
    base_ten: { front: at85('{-log10(0.85)}'), right: LOSS_AT_85 },
    base_two: { front: at85('{-log2(0.85)}'), right: LOSS_AT_85 },
    lost_minus: { front: at85('{ln 0.85}'), right: LOSS_AT_85 },
    other_term: { front: at85('{-ln 0.15}'), right: LOSS_AT_85 },
    percentage: { front: at85('{-ln 85}'), right: LOSS_AT_85 },
    squared_error: { front: at85('{0.15^2}'), right: LOSS_AT_85 },
    absolute_error: { front: at85('{0.15}, the distance to the label'), right: LOSS_AT_85 },
    probability: { front: at85('{0.85}'), right: LOSS_AT_85 },
    complement: { front: at85('{0.15}, the probability of a 0'), right: LOSS_AT_85 },
    hundredfold: { front: at85('{-100 ln 0.85}'), right: LOSS_AT_85 },
    misplaced_point: { front: at85('{-10 ln 0.85}'), right: LOSS_AT_85 },
    halved: { front: at85('{-(ln 0.85)/2}'), right: LOSS_AT_85 },
    both_terms: { front: at85('{-(ln 0.85 + ln 0.15)}'), right: LOSS_AT_85 },
    entropy: { front: at85('{-(0.85 ln 0.85 + 0.15 ln 0.15)}'), right: LOSS_AT_85 },
    own_weight: { front: at85('{-0.85 ln 0.85}'), right: LOSS_AT_85 },
    logit: { front: at85('{ln(1 + e^(-0.85))}'), right: LOSS_AT_85 },
    slope: { front: at85('{-1/0.85}'), right: LOSS_AT_85 },
    slope_in_logit: { front: at85('{-0.15}'), right: LOSS_AT_85 },
    mislabelled: { front: at85('{-ln 0.85} bits'), right: LOSS_AT_85 },
    logit_as_p: {
      front: 'For `y = 1` and the logit `z = 0.4` somebody answers {-ln 0.4}. What went wrong?',
      right: 'Right is `L = ln(1 + e^(-0.4))`, about {ln(1 + e^(-0.4))} nats.',
    },
    other_outcome: {
      front:
        'An example with `y = 0` has cost {0.7} nats. Asked for `p`, somebody answers {e^(-0.7)}. What went wrong?',
      right: 'Right is `p = 1 - e^(-0.7)`, about {1 - e^(-0.7)}.',
    },
    straight_line: { front: behind('{0.3}'), right: P_BEHIND },
    power_of_ten: { front: behind('{10^(-0.7)}'), right: P_BEHIND },
    power_of_two: { front: behind('{2^(-0.7)}'), right: P_BEHIND },
    growing_power: { front: behind('{e^0.7}'), right: P_BEHIND },
    sum: { front: mean('{-(ln 0.8 + ln 0.7)}'), right: MEAN },
    labels_ignored: { front: mean('{-(ln 0.8 + ln 0.3)/2}'), right: MEAN },
    terms_swapped: { front: mean('{-(ln 0.2 + ln 0.3)/2}'), right: MEAN },
    ten_for_e: { front: mean('{-(log10(0.8) + log10(0.7))/2}'), right: MEAN },
    two_for_e: { front: mean('{-(log2(0.8) + log2(0.7))/2}'), right: MEAN },
    minus_lost: { front: mean('{(ln 0.8 + ln 0.7)/2}'), right: MEAN },
    multiplied: { front: bits('{0.7 ln 2}'), right: BITS },
    hartleys: { front: bits('{0.7/ln 10}'), right: BITS },
    unchanged: { front: bits('{0.7}'), right: BITS },
    max_left_out: {
      front: stable('`y = 0`', '{ln(1 + e^(-3))}'),
      right: 'Right is `3 + ln(1 + e^(-3))`, about {3 + ln(1 + e^(-3))} nats.',
    },
    tail_left_out: {
      front: stable('`y = 0`', '{3}'),
      right: 'Right is `3 + ln(1 + e^(-3))`, about {3 + ln(1 + e^(-3))} nats.',
    },
    product_added: {
      front: stable('`y = 1`', '{6 + ln(1 + e^(-3))}'),
      right: 'Right is `3 - 3 + ln(1 + e^(-3))`, about {ln(1 + e^(-3))} nats.',
    },
    factors_added: { front: slope('{-1/0.2 + 0.2*0.8}'), right: SLOPE },
    squared_slope: { front: slope('{-0.8*0.2*0.8}'), right: SLOPE },
    own_square: {
      front: 'How fast does `p` change with the logit, at `p = 0.2`? Somebody answers {0.04}. What went wrong?',
      right: 'Right is `0.2*(1 - 0.2)`, {0.16}.',
    },
    first_order: {
      front:
        'The step of a central difference becomes ten times smaller. Somebody expects its error to become ten times smaller as well. What went wrong?',
      right: 'It falls with the square of the step: a hundred times, as long as rounding does not take over.',
    },
    label_entropy: {
      front: `${SOFT} Asked for the cross-entropy, somebody answers ${ENTROPY}. What went wrong?`,
      right: `Right is ${CROSS} nats.`,
    },
    not_subtracted: {
      front: `${SOFT} Asked for KL(*y*\u00a0‖\u00a0*p*), somebody answers ${CROSS}. What went wrong?`,
      right: `Right is ${DIVERGENCE} nats.`,
    },
    entropy_added: {
      front: `${SOFT} Asked for KL(*y*\u00a0‖\u00a0*p*), somebody answers {-(0.3 ln 0.6 + 0.7 ln 0.4) - (0.3 ln 0.3 + 0.7 ln 0.7)}. What went wrong?`,
      right: `Right is ${DIVERGENCE} nats.`,
    },
    reversed: {
      front: `${SOFT} Asked for KL(*y*\u00a0‖\u00a0*p*), somebody answers {0.6 ln(0.6/0.3) + 0.4 ln(0.4/0.7)}. What went wrong?`,
      right: `Right is ${DIVERGENCE} nats.`,
    },
    uphill: { front: step('{-0.5*0.8*3}'), right: STEP },
    feature_left_out: { front: step('{0.5*0.8}'), right: STEP },
    rate_left_out: { front: step('{0.8*3}'), right: STEP },
  },
} satisfies CardsText;
