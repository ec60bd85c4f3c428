import type { LessonText } from '../schema.js';
import { common } from './common.js';
import { derivation } from './derivation.js';
import { graph } from './graph.js';
import { practice } from './practice.js';

export default {
  ...common,
  graph,
  practice,
  derivation,

  subtitle: 'A loss function for classification',
  alsoKnownAs: 'also known as *log loss*',
  staticNotice: {
    noScript: 'Scripts are off, so the graph and the exercises stand still. Everything else is here to read.',
    waiting:
      'The parts that move are not here yet. If they do not come, reload the page to try again; all the rest can be read meanwhile.',
  },
  study: {
    notice:
      'The explanation, the graph, one practice problem and the derivation are free to use here. Worked solving, advanced walkthroughs and saved study tools are in the study app.',
    link: 'Open the study app',
  },
  contents: 'In this lesson',
  headings: {
    overview: 'What it measures',
    'when-to-use': 'When to use it',
    'why-it-matters': 'Why it matters',
    symbols: 'The symbols',
    derivation: 'Derive it: from likelihood to loss',
    graph: 'See it: the loss graph',
    behaviour: 'Why it behaves this way',
    'study-cues': 'Study cues',
    practice: 'Try it: one problem',
    applications: 'Where it shows up',
    tips: 'Study smarter',
    mistakes: 'Traps to avoid',
    questions: 'Common questions',
    sources: 'Sources',
  },

  sections: {
    overview: [
      'A model looks at one example and answers with a probability `p`: how likely it thinks the outcome 1 is. Then the truth comes in, a label `y` of 1 or 0. Binary cross-entropy turns the two into one number, the loss `L`: *minus the natural logarithm of the probability that the model gave to what really happened*.',
      'Sure and right costs almost nothing. A coin toss, `p = 0.5`, costs `ln 2`, about {ln 2}, whichever way it falls. Sure and wrong costs without limit. Training by gradient descent walks down the slope of this loss.',
      'A label may also lie between 0 and 1, as a probability of its own; it is then called a *soft label*. In the language of information theory the loss is the cross-entropy of the label and the prediction: the entropy of the label plus the Kullback–Leibler divergence KL(*y*\u00a0‖\u00a0*p*), what the prediction costs beyond that. For a label of 0 or 1 the entropy is 0, and only there is the loss exactly the divergence.',
    ],
    'when-to-use': [
      'Use it where a model gives every example one probability between 0 and 1:',
      {
        list: [
          'logistic regression;',
          'a network whose last layer is a single sigmoid unit;',
          'a multi-label model, where several labels can be true at once: there each label is an example by itself, with a probability and a loss of its own.',
        ],
      },
      'It is not for picking one of several classes that exclude each other; categorical cross-entropy with a softmax does that. Nor is it for predicting a quantity, such as a price.',
    ],
    'why-it-matters': [
      'Counting wrong answers looks like the honest score. But it is a step: move a prediction a little, and nearly always nothing changes. Its slope is zero almost everywhere, so gradient descent has nothing to follow.',
      'Binary cross-entropy is smooth wherever `p` is strictly between 0 and 1. A model usually computes a logit `z` first and turns it into `p = 1/(1 + e^(-z))`. Seen from there the slope is exactly `p - y`: while the model is sure and wrong it stays near its full size, 1. The slope of half the squared error, `(p - y) p (1 - p)`, dies away at that very place.',
      'It is also a *strictly proper* score. If an outcome happens with probability *π*, the expected loss is least when you predict exactly *π*, and no other prediction does as well. Honest probabilities win.',
    ],
    behaviour: [
      '*The shape.* Near the right answer the loss is low, and along the logit axis it is level as well. Towards the confidently wrong answer it rises without end. High loss is high up: a wall, not a valley.',
      '*The minus.* The logarithm of anything strictly between 0 and 1 is negative. The minus turns it into a positive loss, something to push down.',
      '*The logarithm.* Every time you halve the probability given to the truth, the loss grows by the same `ln 2`, for ever.',
      '*The factors `y` and `1 - y`.* They are switches. For a label of 0 or 1 exactly one of the two terms is on.',
    ],
    'study-cues': [
      {
        terms: [
          [
            'Usage',
            'A pure number that compares a predicted probability with a label. Over a data set it is usually averaged.',
          ],
          [
            'Common confusion',
            'Giving the loss a physical unit: it has none. And feeding 85 for 85%, where the formula wants {0.85}.',
          ],
          ['Dimension', 'Probabilities and labels are plain numbers, and so is the loss.'],
          [
            'Unit systems',
            'The base of the logarithm sets the unit of counting. With ln the loss is in nats, as machine learning has it; divide by `ln 2` for bits, by `ln 10` for hartleys.',
          ],
        ],
      },
      {
        table: {
          caption: 'Ballpark figures',
          columns: ['Probability given to what happened', 'Loss `L`, in nats'],
          rows: [
            ['{0.99}', '{-ln 0.99}'],
            ['{0.95}', '{-ln 0.95}'],
            ['{0.9}', '{-ln 0.9}'],
            ['{0.85}', '{-ln 0.85}'],
            ['{0.75}', '{-ln 0.75}'],
            ['{0.5}, a coin toss', '{ln 2}'],
            ['{0.25}', '{-ln 0.25}'],
            ['{0.1}', '{-ln 0.1}'],
            ['{0.01}', '{-ln 0.01}'],
            ['{0.001}', '{-ln 0.001}'],
          ],
        },
      },
      'A model that always answers the base rate, the share of ones in the data, scores the entropy of that share: {-(0.1 ln 0.1 + 0.9 ln 0.9)} nats if one example in ten is a 1. A model that stays above that does worse than this one fixed answer.',
    ],
    applications: [
      'A classifier learns to tell cats from dogs. Every picture brings a label `y`, say 1 for a cat, and gets a prediction `p`. The mean loss over the pictures is what the training run drives down. It counts both how right the model is and how sure, before anyone acts on its answers.',
    ],
    tips: [
      {
        list: [
          'Keep predictions off exactly 0 and 1, because `ln 0` has no value. Work from the logit, or know what your library does with `p`: PyTorch’s BCELoss lets no logarithm fall below −100, Keras by default keeps `p` at least {1e-7} away from both ends, and scikit-learn keeps it the machine epsilon of its number type away.',
          'The loss is 0 only where `p` equals the label exactly, and the label is 0 or 1. A sigmoid comes as close as you like; at no finite logit does it get there, though a computer may round it to 0 or 1.',
          'For more than two classes that exclude each other, use categorical cross-entropy.',
        ],
      },
    ],
    mistakes: [
      {
        list: [
          'A logarithm to base 10 in place of the natural one: the result is too small by the factor `ln 10`, about {ln 10}.',
          'A prediction of exactly 0 or 1: if the other thing happens, the loss is infinite.',
          'A percentage for `p`: 85% is {0.85}.',
          'The two terms swapped: `ln p` belongs to `y`, and `ln(1 - p)` to `1 - y`.',
        ],
      },
    ],
  },
  symbols: {
    columns: ['Symbol', 'Name', 'Values'],
    light: (letter) => `${letter}: show where it stands`,
    rows: [
      ['`y`', 'true label', '0 or 1; on the graph also a soft label between them'],
      ['`p`', 'predicted probability that `y = 1`', 'between 0 and 1: a decimal, not a percentage'],
      ['`L`', 'loss', '0 or more, up to infinity; no unit (with the natural logarithm, counted in nats)'],
    ],
  },
  graphSection: {
    intro:
      'Choose what really happened, then move the prediction: drag anywhere on the graph, use the slider, or type a probability.',
    afterword: [
      'For `y = 1` the curve is `L = -ln p`; for `y = 0` it is the mirror image, `L = -ln(1 - p)`. Each is steep on one side only: a wall that rises without end towards the confidently wrong answer, and low ground around the right one. They cross at `p = 0.5`, where `L = ln 2`.',
      'A label strictly between 0 and 1 says how often the outcome happens. Then the curve is a valley with two walls: its lowest point is at `p = y`, and its height there is the entropy of the label, not zero. No prediction can do better than to say how often.',
      'Along the logit axis a confidently wrong answer costs about as many nats as its logit is away from zero: the walls become straight lines, and the slope, in nats, never leaves the range from −1 to 1.',
    ],
  },
  questions: [
    [
      'What does the derivation show?',
      'That binary cross-entropy is the negative log-likelihood of independent labels, divided by their number. The predictions with the least mean loss are those under which the observed labels are most likely.',
    ],
    [
      'When is it the right loss?',
      'When every example has a label of 0 or 1, or a probability in between, and the model answers with one probability. Where exactly one of several classes is right, use categorical cross-entropy.',
    ],
    [
      'Why not plain classification error?',
      'It is a step: its slope is zero almost everywhere, so gradient descent cannot follow it. It also treats a narrow miss and a confident one alike, while cross-entropy charges for how sure the model was.',
    ],
    [
      'Which mistakes are common?',
      'A logarithm to another base, a percentage in place of a probability, and the two terms swapped. And a prediction of exactly 0 or 1 that turns out wrong, which costs infinitely much.',
    ],
    [
      'Where is it used?',
      'Wherever a model answers a yes-or-no question with a probability: is this mail spam, does this patient have the condition, is there a cat in this picture. Training drives down its mean over the examples.',
    ],
    [
      'What should I watch for numerically?',
      'Compute the loss from the logit rather than from `p`, so that nothing is rounded to 0 or 1 on the way. Where only `p` is at hand, take `ln(1 - p)` from a function made for it, usually called log1p and given `-p`: for small `p` the difference `1 - p` loses digits.',
    ],
  ],
  sources: {
    cross_entropy: 'The definition and its relation to entropy and divergence.',
    deep_learning: 'Sections 3.13, 5.5 and 6.2.2: information theory, maximum likelihood, sigmoid output units.',
    pattern_recognition: 'Section 4.3.2: logistic regression and its cross-entropy error.',
    proper_scoring: 'What makes a score strictly proper, and why the logarithmic one is.',
  },
} satisfies LessonText;
