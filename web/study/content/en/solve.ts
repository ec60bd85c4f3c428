import type { SolveText } from '../solve.js';

/** What <bce-walkthrough> says. */
export default {
  intro:
    'Each line follows from the one above by one rule. Type the next line, or have it shown. Any form counts that the rule leads to; you may also take several rules at once.',
  setup: 'Your numbers',
  label: 'Label `y`, from 0 to 1',
  given: 'The prediction is given as',
  axes: { probability: 'a probability `p`', logit: 'a logit `z`' },
  at: { probability: 'Probability p', logit: 'Logit z' },
  start: 'Start with these numbers',
  faults: {
    field_empty: 'This field is still empty.',
    not_a_number: 'This is not a number that can be read here.',
    label_not_finite: 'A label is a number from 0 to 1.',
    label_out_of_range: 'A label lies between 0 and 1.',
    probability_not_finite: 'A probability is a number from 0 to 1.',
    probability_out_of_range: 'A probability lies between 0 and 1. For 85 % write 0.85.',
    logit_not_finite: 'A logit is any number, but not infinite.',
  },
  lines: 'Solution so far',
  first: 'The formula',
  rules: {
    substitute: {
      name: 'Substitute',
      task: 'Put the given numbers in the place of their letters.',
      why: 'Letters stand for numbers, so the numbers may take their place.',
    },
    one_minus: {
      name: 'Work out 1 − y',
      task: 'Work out `1 - y`, the factor of the second logarithm.',
      why: 'It weighs the outcome 0 as `y` weighs the outcome 1.',
    },
    zero_term: {
      name: 'A zero factor drops its term',
      task: 'One factor is zero. Leave out its term.',
      why: 'Zero times any finite number is zero: this label switches the term off.',
    },
    zero_silences: {
      name: 'Zero silences ln 0',
      task: 'One factor is zero, and stands before `ln 0`. Leave out its term.',
      why: 'By convention `0 ln 0` counts as 0: as `p` approaches 0, the product `p ln p` does so too.',
    },
    one_factor: {
      name: 'A factor of one vanishes',
      task: 'Leave out the factor of one.',
      why: 'One times a number is that number.',
    },
    sigmoid: {
      name: 'The sigmoid of the logit',
      task: 'Put the sigmoid of the logit in the place of the probability: `p = 1/(1 + e^(-z))` and `1 - p = 1/(1 + e^z)`.',
      why: 'A logit is a score whose sigmoid is the probability. Written so, no digits are lost near 0 and 1.',
    },
    log_of_reciprocal: {
      name: 'Logarithm of a reciprocal',
      task: 'Turn the logarithm of the fraction over: ln(1/a) = −ln a.',
      why: 'The logarithm of a quotient is a difference of logarithms, and `ln 1 = 0`.',
    },
    large_exponent: {
      name: 'One beside a huge power',
      task: 'The power of `e` is so large that the 1 beside it does not count. Take the logarithm: only the exponent is left.',
      why: 'ln(1 + eᵃ) and a agree in all the digits that are shown when a is this large.',
    },
    exponential: {
      name: 'Work out the power of e',
      task: 'Work out the power of `e`, to at least four figures.',
      why: 'The calculator gives it; from here on the numbers are rounded.',
    },
    complement: {
      name: 'Work out 1 − p',
      task: 'Work out `1 - p` inside the logarithm.',
      why: 'It is the probability that the model gave to the outcome 0.',
    },
    logarithm: {
      name: 'Evaluate the logarithm',
      task: 'Work out the natural logarithm, to at least four figures.',
      why: 'The logarithm of a number between 0 and 1 is negative, that of 1 is 0, and towards 0 it falls without end.',
    },
    multiply: {
      name: 'Multiply',
      task: 'Multiply each factor with its number.',
      why: 'A soft label shares the cost between the two outcomes.',
    },
    add: { name: 'Add', task: 'Add the two terms.', why: 'The loss is the sum of both shares.' },
    apply_minus: {
      name: 'Apply the minus',
      task: 'Apply the minus in front.',
      why: 'Two minus signs cancel: the loss is never negative.',
    },
  },
  next: 'Next rule',
  field: 'The next line',
  check: 'Check',
  show: 'Show this line',
  showAll: 'Show all',
  back: 'One line back',
  again: 'Start over',
  howTo:
    'Write ln for the natural logarithm, e^2 or exp(2) for a power of e, inf for infinity. L = in front is welcome.',
  verdicts: {
    empty: 'Type the next line first, or have it shown.',
    undefined:
      'That has no value here. A logarithm needs something positive, so `p` has to lie between 0 and 1; and only `y`, `p` and `z` stand for numbers.',
    right: '*Right.*',
    ahead: '*Right*, and further than asked: the lines between have been filled in.',
    not_yet: '*The value is right*, but this rule has still to be applied.',
    imprecise: '*On the way, but too coarse to tell.* Give at least three significant figures.',
    near: '*Very close.* A number was rounded too far, or miscalculated in its last figures.',
    unequal: '*The sides are not equal.* Check each of them.',
    wrong: '*This line has another value than the one above.* Apply the rule to one place at a time.',
  },
  shown: 'The line has been filled in.',
  wentBack: 'One line back.',
  opened: {
    probability: ({ y, at }) => `These are the numbers of your exercise: \`y = ${y}\` and \`p = ${at}\`.`,
    logit: ({ y, at }) => `These are the numbers of your exercise: \`y = ${y}\` and \`z = ${at}\`.`,
  },
  toOrigin: 'Back to the exercise',
  done: ({ typed, shown }) => `That is the whole solution. Lines you found: ${typed}; lines shown to you: ${shown}.`,
  tags: { typed: 'yours', ahead: 'passed', shown: 'shown' },
  graph: {
    yAxis: 'loss `L`, in nats',
    xAxis: { probability: 'predicted probability `p`', logit: 'logit `z`' },
    weighed: ({ name, weight }) => `${name}: × ${weight}`,
    says: {
      formula: () =>
        'Two curves, one for each outcome: `-ln p` for a label of 1, `-ln(1 - p)` for a label of 0. The label says which counts.',
      substitute: ({ y, letter, at, inFrame, soft }) =>
        `The numbers are a place: ${letter} is ${at} on the axis, and the point stands above it on the curve for \`y = ${y}\`${soft ? ', which runs between the two' : ''}.${inFrame ? '' : ' It lies further out than the picture reaches.'}`,
      one_minus: ({ soft }) =>
        soft
          ? 'The two factors are how much each curve counts. Together they make 1.'
          : 'The two factors are switches: one curve counts once, the other not at all.',
      zero_term: () => 'The curve with the factor 0 falls away. What it says here does not matter any more.',
      zero_silences: () =>
        'The curve with the factor 0 falls away, although it has no height here at all: it goes up without end.',
      one_factor: ({ y }) => `What is left is one curve, the one for \`y = ${y}\`, as it is.`,
      sigmoid: ({ at }) =>
        `On this axis the place is the logit itself, ${at}; the sigmoid is what turns it into a probability. The point stays where it is.`,
      log_of_reciprocal: () => 'The same height, written another way: the curve and the point stay where they are.',
      large_exponent: () =>
        'So far out the curve is a straight line or flat: the 1 beside the power moves the point by less than can be seen.',
      exponential: () => 'Still the same place on the axis: the power of `e` is what the logit stands for.',
      complement: ({ at }) => `What is left from ${at} up to 1 is the length that is marked on the axis.`,
      logarithm: ({ one, zero, soft, infinite, loss }) =>
        soft
          ? `Here the curve for 1 is ${one} high and the curve for 0 is ${zero} high. The logarithms are these heights, with a minus.`
          : infinite
            ? 'The logarithm of 0 is minus infinity: the curve has no height here, it goes up without end.'
            : `The logarithm is the height of the curve here, ${loss}, with a minus.`,
      multiply: ({ one, zero }) =>
        `Of each height its share is taken: the loss lies between ${zero} and ${one}, nearer to the outcome that counts more.`,
      add: ({ one, zero }) =>
        `Both shares together: a height between ${zero} and ${one}, on the curve of the soft label.`,
      apply_minus: ({ loss, infinite }) =>
        infinite
          ? 'The loss is infinite: no picture is high enough for it.'
          : `The loss is how high the point stands: ${loss} nats.`,
    },
  },
} satisfies SolveText;
