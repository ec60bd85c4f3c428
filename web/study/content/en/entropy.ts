import type { EntropyText } from '../entropy.js';
import { walk } from './walk.js';

/** What <bce-entropy> says. */
export default {
  walk,
  heading: 'Entropy, cross-entropy and what is between them, step by step',
  intro:
    'For a hard label the least loss is 0. For a soft one it is not: part of the loss is nobody’s fault. Here the two parts come apart, and then you bet your own probabilities and see what they cost.',
  steps: [
    {
      heading: 'Entropy: what a label costs at best',
      body: [
        'A soft label is a probability itself. Of ten examples with `y = 0.3`, about three turn out as a 1, and nobody can know which. So even the best prediction is surprised now and then.',
        'A result of probability `y` surprises by `-ln y`. On average over both results that is the *entropy* of the label, *H(y)*: `-(y ln y + (1 - y) ln(1 - y))`.',
        'In the picture it is an area. Each result is a column as wide as it is probable and as high as it surprises.',
      ],
      ask: ({ y }) => `What is the entropy of the label \`y = ${y}\`, in nats?`,
      field: 'The entropy',
      why: ({ answer }) => [
        `\`-(0.3 ln 0.3 + 0.7 ln 0.7)\` is about ${answer} nats. The entropy is 0 for a hard label, and largest, \`ln 2\`, at one half.`,
      ],
      turns: {
        lost_minus:
          '*Mind the sign.* Logarithms of probabilities are negative, so the minus in front makes it positive.',
        base_two: '*That is in bits.* Nats are asked for: use ln.',
        own_weight: '*That is one column alone.* The other result, of probability `1 - y`, counts as well.',
        both_terms: '*That adds both surprises in full.* Each counts only as often as it happens.',
      },
    },
    {
      heading: 'Cross-entropy: with another belief',
      body: [
        'Now predict `p`. The results still come as often as the label says, but each surprises by what the prediction gave it: the widths are those of `y`, the heights those of `p`.',
        'The area is the *cross-entropy*, and that is the loss: `L = -[y ln p + (1 - y) ln(1 - p)]`. The dashed columns are the entropy again.',
      ],
      ask: ({ y, at }) =>
        `The label is \`y = ${y}\`, the prediction \`p = ${at}\`. What is the cross-entropy, in nats?`,
      field: 'The cross-entropy',
      why: ({ answer }) => [
        `\`-(0.3 ln 0.6 + 0.7 ln 0.4)\` is about ${answer} nats. One column may be lower than that of the entropy; the two together never are.`,
      ],
      turns: {
        label_entropy: '*That is the entropy of the label.* The logarithms are of the prediction here.',
        entropy: '*That is the entropy of the prediction.* The weights are those of the label.',
        terms_swapped: '*The weights have changed places.* `y` belongs to `ln p`.',
        base_two: '*That is in bits.* Nats are asked for: use ln.',
      },
    },
    {
      heading: 'What lies between: KL',
      body: [
        'What the cross-entropy has above the entropy is the price of the wrong belief: the *Kullback–Leibler divergence*, *KL(y ‖ p)*. So cross-entropy = entropy + KL.',
        'In one formula it is `y ln(y/p) + (1 - y) ln((1 - y)/(1 - p))`. It is never negative, and it is no distance: the other way round it is another number.',
      ],
      ask: ({ y, at }) => `For \`y = ${y}\` and \`p = ${at}\`, what is *KL(y ‖ p)*, in nats?`,
      field: 'The divergence',
      why: ({ answer }) => [
        `{-(0.3 ln 0.6 + 0.7 ln 0.4)} − {-(0.3 ln 0.3 + 0.7 ln 0.7)} ≈ ${answer}. Round only at the end.`,
      ],
    },
    {
      heading: 'Where it is zero',
      body: [
        'Only the divergence depends on `p`. So training on a soft label can bring the loss down to the entropy, and no further.',
        'Move `p` along the curve, and look for the lowest place.',
      ],
      ask: () => 'For `y = 0.3`: where is the loss least, and how large is it there?',
      options: [
        {
          answer: 'at `p = 0.3`, where it is 0',
          reason: 'The divergence is 0 there. The entropy, {-(0.3 ln 0.3 + 0.7 ln 0.7)}, is left.',
        },
        {
          answer: 'at `p = 0.3`, where it is {-(0.3 ln 0.3 + 0.7 ln 0.7)}',
          reason: 'There the divergence is 0, and what is left is the entropy.',
        },
        {
          answer: 'at `p = 0`, because a 0 is likelier',
          reason: 'Three of ten turn out as a 1, and each of them would cost infinity.',
        },
        {
          answer: 'at `p = 0.5`, which is safest',
          reason: 'There every result costs `ln 2`, {ln 2}, which is more.',
        },
      ],
      why: () => [
        'A loss that stops falling above 0 may be as good as it gets. What a model can still gain is the divergence.',
      ],
    },
    {
      heading: 'Put your own probabilities to the test',
      body: [
        'Twenty events are coming. Before each you bet a probability that it will be a 1, and then you see it. Bet a little, or the same each time, or something wild.',
        'Two scores are kept. The *log loss* is the mean of what you pay by this lesson’s formula; the *Brier score* is the mean of `(y - p)^2`. Both are *proper*: on average nothing pays better than to bet what you believe.',
        'And *calibration*: of the events that you gave about 70 %, about 70 % should happen.',
      ],
      ask: () => 'Somebody bets exactly 1 on an event, and it does not happen. What do the two scores give for it?',
      options: [
        {
          answer: 'log loss: infinity; Brier: 1',
          reason:
            'It was called impossible and happened. No later event can make up for that in the log loss; in the Brier score it is the most that one event can cost.',
        },
        { answer: 'both: 1', reason: 'That is the square of the distance. The logarithm of 0 has no bound.' },
        {
          answer: 'log loss: 100; Brier: 1',
          reason: 'PyTorch reports 100, because it holds its logarithms at −100. The loss itself has no bound.',
        },
        { answer: 'both: infinity', reason: 'A square of a distance between 0 and 1 is at most 1.' },
      ],
      why: () => [
        'Certainty is a bet of everything you have. The log loss takes it at its word, so leave it to what is certain.',
      ],
    },
  ],
  task: {
    heading: 'Task: the price of a wrong belief',
    body: ['The divergence is the cross-entropy less the entropy, or `y ln(y/p) + (1 - y) ln((1 - y)/(1 - p))`.'],
    ask: ({ y, at }) => `The label is \`y = ${y}\`, the prediction \`p = ${at}\`. What is *KL(y ‖ p)*, in nats?`,
    field: 'The divergence',
    why: ({ y, at, answer }) => [
      `\`${y} ln(${y}/${at})\` and \`(1 - ${y}) ln((1 - ${y})/(1 - ${at}))\` make about ${answer} nats.`,
    ],
  },

  label: 'Label `y`',
  probability: 'Prediction `p`',
  amounts: { entropy: 'entropy *H(y)*', divergence: '*KL(y ‖ p)*', loss: 'cross-entropy `L`' },
  axes: {
    width: 'how probable',
    surprise: 'surprise in nats',
    probability: 'prediction `p`',
    loss: 'loss `L` in nats',
  },
  areas: { entropy: 'entropy, by the label alone', loss: 'cross-entropy, by the prediction' },
  results: { one: 'a 1', zero: 'a 0' },
  areaPicture: ({ y, entropy, loss, p }) =>
    `Two columns, of the widths ${y} and the rest, for the label ${y}. Their area is the entropy, ${entropy} nats.` +
    (loss === undefined ? '' : ` With the heights of the prediction ${p} the area is the cross-entropy, ${loss} nats.`),
  barPicture: ({ entropy, divergence, loss }) =>
    `A bar of ${entropy} nats of entropy and one of ${divergence} nats of divergence make up the cross-entropy of ${loss} nats.`,
  curvePicture: ({ y, p, entropy, loss }) =>
    `The loss over the prediction for the label ${y}: lowest at ${y}, where it is ${entropy} nats. At the prediction ${p} it is ${loss}.`,
  floor: (entropy) => `entropy ${entropy}`,
  endless: 'The prediction calls impossible what does happen, so the cross-entropy and the divergence are infinite.',
  zero: 'The prediction is the label: the divergence is 0, and only the entropy is left.',

  bets: {
    heading: 'Your bets',
    source: (seed) =>
      `The source is made up for this lesson: a bent coin. How bent it is and how it falls follow from the seed ${seed}, and are kept from you until the end.`,
    next: (n, of) => `Event ${n} of ${of}`,
    bet: 'Your bet that it will be a 1',
    place: 'Bet',
    rest: 'Bet this on all that are left',
    again: 'A new run',
    events: 'The events so far',
    event: (n, bet, outcome, cost) => `Event ${n}: you bet ${bet}, it was a ${outcome}; that cost ${cost} nats.`,
    last: (bet, outcome, cost) => `You bet ${bet}, and it was a ${outcome}. Log loss ${cost} nats.`,
    columns: { bettor: 'who bets', bet: 'bet', logLoss: 'log loss', brier: 'Brier score' },
    rows: { own: 'you', best: 'the best constant bet', half: 'always one half' },
    various: 'yours',
    table: 'The scores, each the mean per event: lower is better',
    ruined: (times) =>
      `Bets of exactly 0 or 1 that were wrong: ${times}. Each costs infinity, so the mean is infinite, whatever else you bet.`,
    over: (rate, share) =>
      `The run is over. The source gives a 1 with a probability of ${rate}; in this run the share of ones was ${share}. The best constant bet is that share, which nobody can know before.`,
    calibration: 'Your calibration',
    bin: (low, high) => `${low} to ${high}`,
    bins: { range: 'bets from', count: 'how many', bet: 'mean bet', share: 'share of ones' },
    calibrationNote:
      'Well calibrated are bets whose mean is close to the share of ones. In twenty events chance alone keeps them apart by a good deal.',
  },
} satisfies EntropyText;
