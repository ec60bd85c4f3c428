import type { TrainingText } from '../training.js';
import { walk } from './walk.js';

/** What <bce-training> says. */
export default {
  walk,

  own: {
    heading: 'Training by gradient descent',
    intro:
      'A model learns to tell dogs from cats. You see every number it goes by: where it draws the line, what each animal costs, and what one step changes.',
    steps: [
      {
        heading: 'A line between cats and dogs',
        body: [
          'Each animal has a weight and a length of ears. The model adds them up to a logit, *z = b + w·x*, with one such product for each feature, and says `p = 1/(1 + e^(-z))`: its probability of a dog. A dog has the label 1, a cat 0.',
          'Features are measured from the middle of the picture, in steps of 2: 8 kg is *x = 1*, and so are ears of 10 cm. Where `z = 0` the model is undecided. With two features that is a straight line.',
          'Training changes *b* and the weights *w*, so that the mean loss falls. It starts with all of them at 0.',
        ],
        ask: () => 'All weights are 0, so `p = 1/2` for every animal. What is the mean loss?',
        field: 'Mean loss',
        why: ({ answer }) => [
          `Every animal costs \`-ln(1/2) = ln 2\`, about ${answer}, so that is the mean. A training that stays above it knows less than a coin.`,
        ],
      },
      {
        heading: 'One step down',
        body: [
          'The slope of one animal’s loss over its logit is `p - y`. A weight reaches the logit through its feature, so over that weight the slope is *(p − y)·x*. The gradient is the mean of that over all animals.',
          'A step subtracts the rate times the gradient. Press *One step* a few times and watch the line turn, and the columns below: each is what one animal costs.',
        ],
        ask: () => 'Which animal pulls hardest on the weights, for the same features?',
        options: [
          {
            answer: 'One that the model is sure of, and right about.',
            reason: 'There `p - y` is almost 0: it is content, and hardly pulls.',
          },
          {
            answer: 'One that the model is undecided about, with `p` near one half.',
            reason: 'It pulls with half the strength that is possible: `p - y` is plus or minus one half.',
          },
          {
            answer: 'One that the model is sure of, and wrong about.',
            reason: 'There `p - y` is almost 1 or −1, the most there is.',
          },
        ],
        why: () => [
          'The pull is `p - y`. It is largest where the mistake is most confident, and fades as an animal is got right. That is what the cross-entropy does for training.',
        ],
      },
      {
        heading: 'The same start, two losses',
        body: [
          'Press *Set this step up*. Two runs start from weights that are sure of the opposite, that large animals are cats. One minimises the cross-entropy, the other half the squared error, `1/2 (p - y)^2`. Press *Run*.',
          'The slope of the squared error over the logit is `(p - y) p (1 - p)`. The two factors at the end are what the sigmoid adds, and they are tiny where it is sure of itself, rightly or wrongly.',
          'The two mean losses are not in the same unit, so compare how they fall, and how many animals are wrong.',
        ],
        ask: ({ y, at }) =>
          `An animal has the label ${y}, and the model says \`z = ${at}\`: sure, and wrong. What is the slope of the squared error over the logit?`,
        field: 'Slope over z',
        why: ({ answer }) => [
          `It is about ${answer}, while the slope of the cross-entropy is \`p - y\`, almost 1: four hundred times as much. With the squared error the worst mistakes hardly pull, and the run stalls.`,
          'A run may still get away in the end, drawn by the few animals near the line. Then it has only taken far longer.',
        ],
        turns: {
          slope_in_logit:
            '*That is the slope of the cross-entropy.* The squared error has `p (1 - p)` as further factors.',
        },
      },
      {
        heading: 'Too fast',
        body: [
          'With a high rate a step goes down the slope, past the lowest point and up the other side. Set this step up and press *Run*: the loss leaps, and the line swings from side to side without coming to rest.',
          'Below the slider stands the rate up to which no step can raise the loss for these animals. It is a guarantee, not a limit: somewhat higher rates often work too.',
        ],
        ask: () => 'The loss leaps, yet it does not grow without end. Why?',
        options: [
          {
            answer:
              'The slope of each animal is at most as large as its features, so no step is longer than the rate times that.',
            reason: '`p - y` lies between −1 and 1, however wrong the model is.',
          },
          {
            answer: 'The program stops the numbers from growing.',
            reason: 'Nothing is cut off here. What you see is what the steps make of it.',
          },
          {
            answer: 'The loss itself cannot be larger than 1.',
            reason: 'It can: a confident mistake costs nearly `|z|`, and you see values above 1 in the chart.',
          },
        ],
        why: () => [
          'Each animal pulls with *(p − y)·x*, and `p - y` is never beyond 1. So a step that is too long leads to a bad place, but the next one is no longer than that. A loss whose slope grows with the mistake, such as the squared error of a straight line, would explode.',
        ],
      },
      {
        heading: 'Nowhere to come to rest',
        body: [
          'Set this step up. These cats and dogs do not overlap: some line has all cats on one side and all dogs on the other. Press *Run*, and watch the weights as well as the loss.',
        ],
        ask: () => 'Where does the training lead, if it goes on for ever?',
        options: [
          {
            answer: 'The loss tends to 0, and the weights grow without end.',
            reason: 'Twice the weights mean twice every logit, and each of them is on its right side.',
          },
          {
            answer: 'To the best weights, where the loss is lowest and above 0.',
            reason: 'So it is where cats and dogs overlap. Here larger weights always have a smaller loss.',
          },
          {
            answer: 'The loss reaches exactly 0, and the training stops.',
            reason: 'A sigmoid approaches 1 and never reaches it, so every animal costs something.',
          },
        ],
        why: () => [
          'The loss is 0 only where `p = y` exactly, which no sigmoid reaches. So there is always something to gain from being more certain. Practice ends that by stopping early, or by a penalty on large weights.',
          'Move a cat in among the dogs, and there is a lowest point again.',
        ],
      },
    ],
    task: {
      heading: 'Task: one step by hand',
      body: [
        'The logit of an animal is *z = b + w·x*, its feature is *x = 3*, and it is the only animal there is. The rate is 0.5, and the cross-entropy is minimised.',
      ],
      ask: ({ y, at }) =>
        `Its label is ${y}, and the model says \`z = ${at}\`. What does one step of gradient descent add to the weight *w*?`,
      field: 'Change of w',
      why: ({ y, at, answer }) => [
        `First \`p = 1/(1 + e^(-z))\` at \`z = ${at}\`; the slope over the weight is *(p − y)·x* with \`y = ${y}\` and *x = 3*. The step is minus 0.5 times that: ${answer}.`,
        y === '1'
          ? 'It is positive: a larger weight raises the logit, which is what a label of 1 wants.'
          : 'It is negative: a smaller weight lowers the logit, which is what a label of 0 wants.',
      ],
      turns: {
        slope_in_logit: '*That is the slope over the logit, or its opposite.* It still needs the feature and the rate.',
        logit_as_p: '*That takes the logit for the probability.* First `p = 1/(1 + e^(-z))`.',
        squared_slope: '*That is a step for the squared error.* For the cross-entropy the factors `p (1 - p)` cancel.',
      },
    },
  },

  lab: {
    figure: 'Cats and dogs, and where the model is undecided',
    setUp: 'Set this step up',
    settings: 'Settings',
    features: 'Features',
    featureCounts: { one: 'weight alone', two: 'weight and ears' },
    herd: 'Animals',
    herds: { mixed: 'overlapping', apart: 'apart' },
    minimise: 'Minimise',
    losses: { cross_entropy: 'cross-entropy', squared_error: 'squared error' },
    both: 'each in a run of its own',
    start: 'Weights at the start',
    starts: { level: 'all 0', chance: 'by chance', wrong: 'sure of the opposite' },
    seed: 'Seed of animals and chance',
    seedFault: 'A seed is a whole number from 0 to 4294967295.',
    useSeed: 'Start from this seed',
    axes: {
      kilograms: 'weight in kilograms',
      centimetres: 'length of the ears in centimetres',
      probability: 'probability of a dog',
      step: 'steps',
    },
    kinds: { cat: 'cat', dog: 'dog' },
    undecided: 'undecided; thin: 10 % and 90 % dog',
    curve: 'what the model says',
    step: 'One step',
    tenSteps: 'Ten steps',
    run: 'Run',
    pause: 'Pause',
    restart: 'Restart',
    rate: 'Rate',
    rateField: 'Rate, typed',
    rateFault: 'A rate here is a number from 0.001 to 1000.',
    safe: (rate) => `Up to a rate of ${rate} no step can raise the loss of these animals.`,
    steps: (count) => `After ${count} steps`,
    most: (count) => `After ${count} steps, which is where a run ends here`,
    readings: {
      meanLoss: 'mean loss',
      slope: 'length of the gradient',
      wrong: 'on the wrong side',
      bias: 'b',
      first: 'w of the weight',
      second: 'w of the ears',
    },
    ofAll: (wrong, all) => `${wrong} of ${all}`,
    courses: {
      started: 'At the start. Nothing has been learnt yet.',
      falling: 'The loss is falling.',
      settled: '*Settled:* hardly a slope is left, so this is as low as it gets.',
      stalled: '*Stalled:* at least half of the animals are wrong, and yet there is hardly a slope to follow.',
      leaping: '*Leaping:* some of the latest steps have raised the loss. The rate is too high.',
      endless:
        '*All on their right side.* From here on larger weights always have a smaller loss: it tends to 0, and the weights grow without end.',
      diverged: '*Diverged:* the next step would lead beyond the largest number there is, so it was not taken.',
    },
    history: (loss) => `Mean loss by step: ${loss}`,
    each: (loss) => `What each animal costs now: ${loss}`,
    dearest: ({ name, loss, share }) => `Most of all ${name}: ${loss}, which is ${share} % of the sum.`,
    free: 'None of them costs anything that could be shown.',
    animal: (kind, n) => `${kind} ${n}`,
    option: (name, kilograms, centimetres) =>
      centimetres === undefined ? `${name}: ${kilograms} kg` : `${name}: ${kilograms} kg, ${centimetres} cm`,
    chosen: 'Move an animal',
    choose: 'Which one',
    weight: 'Weight in kilograms',
    ears: 'Ears in centimetres',
    kind: 'It is a',
    add: 'Add one',
    remove: 'Remove this one',
    howTo:
      'Drag an animal in the picture, or choose it here. The weights stay as they are; the steps are counted anew.',
    table: 'All of this as a table',
    columns: { animal: 'animal', kilograms: 'kg', centimetres: 'ears, cm', label: 'label' },
    probability: (loss) => `probability of a dog, ${loss}`,
    cost: (loss) => `loss, ${loss}`,
    historyTable: 'Mean loss by step',
    madeUp: 'These cats and dogs are made up for this lesson; nobody has weighed them.',
    link: 'Copy a link to this',
    linked: 'The link is copied.',
    linkFailed: 'The link could not be copied; the address of this page is the same.',
    announced: (steps, runs) =>
      `${steps} steps. ${runs
        .map(
          ({ loss, meanLoss, wrong, of, course }) =>
            `${loss}: mean loss ${meanLoss}, ${wrong} of ${of} wrong. ${course}`,
        )
        .join(' ')}`,
  },
} satisfies TrainingText;
