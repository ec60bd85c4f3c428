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
  pageTitle: 'Binary cross-entropy (log loss): an interactive lesson',
  pageDescription:
    'See, try and derive binary cross-entropy: a loss graph you can move, a practice problem that understands your answer, and a derivation that runs on your own numbers.',
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
    symbols: 'The symbols',
    graph: 'See it: the loss graph',
    practice: 'Try it: one problem',
    derivation: 'Derive it: from likelihood to loss',
    sources: 'Sources',
  },

  overview: [
    'A model looks at one example and answers with a probability `p`: how likely it thinks the outcome 1 is. Then the truth comes in, a label `y`. Binary cross-entropy turns the two into one number, the loss `L`: *minus the natural logarithm of the probability that the model gave to what really happened*.',
    'Sure and right costs almost nothing. A coin toss, `p = 0.5`, costs `ln 2`, about {ln 2}, whichever way it falls. Sure and wrong costs without limit. Training by gradient descent walks down the slope of this loss.',
    'A label may also lie between 0 and 1, as a probability of its own; it is then called a *soft label*. In the language of information theory the loss is the cross-entropy of the label and the prediction: the entropy of the label plus the Kullback–Leibler divergence of the prediction from the label. For a label of 0 or 1 the entropy is 0, and only there is the loss exactly the divergence.',
  ],
  symbols: {
    columns: ['Symbol', 'Name', 'Values'],
    light: (letter) => `${letter}: show where it stands`,
    rows: [
      ['`y`', 'true label', '0 or 1'],
      ['`p`', 'predicted probability that `y = 1`', 'between 0 and 1: a decimal, not a percentage'],
      ['`L`', 'loss', '0 or more, up to infinity; no unit (with the natural logarithm, counted in nats)'],
    ],
  },
  graphSection: {
    intro:
      'Choose what really happened, then move the prediction: drag anywhere on the graph, use the slider, or type a probability.',
    afterword: [
      'For `y = 1` the curve is `L = -ln p`; for `y = 0` it is the mirror image, `L = -ln(1 - p)`. Each has one side only: a wall that rises without end towards the confidently wrong answer, and low ground around the right one. They cross at `p = 0.5`, where `L = ln 2`.',
      'Every time you halve the probability given to the truth, the loss grows by the same `ln 2`, for ever.',
      'Between 0 and 1 the label says how often the outcome happens. Then the curve is a valley with two walls: its lowest point is at `p = y`, and its height there is the entropy of the label, not zero. No prediction can do better than to say how often.',
      'Along the logit axis a wrong answer costs about as much as its distance from zero: the walls become straight lines, and the slope never leaves the range from −1 to 1.',
    ],
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
} satisfies LessonText;
