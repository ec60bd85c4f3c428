import type { GradientText } from '../gradient.js';
import { walk } from './walk.js';

/** What <bce-gradient> says. */
export default {
  walk,
  heading: 'The gradient, step by step',
  intro:
    'How much does the loss change when the logit does? The answer is the shortest formula of all, `p - y`. Here it comes out of the chain rule, and then you check it with numbers until the check itself gives way.',
  steps: [
    {
      heading: 'The slope over p',
      body: [
        'Start from `L = -[y ln p + (1 - y) ln(1 - p)]`. The slope of `ln p` is `1/p`, that of `ln(1 - p)` is `-1/(1 - p)`.',
        'So the slope of the loss over the probability, *dL/dp*, is `-y/p + (1 - y)/(1 - p)`. Over one denominator that is `(p - y)/(p(1 - p))`.',
        'Move the point towards a confident mistake: this slope grows without end.',
      ],
      ask: ({ y, at }) => `What is *dL/dp* at \`p = ${at}\` for the label \`y = ${y}\`?`,
      field: 'The slope dL/dp',
      why: ({ answer }) => [
        `\`(0.2 - 1)/(0.2 * 0.8) = ${answer}\`: a little more \`p\` makes the loss fall, and steeply.`,
      ],
      turns: {
        minus_lost: '*Mind the sign.* With `y = 1` more `p` makes the loss smaller, so the slope is negative.',
        slope_in_logit: '*That is p − y alone.* It still has to be divided by `p(1 - p)`.',
        other_term: '*That is the slope for a label of 0.* For `y = 1` the term `-y/p` is the one that is left.',
        squared_slope: '*That multiplies by p(1 − p).* Here it divides.',
      },
    },
    {
      heading: 'The slope of the sigmoid',
      body: [
        'The probability comes from the logit: `p = 1/(1 + e^(-z))`. Its slope over `z`, *dp/dz*, is `e^(-z)/(1 + e^(-z))^2`.',
        'One factor `1/(1 + e^(-z))` of that is `p`. What is left, `e^(-z)/(1 + e^(-z))`, is `1 - p`. So *dp/dz* is `p(1 - p)`: a quarter at `z = 0`, and next to nothing far out.',
      ],
      ask: ({ at }) => `What is *dp/dz* where \`p = ${at}\`?`,
      field: 'The slope dp/dz',
      why: () => ['`0.2 * 0.8 = 0.16`. Far out, on either side, the probability hardly moves with the logit any more.'],
      turns: {
        probability: '*That is p alone.* The other factor is `1 - p`.',
        complement: '*That is 1 − p alone.* The other factor is `p`.',
        minus_lost: '*Mind the sign.* The sigmoid only rises.',
      },
    },
    {
      heading: 'Multiply, and cancel',
      body: [
        'The chain rule: how the loss goes with the logit is how it goes with `p`, times how `p` goes with the logit.',
        '*dL/dz* is `(p - y)/(p(1 - p))` times `p(1 - p)`. The factor that made the first slope endless is the one that makes the second vanish. They cancel, and `p - y` is left.',
      ],
      ask: ({ y, at }) => `What is *dL/dz* at \`p = ${at}\` for the label \`y = ${y}\`?`,
      field: 'The slope dL/dz',
      why: () => [
        '`0.2 - 1 = -0.8`, which is `-5 * 0.16`. Soft labels change nothing: no step has used that `y` is 0 or 1.',
      ],
      turns: {
        minus_lost: '*Mind the sign.* It is the prediction minus the label.',
        slope: '*That is the first factor alone,* dL/dp. Multiply it by the slope of the sigmoid.',
        squared_slope: '*That multiplies by p(1 − p) once more.* So does the squared error; here it has cancelled.',
      },
    },
    {
      heading: 'Why it matters',
      body: [
        'The slope over the logit is what moves a model. That of the cross-entropy lies between −1 and 1, and says how far off the prediction is.',
        'The squared error `(y - p)^2/2` has the slope `(p - y) p(1 - p)`. Nothing cancels the last factor there, so its slope vanishes where the model is most wrong.',
      ],
      ask: () =>
        'A model is confidently wrong: the label is `y = 1`, the logit `z = -6`. Which slope is large enough to move it?',
      options: [
        {
          answer: 'both, and about equally',
          reason: 'Look at −6 in the picture: one of the two curves has all but reached 0 there.',
        },
        {
          answer: 'that of the cross-entropy',
          reason:
            'It is {1/(1+e^6)-1}; that of the squared error is {(1/(1+e^6)-1)/(2+e^6+e^(-6))}, some 400 times less.',
        },
        {
          answer: 'that of the squared error, because squares grow fast',
          reason: 'The error itself cannot exceed 1, and far out the factor `p(1 - p)` leaves next to nothing of it.',
        },
        {
          answer: 'neither: far out both are flat',
          reason: 'The probability is flat there. The loss is not: it falls by almost 1 for each unit of `z`.',
        },
      ],
      why: () => [
        'A start that is confidently wrong is a place where squared error stands still and cross-entropy does not.',
      ],
    },
    {
      heading: 'Check it by going a step aside',
      body: [
        'A slope can be checked without any rule: go a step *h* to the side, and divide how much the loss has changed by how far you went. Forward that is [L(z\u00a0+\u00a0h)\u00a0− L(z)]\u00a0/\u00a0h; central, to both sides, [L(z\u00a0+\u00a0h)\u00a0− L(z\u00a0−\u00a0h)]\u00a0/\u00a02h.',
        'Make *h* smaller, and the quotient comes closer to `p - y`. Go on, and it leaves again. Drive it too far both ways.',
      ],
      ask: () => 'At *h* = 10⁻¹⁴ the forward check is off by far more than at 10⁻⁸. Why?',
      options: [
        {
          answer: 'the two losses agree in nearly all their figures',
          reason:
            'Their difference is left with the last figures, which rounding has spoilt, and the small *h* blows that up.',
        },
        {
          answer: 'the curve bends too much between the two points',
          reason: 'That is what goes wrong for a large *h*. Over so short a way the curve is straight.',
        },
        {
          answer: 'a division by so small a number overflows',
          reason: 'The quotient is of ordinary size. It is the number above the line that is not worth much.',
        },
        {
          answer: 'the formula `p - y` holds only for large steps',
          reason: 'It is the slope at the point itself: no step is in it. It is the check that gives way.',
        },
      ],
      why: () => [
        'Bending costs about in proportion to *h* (forward) or to its square (central); rounding costs about 10⁻¹⁶ / *h*. Between them is the best step: near 10⁻⁸ forward, near 10⁻⁵ central.',
      ],
    },
    {
      heading: 'How fast it gets better',
      body: [
        'On axes of powers of ten each cause is a straight line. To the right the curve bends: the forward error falls with *h*, the central one twice as fast on this paper, because to first order the two sides cancel. To the left both rise again, by rounding.',
      ],
      ask: () => 'Take a central difference with *h* = 10⁻², then with 10⁻³. By which factor does its error fall?',
      field: 'The factor',
      why: () => [
        'A tenth of the step, a hundredth of the error: it goes with the square of *h*. Forward it would be a tenth.',
      ],
    },
  ],
  task: {
    heading: 'Task: a slope from a logit',
    body: ['The slope over the logit is `p - y`; the probability comes from the logit first.'],
    ask: ({ y, at }) =>
      `The model gives an example the logit \`z = ${at}\`, and its label is \`y = ${y}\`. What is *dL/dz*?`,
    field: 'The slope dL/dz',
    why: ({ y, at, answer }) => [`\`p = 1/(1 + e^(-(${at})))\`, and less the label, ${y}, that is about ${answer}.`],
    turns: {
      minus_lost: '*Mind the sign.* It is the prediction minus the label.',
      logit_as_p: '*That is z − y.* The logit is no probability: first `p = 1/(1 + e^(-z))`.',
      probability: '*That is p.* The label still has to be subtracted.',
      complement: '*That is 1 − p.* The slope is `p - y`.',
    },
  },

  label: 'Label `y`',
  logit: 'Logit `z`',
  kind: 'Difference',
  kinds: { forward: 'forward', central: 'central' },
  step: 'Step *h*',
  typed: 'Any step',
  typedFault: 'Type a number above 0 and up to 100, such as 1e-7.',
  probability: '`p`',
  slopes: {
    inP: '*dL/dp*, `(p - y)/(p(1 - p))`',
    ofP: '*dp/dz*, `p(1 - p)`',
    inZ: '*dL/dz*, `p - y`',
    squared: 'squared error, `(p - y) p(1 - p)`',
  },
  axes: { logit: 'logit `z`', slope: 'slope over `z`', step: 'step *h*', error: 'error' },
  lines: {
    cross: 'cross-entropy, `p - y`',
    squared: 'half the squared error',
    forward: 'forward difference',
    central: 'central difference',
  },
  slopePicture: ({ z, y, slope, squared }) =>
    `Slopes over the logit for the label ${y}. At the logit ${z} that of the cross-entropy is ${slope}, that of the squared error ${squared}.`,
  errorPicture: ({ step, kind, error }) =>
    `The error of the check over its step, both in powers of ten: a valley, with rounding on its left and bending on its right. With the step ${step} the ${kind} difference is off by ${error}.`,
  table: 'The check',
  rows: {
    ahead: 'L(z + h)',
    forward: 'L(z)',
    central: 'L(z − h)',
    change: 'their difference',
    quotient: 'divided by the way',
    slope: '`p - y`',
    error: 'off by',
  },
  states: {
    bends: 'The step is large: the curve bends on the way, and the quotient is the slope of a chord.',
    both: 'Close to the best step: bending and rounding cost about the same.',
    rounds: 'What is left is rounding: the two losses agree in most of their figures.',
    nothing: 'The step is too small to move the loss at all: both losses are the same number.',
    exact: 'They agree, as far as a double can tell.',
  },
} satisfies GradientText;
