import type { LogitsText } from '../logits.js';
import { walk } from './walk.js';

/** What <bce-logits> says. */
export default {
  walk,
  heading: 'From logits, step by step',
  intro:
    'The last layer of a model gives a score, the logit `z`, and the sigmoid makes a probability of it: `p = 1/(1 + e^(-z))`. On paper the loss may be taken from either. In a computer only one of them works, and here you see why.',
  steps: [
    {
      heading: 'The loss of a logit',
      body: [
        'For `y = 1` the loss is `-ln p`. Put the sigmoid in the place of `p`, turn the fraction in the logarithm over, and `ln(1 + e^(-z))` is left.',
        'For `y = 0` it is `-ln(1 - p)`. Because `1 - p = 1/(1 + e^z)`, that is `ln(1 + e^z)`.',
        'Move `z`. Confidently right, the loss fades away; confidently wrong, it grows along a line that is all but straight.',
      ],
      ask: ({ at }) =>
        `An example has the label \`y = 1\`, and the model gives it the logit \`z = ${at}\`. What is its loss?`,
      field: 'The loss',
      why: ({ at, answer }) => [`\`L = ln(1 + e^(-${at})) ≈ ${answer}\`.`],
      turns: {
        other_term: '*That is the loss for a label of 0.* For `y = 1` the exponent is `-z`.',
        probability: '*That is p itself.* The loss is minus its logarithm.',
      },
    },
    {
      heading: 'Where it breaks',
      body: [
        'A program that follows the textbook first works out `p`, then `1 - p`, then both logarithms, then the sum. After each it keeps as many figures as its numbers have room for: about 16 in double precision (float64), about 7 in single (float32).',
        'Close to 1 they run out. Between `p` and 1 there is no number left, so `1 - p` becomes 0 and its logarithm has no bound. And where the label gives that term the factor 0, zero times infinity is *not a number*: NaN.',
        'Try the large ones. What they do to the program, they do to a training run.',
      ],
      ask: () => 'At `z = 40` and `y = 0` the true loss is 40. What does the program get in double precision?',
      options: [
        {
          answer: '40, with some figures lost',
          reason: 'It would need `1 - p`, which is {e^(-40)}. By subtraction it gets 0: every figure is lost.',
        },
        {
          answer: 'infinity',
          reason: 'The double that is nearest to `p` is 1. So `1 - p` is 0, and its logarithm has no bound.',
        },
        {
          answer: '0',
          reason: 'That comes out at `z = -40`, where the true loss is {e^(-40)}. Here the model is confidently wrong.',
        },
        {
          answer: 'NaN, not a number',
          reason:
            'That is for `y = 1`, where the factor 0 meets `ln 0`. For `y = 0` it meets `ln 1`, which does no harm.',
        },
      ],
      why: () => [
        'In double precision `1 - p` is lost from a logit of about {ln(2^53)} on, in single from about {ln(2^24)}. On the other side `e^(-z)` overflows: in double precision below about −{ln(1.797693e308)}, in single below about −{ln(3.402823e38)}.',
      ],
    },
    {
      heading: 'One formula for both labels',
      body: [
        'The two losses are of one kind, and they differ by `z` alone: take `e^z` out of `1 + e^z`, and `ln(1 + e^z) = z + ln(1 + e^(-z))`.',
        'So one logarithm is enough for any label, hard or soft. Start from `L = y ln(1 + e^(-z)) + (1 - y) ln(1 + e^z)`.',
      ],
      ask: () => 'Put `ln(1 + e^z) - z` in the place of `ln(1 + e^(-z))`. What is left?',
      options: [
        {
          answer: '`L = ln(1 + e^z) - z y`',
          reason: 'The two shares of `ln(1 + e^z)` make a whole, and `z` keeps the factor `y`.',
        },
        {
          answer: '`L = ln(1 + e^z) - z`',
          reason: 'So it is for `y = 1` alone. Everything in the first term has the factor `y`.',
        },
        {
          answer: '`L = ln(1 + e^z) + z y`',
          reason: 'The minus in front of `z` stays a minus: a high logit is what a label of 1 wants.',
        },
        {
          answer: '`L = (1 - y) ln(1 + e^z) - z y`',
          reason: 'The first term has a share of `ln(1 + e^z)` as well. Both shares make a whole.',
        },
      ],
      why: () => [
        '`L = ln(1 + e^z) - z y`, and `p` is never worked out. But `e^z` still overflows where `z` is large, although the loss itself is a number of three digits.',
      ],
    },
    {
      heading: 'Take the large part out',
      body: [
        'For a large positive `z` the logarithm `ln(1 + e^z)` is all but `z`; for a large negative one it is all but 0. That part can be taken out: `ln(1 + e^z) = max(z, 0) + ln(1 + e^(-|z|))`.',
        'What is left in the exponent is never positive. Its power is at most 1 and cannot overflow, and its logarithm lies between 0 and `ln 2`.',
      ],
      ask: ({ at }) => `\`e^${at}\` is more than any double can hold. What is \`ln(1 + e^${at})\`?`,
      field: 'Its value',
      why: ({ at }) => [
        `The large part is ${at}. What the logarithm adds, \`ln(1 + e^(-${at}))\`, has its first figure in the 348th decimal place.`,
      ],
      turns: {
        tail_left_out: '*That is only what the logarithm adds.* The large part, `max(z, 0)`, is missing.',
        minus_lost: '*Mind the sign.* The logarithm of something above 1 is positive.',
        ten_for_e: '*That used base 10.* Here it is the natural logarithm, ln.',
        two_for_e: '*That used base 2.* Here it is the natural logarithm, ln.',
      },
    },
    {
      heading: 'The stable form',
      body: [
        'Together: `L = max(z, 0) - z y + ln(1 + e^(-|z|))`. It holds for every label and every logit, and no number on the way is larger than it has to be.',
        'What libraries call a loss “with logits” is this, or the same in other words. Give them `z`, and never take the sigmoid first.',
      ],
      ask: () =>
        'At `z = 40` the last part is the logarithm of 1 and {e^(-40)}. A program that adds the two gets 1, and so the logarithm 0. What keeps the figures?',
      options: [
        {
          answer: 'a function that takes the small number and never forms the sum',
          reason: 'Most languages have one, mostly called log1p. From a small number it makes that number, and not 0.',
        },
        {
          answer: 'clamping p away from 0 and 1',
          reason: 'That swaps the true loss for another one, and its slope for 0. And `p` is not even worked out here.',
        },
        {
          answer: 'single precision',
          reason: 'It has fewer figures, not more.',
        },
        {
          answer: 'adding a small number inside every logarithm',
          reason: 'That changes every loss a little, and lets a right prediction cost less than nothing.',
        },
      ],
      why: () => [
        'With it the form is accurate to the last figures, from the largest logits to the smallest losses. This page computes its losses so.',
      ],
    },
  ],
  task: {
    heading: 'Task: a loss from its logit',
    body: ['One example, worked out by the stable form: `L = max(z, 0) - z y + ln(1 + e^(-|z|))`.'],
    ask: ({ y, at }) =>
      `The model gives an example the logit \`z = ${at}\`, and its label is \`y = ${y}\`. What is the loss?`,
    field: 'The loss',
    why: ({ answer }) => [`\`L ≈ ${answer}\`.`],
    turns: {
      other_term: '*That is the loss of the other label.* The product `z y` counts for `y = 1` and not for `y = 0`.',
      probability: '*That is p itself.* The form needs only `z` and `y`.',
    },
  },

  label: 'Label `y`',
  logit: 'Logit `z`',
  typed: 'Any logit',
  typedFault: 'Type a finite number, such as −800.',
  presets: 'Logits to try',
  axes: { logit: 'logit `z`', loss: 'loss `L` in nats' },
  lines: {
    loss: 'the loss',
    double: 'by way of `p`, float64',
    single: 'by way of `p`, float32',
  },
  picture: ({ z, y, loss }) => `The loss over the logit for the label ${y}. At the logit ${z} it is ${loss}.`,
  probability: '`p`',
  loss: '`L`',
  table: 'What the program computes, one number after the other',
  step: 'number',
  columns: { single: 'float32', double: 'float64', stable: 'the stable form' },
  rows: {
    power: '`e^(-z)`',
    probability: '`p = 1/(1 + e^(-z))`',
    complement: '`1 - p`',
    lnProbability: '`ln p`',
    lnComplement: '`ln(1 - p)`',
    loss: '`L`',
  },
  nan: 'NaN',
  outcomes: {
    sound: 'agrees to four figures',
    rounded: 'has lost figures',
    zero: 'has lost everything: it gives 0',
    infinite: 'gives infinity',
    nan: 'gives NaN, not a number',
  },
  outcome: (double, single) => `By way of p, float64 ${double}; float32 ${single}.`,
  underflow: 'A true loss that is shown as 0 is smaller than the smallest double, 4.9 × 10⁻³²⁴.',
  rising: '`ln(1 + e^z)`',
  falling: '`ln(1 + e^(-z))`',
  difference: 'their difference, `z`',
  large: '`max(z, 0)`',
  product: '`z y`',
  tail: '`ln(1 + e^(-|z|))`',
  plainPower: '`e^z` in float64',
} satisfies LogitsText;
