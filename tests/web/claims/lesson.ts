/** Of the page around its three parts: every section of text, the symbols, the questions and the sources. */
import assert from 'node:assert/strict';
import en from '../../../web/content/en/lesson.js';
import { valueText } from '../../../web/views/prose.js';
import { core } from '../../wasm/core.js';
import {
  argued,
  checked,
  cited,
  close,
  CONTROL,
  DEFINITION,
  divergence,
  entropy,
  evaluate,
  falling,
  HARD,
  HEADING,
  INSTRUCTION,
  LOGITS,
  loss,
  lossAt,
  meanLoss,
  names,
  plain,
  probabilities,
  QUESTION,
  random,
  reading,
  readingAt,
  rising,
  slope,
  slopeAt,
  SOFT,
  SOURCES,
  tested,
  type Claim,
  type Claims,
} from './claim.js';
import { exact, lossOf, sigmoidOf, toNumber } from './exact.js';

const setting = { core, text: en, live: true };

/** A number of the text is what the page shows of it. */
const shows = (formula: string, text: string) => assert.equal(valueText(formula, setting), text);

/** Logistic regression on 40 examples by gradient descent: the mean loss before each step. */
function training(): number[] {
  const next = random(7);
  const examples = Array.from({ length: 40 }, () => {
    const x = 4 * next() - 2;
    return { x, y: next() < toNumber(sigmoidOf(2 * x - 0.5).p) ? 1 : 0 };
  });
  const losses: number[] = [];
  let weight = -1;
  let bias = 1;
  for (let step = 0; step < 200; step += 1) {
    let total = 0;
    let down = [0, 0] as readonly [number, number];
    for (const { x, y } of examples) {
      const z = weight * x + bias;
      total += lossAt(y, z);
      down = [down[0] + slopeAt(y, z) * x, down[1] + slopeAt(y, z)];
    }
    losses.push(total / examples.length);
    weight -= (0.5 * down[0]) / examples.length;
    bias -= (0.5 * down[1]) / examples.length;
  }
  return losses;
}

function trainingFalls(): void {
  const losses = training();
  assert.ok(falling(losses));
  assert.ok((losses.at(-1) ?? NaN) < (losses[0] ?? NaN) / 2);
}

/** In expectation over an outcome that happens with probability π, predicting π is best, and alone so. */
function strictlyProper(): void {
  for (const often of [0, ...SOFT, 1]) {
    const expected = (p: number) =>
      (often === 0 ? 0 : often * loss(1, p)) + (often === 1 ? 0 : (1 - often) * loss(0, p));
    const best = expected(often);
    for (const p of [0, ...SOFT, 1, often / 2, (1 + often) / 2, ...probabilities(60)]) {
      if (p === often) continue;
      assert.ok(expected(p) > best, `where it happens with ${often}, ${p} does not cost more`);
      close(expected(p), loss(often, p), 1e-12);
    }
  }
}

const stepAtHalf = (): void => {
  for (const y of HARD)
    for (const p of probabilities(300)) {
      const moved = p + (p < 0.9 ? 1e-3 : -1e-3);
      if (Math.abs(p - 0.5) > 1e-3)
        assert.equal(reading(y, p).classificationError, reading(y, moved).classificationError);
    }
  assert.notEqual(reading(1, 0.4999).classificationError, reading(1, 0.5).classificationError);
};

const withoutLimit = (y: 0 | 1): void => {
  const wrong = (distance: number) => (y === 1 ? loss(1, distance) : lossAt(0, -Math.log(distance)));
  const losses = Array.from({ length: 300 }, (_, i) => wrong(10 ** -(i + 1)));
  assert.ok(rising(losses));
  assert.ok((losses.at(-1) ?? NaN) > 690);
  assert.equal(loss(y, 1 - y), Infinity);
};

/** The halves of the formula that a hard label leaves. */
const minusLogOfWhatHappened = (): void => {
  for (const p of probabilities(400)) {
    close(loss(1, p), lossOf(1, p), 1e-15);
    close(loss(0, p), lossOf(0, p), 1e-15);
  }
};

const slopeInLogit = (): void => {
  const h = 1e-4;
  for (const y of [0, ...SOFT, 1])
    for (const z of LOGITS) {
      close((lossAt(y, z + h) - lossAt(y, z - h)) / (2 * h), readingAt(y, z).probability - y, 0, 1e-6);
      close(slopeAt(y, z), toNumber(sigmoidOf(z).p - exact(y)), 1e-9, 1e-15);
    }
  // Sure and wrong: near its full size.
  for (const z of [8, 20, 40]) {
    assert.ok(slopeAt(0, z) > 0.999 && slopeAt(0, z) <= 1);
    assert.ok(slopeAt(1, -z) < -0.999 && slopeAt(1, -z) >= -1);
  }
};

const squaredSlope = (): void => {
  const h = 1e-4;
  for (const y of [0, ...SOFT, 1])
    for (const z of LOGITS) {
      const { squaredError, squaredErrorSlope, probability: p } = readingAt(y, z);
      close(squaredError, (p - y) ** 2 / 2, 1e-9, 1e-15);
      close(squaredErrorSlope, (p - y) * p * (1 - p), 1e-6, 1e-12);
      const rise = readingAt(y, z + h).squaredError - readingAt(y, z - h).squaredError;
      close(rise / (2 * h), squaredErrorSlope, 0, 1e-6);
    }
  for (const z of [20, 40]) assert.ok(Math.abs(readingAt(1, -z).squaredErrorSlope) < 1e-8);
};

/** The rows of the table, each held against sixty places. */
const BALLPARK = ['0.99', '0.95', '0.9', '0.85', '0.75', '0.5', '0.25', '0.1', '0.01', '0.001'];
const ballpark: Claims = Object.fromEntries(
  BALLPARK.flatMap((q, i): [string, Claim[]][] => {
    const row = `sections.study-cues.1.table.rows.${i}`;
    const [given, cost] = q === '0.5' ? ['{0.5}, a coin toss', '{ln 2}'] : [`{${q}}`, `{-ln ${q}}`];
    return [
      [`${row}.0`, [plain(given, 'The probability that the row is about.')]],
      [
        `${row}.1`,
        [
          checked(cost, `−ln ${q} to sixty places, rounded to the three figures that are shown.`, () => {
            const truth = lossOf(1, Number(q));
            close(evaluate(cost.slice(1, -1)), truth, 1e-15);
            shows(cost.slice(1, -1), truth.toPrecision(3));
          }),
        ],
      ],
    ];
  }),
);

/** The heights of a hard curve as it is drawn, in pixels from the top; where it enters the frame it may stop twice. */
const heights = (y: 0 | 1): number[] => {
  const view = { xLow: 0, xHigh: 1, yLow: 0, yHigh: 5, widthPx: 1000, heightPx: 1000 };
  const runs = core.lossCurve('cross_entropy', y, 'probability', view);
  assert.ok(runs.ok && runs.value.length === 1);
  const found = [...(runs.value[0] ?? [])].filter((_, i) => i % 2 === 1);
  return found.filter((height, i) => height !== found[i - 1]);
};

const valley = (): void => {
  for (const y of SOFT) {
    assert.equal(loss(y, 0), Infinity);
    assert.equal(loss(y, 1), Infinity);
    const left = Array.from({ length: 50 }, (_, i) => loss(y, (y * (i + 1)) / 50));
    const right = Array.from({ length: 50 }, (_, i) => loss(y, 1 - ((1 - y) * (i + 1)) / 50));
    assert.ok(falling(left) && falling(right));
    close(loss(y, y), entropy(y), 1e-15);
    close(entropy(y), lossOf(y, y), 1e-14);
    assert.ok(entropy(y) > 0);
  }
};

/** One answer for all examples: what it scores, and that no other such answer scores less. */
const baseRate = (): void => {
  for (const ones of [1, 2, 5, 9]) {
    const labels = Array.from({ length: 10 }, (_, i) => (i < ones ? 1 : 0));
    const constant = (p: number) =>
      meanLoss(
        labels,
        labels.map(() => p),
      );
    close(constant(ones / 10), entropy(ones / 10), 1e-14);
    for (const p of SOFT) if (p !== ones / 10) assert.ok(constant(p) > constant(ones / 10));
  }
  close(evaluate('-(0.1 ln 0.1 + 0.9 ln 0.9)'), lossOf(0.1, 0.1), 1e-14);
  shows('-(0.1 ln 0.1 + 0.9 ln 0.9)', '0.325');
};

const MACHINE_EPSILON = 2 ** -52;

export const lesson: Claims = {
  ...names('A code for programs, not a sentence.', { locale: 'en', direction: 'ltr' }),
  ...names(HEADING, {
    title: 'Binary Cross\u2011Entropy Loss',
    contents: 'In this lesson',
    'headings.overview': 'What it measures',
    'headings.when-to-use': 'When to use it',
    'headings.why-it-matters': 'Why it matters',
    'headings.symbols': 'The symbols',
    'headings.derivation': 'Derive it: from likelihood to loss',
    'headings.graph': 'See it: the loss graph',
    'headings.behaviour': 'Why it behaves this way',
    'headings.study-cues': 'Study cues',
    'headings.practice': 'Try it: one problem',
    'headings.applications': 'Where it shows up',
    'headings.tips': 'Study smarter',
    'headings.mistakes': 'Traps to avoid',
    'headings.questions': 'Common questions',
    'headings.sources': 'Sources',
  }),
  ...names('How a value is read out.', { infinity: 'infinity', minusInfinity: 'minus infinity' }),
  wideFormula: [
    tested(
      'Wide formula, scrolls sideways',
      'tests/browser/derivation.spec.ts',
      'a formula wider than its place can be reached and scrolled with the keyboard',
    ),
  ],

  subtitle: [cited('A loss function for classification', SOURCES.bishop)],
  alsoKnownAs: [
    cited(
      'also known as *log loss*',
      'scikit-learn, documentation of sklearn.metrics.log_loss: log loss, logistic loss or cross-entropy loss.',
    ),
  ],
  'staticNotice.noScript': [
    tested(
      'Scripts are off, so the graph and the exercises stand still.',
      'tests/browser/page.spec.ts',
      'everything is readable, and nothing is shown that would not work',
    ),
    tested(
      'Everything else is here to read.',
      'tests/browser/locales.spec.ts',
      'every section is there to read, and the way to the other languages',
    ),
  ],
  'staticNotice.waiting': [
    tested(
      'The parts that move are not here yet.',
      'tests/browser/page.spec.ts',
      'after a while a sentence says that something is missing',
    ),
    plain('If they do not come, reload the page to try again;', INSTRUCTION),
    tested('all the rest can be read meanwhile.', 'tests/browser/page.spec.ts', 'the lesson stays readable'),
  ],
  'study.notice': [
    tested(
      'The explanation, the graph, one practice problem and the derivation are free to use here.',
      'tests/browser/page.spec.ts',
      'where the free lesson ends is said only where there is somewhere to go on',
    ),
    plain(
      'Worked solving, advanced walkthroughs and saved study tools are in the study app.',
      'Of the study app that the host links to, for which the host answers; not shown without a link.',
    ),
  ],
  'study.link': [plain('Open the study app', CONTROL)],

  'sections.overview.0': [
    plain(
      'A model looks at one example and answers with a probability `p`: how likely it thinks the outcome 1 is.',
      DEFINITION,
    ),
    plain('Then the truth comes in, a label `y` of 1 or 0.', DEFINITION),
    checked(
      'Binary cross-entropy turns the two into one number, the loss `L`: *minus the natural logarithm of the probability that the model gave to what really happened*.',
      '400 probabilities down to 10⁻¹², either label: core against −ln of p or of 1 − p to sixty places.',
      minusLogOfWhatHappened,
      SOURCES.bishop,
    ),
  ],
  'sections.overview.1': [
    checked(
      'Sure and right costs almost nothing.',
      'The loss is at most (1 − p)/p where p was given to the truth: under 1% from p = 0.99 on, and 0 at 1.',
      () => {
        for (const q of [0.99, 0.999, 1 - 1e-9]) {
          assert.ok(loss(1, q) <= (1 - q) / q && loss(0, 1 - q) <= ((1 - q) / q) * 1.000001);
          assert.ok(loss(1, q) < 0.0102);
        }
        assert.equal(loss(1, 1), 0);
        assert.equal(loss(0, 0), 0);
      },
    ),
    checked(
      'A coin toss, `p = 0.5`, costs `ln 2`, about {ln 2}, whichever way it falls.',
      'Either label at p = ½ against ln 2 to sixty places; shown as 0.693.',
      () => {
        for (const y of HARD) close(loss(y, 0.5), lossOf(1, 0.5), 1e-15);
        assert.equal(evaluate('ln 2'), loss(1, 0.5));
        shows('ln 2', '0.693');
      },
    ),
    checked(
      'Sure and wrong costs without limit.',
      'From 10⁻¹ to 10⁻³⁰⁰ for the truth the loss only rises, past 690; at 0 it is infinite.',
      () => HARD.forEach(withoutLimit),
    ),
    checked(
      'Training by gradient descent walks down the slope of this loss.',
      'A logistic regression is trained with core’s slopes: the mean loss falls at each of 200 steps.',
      trainingFalls,
    ),
  ],
  'sections.overview.2': [
    plain(
      'A label may also lie between 0 and 1, as a probability of its own; it is then called a *soft label*.',
      DEFINITION,
    ),
    checked(
      'In the language of information theory the loss is the cross-entropy of the label and the prediction: the entropy of the label plus the Kullback–Leibler divergence KL(*y*\u00a0‖\u00a0*p*), what the prediction costs beyond that.',
      'Loss = entropy + divergence, and the loss and the entropy against sixty places, for 19 labels at 60 predictions each; the divergence is positive but where p = y.',
      () => {
        for (const y of SOFT)
          for (const p of probabilities(60)) {
            close(loss(y, p), entropy(y) + divergence(y, p), 1e-13);
            close(loss(y, p), lossOf(y, p), 1e-14);
            assert.ok(divergence(y, p) > 0 || p === y);
          }
        for (const y of SOFT) assert.equal(divergence(y, y), 0);
      },
      SOURCES.information,
    ),
    checked(
      'For a label of 0 or 1 the entropy is 0, and only there is the loss exactly the divergence.',
      'Both hard labels and 19 soft ones: the entropy is positive for every soft one.',
      () => {
        for (const y of HARD) {
          assert.equal(entropy(y), 0);
          for (const p of probabilities(60)) assert.equal(loss(y, p), divergence(y, p));
        }
        for (const y of SOFT) for (const p of SOFT) assert.ok(entropy(y) > 0 && loss(y, p) > divergence(y, p));
      },
    ),
  ],

  'sections.when-to-use.0': [
    cited('Use it where a model gives every example one probability between 0 and 1:', SOURCES.sigmoid),
  ],
  'sections.when-to-use.1.list.0': [cited('logistic regression;', SOURCES.bishop)],
  'sections.when-to-use.1.list.1': [cited('a network whose last layer is a single sigmoid unit;', SOURCES.sigmoid)],
  'sections.when-to-use.1.list.2': [
    argued(
      'a multi-label model, where several labels can be true at once: there each label is an example by itself, with a probability and a loss of its own.',
      'Labels that do not exclude each other are several yes-or-no questions, each Bernoulli; their negative log-likelihoods add up.',
    ),
  ],
  'sections.when-to-use.2': [
    cited(
      'It is not for picking one of several classes that exclude each other; categorical cross-entropy with a softmax does that.',
      `${SOURCES.softmax} ${SOURCES.bishopMany}`,
    ),
    checked(
      'Nor is it for predicting a quantity, such as a price.',
      'A label outside [0, 1] has no loss: core refuses it.',
      () => {
        for (const price of [3.5, -1, 250_000])
          assert.deepEqual(core.loss(price, 0.5), { ok: false, code: 'label_out_of_range' });
      },
    ),
  ],

  'sections.why-it-matters.0': [
    plain('Counting wrong answers looks like the honest score.', 'An impression, which the next sentences take back.'),
    checked(
      'But it is a step: move a prediction a little, and nearly always nothing changes.',
      '300 predictions moved by 0.001: the classification error changes only next to ½.',
      stepAtHalf,
    ),
    checked(
      'Its slope is zero almost everywhere, so gradient descent has nothing to follow.',
      'The same differences are exactly 0.',
      stepAtHalf,
    ),
  ],
  'sections.why-it-matters.1': [
    checked(
      'Binary cross-entropy is smooth wherever `p` is strictly between 0 and 1.',
      'Its slope is (p − y)/(p(1 − p)), a quotient whose denominator has no zero in between, so every further slope exists; held against differences of the loss.',
      () => {
        for (const y of [0, ...SOFT, 1])
          for (const p of SOFT) {
            const h = 1e-5;
            close(slope(y, p), (p - y) / (p * (1 - p)), 1e-12, 1e-15);
            close((loss(y, p + h) - loss(y, p - h)) / (2 * h), slope(y, p), 1e-6, 1e-6);
          }
        for (const p of [1e-300, 1e-9, 1 - 1e-9])
          assert.ok(Number.isFinite(loss(1, p)) && Number.isFinite(slope(1, p)));
      },
    ),
    checked(
      'A model usually computes a logit `z` first and turns it into `p = 1/(1 + e^(-z))`.',
      'core’s p at 161 logits against 1/(1 + e^−z) to sixty places.',
      () => {
        for (const z of LOGITS) {
          const { p, complement } = sigmoidOf(z);
          close(readingAt(1, z).probability, toNumber(p), 1e-15);
          close(readingAt(1, z).complement, toNumber(complement), 1e-15);
        }
      },
      SOURCES.sigmoid,
    ),
    checked(
      'Seen from there the slope is exactly `p - y`: while the model is sure and wrong it stays near its full size, 1.',
      'Differences of the loss over z against p − y for 21 labels at 161 logits, and p − y to sixty places; above 0.999 from z = 8 on.',
      slopeInLogit,
    ),
    checked(
      'The slope of half the squared error, `(p - y) p (1 - p)`, dies away at that very place.',
      'Differences of ½(p − y)² over z against the formula; under 10⁻⁸ at z = −20 with y = 1.',
      squaredSlope,
    ),
  ],
  'sections.why-it-matters.2': [
    plain('It is also a *strictly proper* score.', 'Names what the next sentence states.'),
    checked(
      'If an outcome happens with probability *π*, the expected loss is least when you predict exactly *π*, and no other prediction does as well.',
      'For 21 values of π, 0 and 1 among them, each of some 80 other predictions has a greater expected loss.',
      strictlyProper,
      SOURCES.proper,
    ),
    plain('Honest probabilities win.', 'The sentence before it, as a motto.'),
  ],

  'sections.behaviour.0': [
    plain('*The shape.*', HEADING),
    checked(
      'Near the right answer the loss is low, and along the logit axis it is level as well.',
      'Under 0.0102 from p = 0.99 on; the slope in z is at most e^−z there, while that in p is still about −1.',
      () => {
        for (const z of [5, 10, 20]) {
          assert.ok(lossAt(1, z) < 0.0102 && Math.abs(slopeAt(1, z)) <= Math.exp(-z));
          assert.ok(readingAt(1, z).slope <= -1);
        }
      },
    ),
    checked(
      'Towards the confidently wrong answer it rises without end.',
      'As above: past 690, and infinite at the end.',
      () => HARD.forEach(withoutLimit),
    ),
    checked(
      'High loss is high up: a wall, not a valley.',
      'Either hard curve, as drawn, goes one way only from end to end.',
      () => {
        assert.ok(rising(heights(1)) && falling(heights(0)));
      },
    ),
  ],
  'sections.behaviour.1': [
    plain('*The minus.*', HEADING),
    checked(
      'The logarithm of anything strictly between 0 and 1 is negative.',
      '200 numbers from 10⁻¹² to 1 − 10⁻¹².',
      () => {
        for (const p of probabilities(200)) assert.ok(evaluate(`ln(${p.toFixed(20)})`) < 0);
      },
    ),
    checked(
      'The minus turns it into a positive loss, something to push down.',
      'The same numbers: the loss is positive.',
      () => {
        for (const p of probabilities(200)) for (const y of HARD) assert.ok(loss(y, p) > 0);
      },
    ),
  ],
  'sections.behaviour.2': [
    plain('*The logarithm.*', HEADING),
    checked(
      'Every time you halve the probability given to the truth, the loss grows by the same `ln 2`, for ever.',
      'From p = 1 halved 1,000 times: each adds ln 2.',
      () => {
        for (let halvings = 1; halvings <= 1000; halvings += 1)
          close(loss(1, 2 ** -halvings), halvings * Math.LN2, 1e-15);
      },
    ),
  ],
  'sections.behaviour.3': [
    plain('*The factors `y` and `1 - y`.*', HEADING),
    plain('They are switches.', 'Names what the next sentence states.'),
    checked(
      'For a label of 0 or 1 exactly one of the two terms is on.',
      'One factor is 1 and the other 0, and the loss is the term with the 1 alone.',
      () => {
        for (const y of HARD) assert.deepEqual([y, 1 - y].sort(), [0, 1]);
        minusLogOfWhatHappened();
      },
    ),
  ],

  ...names(HEADING, {
    'sections.study-cues.0.terms.0.0': 'Usage',
    'sections.study-cues.0.terms.1.0': 'Common confusion',
    'sections.study-cues.0.terms.2.0': 'Dimension',
    'sections.study-cues.0.terms.3.0': 'Unit systems',
    'sections.study-cues.1.table.caption': 'Ballpark figures',
    'sections.study-cues.1.table.columns.0': 'Probability given to what happened',
    'sections.study-cues.1.table.columns.1': 'Loss `L`, in nats',
  }),
  'sections.study-cues.0.terms.0.1': [
    argued(
      'A pure number that compares a predicted probability with a label.',
      'It is computed from y and p alone, which are plain numbers.',
    ),
    cited('Over a data set it is usually averaged.', SOURCES.averaged),
  ],
  'sections.study-cues.0.terms.1.1': [
    argued(
      'Giving the loss a physical unit: it has none.',
      'A logarithm of a plain number, times plain numbers; nats and bits only say the base.',
    ),
    checked('And feeding 85 for 85%, where the formula wants {0.85}.', 'core refuses 85 and reads 85% as 0.85.', () => {
      assert.deepEqual(core.loss(1, 85), { ok: false, code: 'probability_out_of_range' });
      assert.equal(evaluate('85%'), 0.85);
      shows('0.85', '0.85');
    }),
  ],
  'sections.study-cues.0.terms.2.1': [
    argued(
      'Probabilities and labels are plain numbers, and so is the loss.',
      'Shares of cases have no dimension, nor has the logarithm of one.',
    ),
  ],
  'sections.study-cues.0.terms.3.1': [
    checked(
      'The base of the logarithm sets the unit of counting.',
      'The loss in bits is −log₂, in hartleys −log₁₀ of the same probability.',
      () => {
        for (const p of probabilities(60)) {
          const [bits, hartleys] = [core.inUnit('bits', loss(1, p)), core.inUnit('hartleys', loss(1, p))];
          assert.ok(bits.ok && hartleys.ok);
          close(bits.value, -Math.log2(p), 1e-12);
          close(hartleys.value, -Math.log10(p), 1e-12);
        }
      },
    ),
    checked(
      'With ln the loss is in nats, as machine learning has it; divide by `ln 2` for bits, by `ln 10` for hartleys.',
      'The same by division, both logarithms to sixty places.',
      () => {
        for (const [unit, base] of [
          ['bits', lossOf(1, 0.5)],
          ['hartleys', lossOf(1, 0.1)],
        ] as const) {
          const converted = core.inUnit(unit, 1);
          assert.ok(converted.ok);
          close(converted.value, 1 / base, 1e-15);
        }
      },
      'That libraries take the natural logarithm: the documentation of each under the tips.',
    ),
  ],
  ...ballpark,
  'sections.study-cues.2': [
    checked(
      'A model that always answers the base rate, the share of ones in the data, scores the entropy of that share: {-(0.1 ln 0.1 + 0.9 ln 0.9)} nats if one example in ten is a 1.',
      'Ten examples with 1, 2, 5 and 9 ones: the mean loss of the constant answer is the entropy of its share; 0.325 to sixty places.',
      baseRate,
    ),
    checked(
      'A model that stays above that does worse than this one fixed answer.',
      'That is what being above its mean loss means; and of all constant answers it is the best.',
      baseRate,
    ),
  ],

  'sections.applications.0': [
    plain('A classifier learns to tell cats from dogs.', 'Sets a scene.'),
    plain('Every picture brings a label `y`, say 1 for a cat, and gets a prediction `p`.', 'Sets a scene.'),
    checked(
      'The mean loss over the pictures is what the training run drives down.',
      'A logistic regression is trained: its mean loss falls at every step.',
      trainingFalls,
      SOURCES.likelihood,
    ),
    checked(
      'It counts both how right the model is and how sure, before anyone acts on its answers.',
      'Of two right answers the surer costs less, of two wrong ones the surer costs more, and right costs less than wrong.',
      () => {
        assert.ok(falling([loss(1, 0.01), loss(1, 0.4), loss(1, 0.6), loss(1, 0.99)]));
      },
    ),
  ],

  'sections.tips.0.list.0': [
    argued('Keep predictions off exactly 0 and 1, because `ln 0` has no value.', 'No power of e is 0.'),
    checked(
      'Work from the logit, or know what your library does with `p`: PyTorch’s BCELoss lets no logarithm fall below −100, Keras by default keeps `p` at least {1e-7} away from both ends, and scikit-learn keeps it the machine epsilon of its number type away.',
      'At p = 0 with y = 1 the rules give 100, −ln 10⁻⁷ and −ln 2⁻⁵² (doubles); from the logit the loss is finite where p has rounded to 1.',
      () => {
        const reported = (library: 'pytorch' | 'keras' | 'scikit_learn', p: number) => {
          const outcome = core.reportedLoss(library, 1, p);
          assert.ok(outcome.ok);
          return outcome.value;
        };
        assert.equal(reported('pytorch', 0), 100);
        close(reported('keras', 0), lossOf(1, 1e-7), 1e-15);
        close(reported('scikit_learn', 0), lossOf(1, MACHINE_EPSILON), 1e-15);
        shows('1e-7', '1 × 10⁻⁷');
        assert.equal(loss(0, readingAt(0, 40).probability), Infinity);
        close(lossAt(0, 40), 40, 1e-15);
      },
      SOURCES.libraries,
    ),
  ],
  'sections.tips.0.list.1': [
    checked(
      'The loss is 0 only where `p` equals the label exactly, and the label is 0 or 1.',
      'Some 20 labels at some 300 predictions, the doubles next to 0 and 1 among them.',
      () => {
        for (const y of [0, ...SOFT, 1])
          for (const p of [0, 5e-324, 1 - 2 ** -53, 1, y, ...probabilities(300)])
            assert.equal(loss(y, p) === 0, p === y && (y === 0 || y === 1), `y = ${y}, p = ${p}`);
      },
    ),
    checked(
      'A sigmoid comes as close as you like; at no finite logit does it get there, though a computer may round it to 0 or 1.',
      'What 1/(1 + e^−z) lacks to 1 is positive to sixty places up to z = 100, and in core up to 700; its double is 1 from about 37 on.',
      () => {
        for (const z of [1, 10, 40, 100]) assert.ok(sigmoidOf(z).complement > 0n);
        for (const z of [40, 100, 700]) {
          assert.ok(readingAt(1, z).complement > 0);
          assert.equal(readingAt(1, z).probability, 1);
        }
        assert.ok(readingAt(1, 36).probability < 1);
        assert.ok(readingAt(1, 700).complement < 1e-300);
      },
    ),
  ],
  'sections.tips.0.list.2': [
    cited(
      'For more than two classes that exclude each other, use categorical cross-entropy.',
      `${SOURCES.softmax} ${SOURCES.bishopMany}`,
    ),
  ],

  'sections.mistakes.0.list.0': [
    checked(
      'A logarithm to base 10 in place of the natural one: the result is too small by the factor `ln 10`, about {ln 10}.',
      'The ratio at 60 probabilities, against ln 10 to sixty places; shown as 2.30.',
      () => {
        for (const p of probabilities(60)) if (p < 0.99) close(loss(1, p) / -Math.log10(p), lossOf(1, 0.1), 1e-12);
        shows('ln 10', '2.30');
      },
    ),
  ],
  'sections.mistakes.0.list.1': [
    checked('A prediction of exactly 0 or 1: if the other thing happens, the loss is infinite.', 'Both ends.', () => {
      assert.equal(loss(1, 0), Infinity);
      assert.equal(loss(0, 1), Infinity);
    }),
  ],
  'sections.mistakes.0.list.2': [
    checked('A percentage for `p`: 85% is {0.85}.', 'By core’s reader.', () => assert.equal(evaluate('85%'), 0.85)),
  ],
  'sections.mistakes.0.list.3': [
    checked(
      'The two terms swapped: `ln p` belongs to `y`, and `ln(1 - p)` to `1 - y`.',
      'Swapped, the formula gives what the other label costs.',
      () => {
        for (const p of SOFT)
          for (const y of HARD) {
            const swapped = evaluate(`-((1 - ${y}) ln ${p} + ${y} ln(1 - ${p}))`);
            close(swapped, loss(y === 1 ? 0 : 1, p), 1e-14);
          }
      },
    ),
  ],

  ...names(CONTROL, {
    'symbols.columns.0': 'Symbol',
    'symbols.columns.1': 'Name',
    'symbols.columns.2': 'Values',
    'symbols.light': '⟨it⟩: show where it stands',
  }),
  ...names(DEFINITION, {
    'symbols.rows.0.0': '`y`',
    'symbols.rows.0.1': 'true label',
    'symbols.rows.1.0': '`p`',
    'symbols.rows.1.1': 'predicted probability that `y = 1`',
    'symbols.rows.2.0': '`L`',
    'symbols.rows.2.1': 'loss',
  }),
  'symbols.rows.0.2': [
    tested(
      '0 or 1; on the graph also a soft label between them',
      'tests/browser/graph.spec.ts',
      'a soft label makes a valley whose floor is the entropy, at p = y',
    ),
  ],
  'symbols.rows.1.2': [
    checked(
      'between 0 and 1: a decimal, not a percentage',
      'core takes both ends and refuses what lies outside, 85 among it.',
      () => {
        for (const p of [0, 0.85, 1]) assert.ok(core.loss(1, p).ok);
        for (const p of [-0.01, 1.01, 85]) assert.ok(!core.loss(1, p).ok);
      },
    ),
  ],
  'symbols.rows.2.2': [
    checked(
      '0 or more, up to infinity; no unit (with the natural logarithm, counted in nats)',
      'Never negative for some 20 labels at some 300 predictions; 0 and infinity are reached.',
      () => {
        for (const y of [0, ...SOFT, 1]) for (const p of [0, 1, ...probabilities(300)]) assert.ok(loss(y, p) >= 0);
        assert.deepEqual([loss(1, 1), loss(1, 0)], [0, Infinity]);
      },
    ),
  ],

  'graphSection.intro': [
    tested(
      'Choose what really happened, then move the prediction: drag anywhere on the graph, use the slider, or type a probability.',
      'tests/browser/graph.spec.ts',
      'a click anywhere on the graph brings the point there, and the keys go on from it',
    ),
  ],
  'graphSection.afterword.0': [
    checked(
      'For `y = 1` the curve is `L = -ln p`; for `y = 0` it is the mirror image, `L = -ln(1 - p)`.',
      '400 probabilities against sixty places; and the two are equal at p and 1 − p.',
      () => {
        minusLogOfWhatHappened();
        for (let i = 1; i < 64; i += 1) assert.equal(loss(1, i / 64), loss(0, 1 - i / 64));
      },
    ),
    checked(
      'Each is steep on one side only: a wall that rises without end towards the confidently wrong answer, and low ground around the right one.',
      'The slope in p is −1 at the right end and past −10⁹ near the wrong one; the loss as above.',
      () => {
        assert.equal(slope(1, 1), -1);
        assert.equal(slope(0, 0), 1);
        assert.ok(slope(1, 1e-9) <= -0.999e9 && slope(0, 1 - 1e-9) >= 0.999e9);
        HARD.forEach(withoutLimit);
        assert.ok(loss(1, 0.99) < 0.0102);
      },
    ),
    checked(
      'They cross at `p = 0.5`, where `L = ln 2`.',
      'Their difference only falls with p and is 0 at ½; there both are ln 2 to sixty places.',
      () => {
        const apart = Array.from({ length: 99 }, (_, i) => loss(1, (i + 1) / 100) - loss(0, (i + 1) / 100));
        assert.ok(falling(apart));
        assert.equal(apart[49], 0);
        close(loss(1, 0.5), lossOf(1, 0.5), 1e-15);
      },
    ),
  ],
  'graphSection.afterword.1': [
    plain('A label strictly between 0 and 1 says how often the outcome happens.', DEFINITION),
    checked(
      'Then the curve is a valley with two walls: its lowest point is at `p = y`, and its height there is the entropy of the label, not zero.',
      '19 labels: infinite at both ends, only falling up to p = y, only rising after it, as high there as the entropy to sixty places.',
      valley,
    ),
    checked(
      'No prediction can do better than to say how often.',
      'The same, as an expectation over hard outcomes.',
      strictlyProper,
      SOURCES.proper,
    ),
  ],
  'graphSection.afterword.2': [
    checked(
      'Along the logit axis a confidently wrong answer costs about as many nats as its logit is away from zero: the walls become straight lines, and the slope, in nats, never leaves the range from −1 to 1.',
      'The loss less |z| is ln(1 + e^−|z|): between 0 and e^−|z|; and p − y within ±1 for 21 labels at 161 logits.',
      () => {
        for (const z of [3, 5, 10, 20, 100]) {
          for (const excess of [lossAt(1, -z) - z, lossAt(0, z) - z])
            assert.ok(excess >= 0 && excess <= Math.exp(-z) + 1e-14 * z);
          assert.ok(Math.abs(lossAt(1, -z) - 2 * lossAt(1, -z - 1) + lossAt(1, -z - 2)) < Math.exp(-z) + 1e-12);
        }
        for (const y of [0, ...SOFT, 1])
          for (const z of [...LOGITS, -700, 700]) assert.ok(Math.abs(slopeAt(y, z)) <= 1);
      },
    ),
  ],

  ...names(QUESTION, {
    'questions.0.0': 'What does the derivation show?',
    'questions.1.0': 'When is it the right loss?',
    'questions.2.0': 'Why not plain classification error?',
    'questions.3.0': 'Which mistakes are common?',
    'questions.4.0': 'Where is it used?',
    'questions.5.0': 'What should I watch for numerically?',
  }),
  'questions.0.1': [
    checked(
      'That binary cross-entropy is the negative log-likelihood of independent labels, divided by their number.',
      '300 random data sets of 1 to 12 rows: the mean loss against −ln of the product of the probabilities of what happened, divided by N, to sixty places.',
      () => {
        const next = random(3);
        for (let round = 0; round < 300; round += 1) {
          const rows = Array.from({ length: 1 + Math.floor(12 * next()) }, () => ({
            y: next() < 0.5 ? 0 : 1,
            p: 0.01 + 0.98 * next(),
          }));
          const negative = rows.reduce((sum, { y, p }) => sum + lossOf(y, p), 0);
          close(
            meanLoss(
              rows.map(({ y }) => y),
              rows.map(({ p }) => p),
            ),
            negative / rows.length,
            1e-14,
          );
        }
      },
      SOURCES.likelihood,
    ),
    checked(
      'The predictions with the least mean loss are those under which the observed labels are most likely.',
      'Of 200 random predictions for one set of labels, the order by mean loss is the reverse order by likelihood.',
      () => {
        const next = random(5);
        const labels = [1, 0, 0, 1, 1, 0];
        const models = Array.from({ length: 200 }, () => labels.map(() => 0.02 + 0.96 * next()));
        const likelihood = (model: readonly number[]) =>
          model.reduce((product, p, i) => product * (labels[i] === 1 ? p : 1 - p), 1);
        const byLoss = [...models].sort((a, b) => meanLoss(labels, a) - meanLoss(labels, b));
        assert.ok(falling(byLoss.map(likelihood)));
      },
    ),
  ],
  'questions.1.1': [
    cited(
      'When every example has a label of 0 or 1, or a probability in between, and the model answers with one probability.',
      SOURCES.sigmoid,
    ),
    cited(
      'Where exactly one of several classes is right, use categorical cross-entropy.',
      `${SOURCES.softmax} ${SOURCES.bishopMany}`,
    ),
  ],
  'questions.2.1': [
    checked(
      'It is a step: its slope is zero almost everywhere, so gradient descent cannot follow it.',
      'As above.',
      stepAtHalf,
    ),
    checked(
      'It also treats a narrow miss and a confident one alike, while cross-entropy charges for how sure the model was.',
      'p = 0.49 and p = 0.01 where it happened: the same classification error, 0.713 and 4.61 nats.',
      () => {
        assert.equal(reading(1, 0.49).classificationError, reading(1, 0.01).classificationError);
        assert.ok(loss(1, 0.01) > 6 * loss(1, 0.49));
      },
    ),
  ],
  'questions.3.1': [
    plain(
      'A logarithm to another base, a percentage in place of a probability, and the two terms swapped.',
      'Lists the mistakes of the section before; each is verified there.',
    ),
    checked(
      'And a prediction of exactly 0 or 1 that turns out wrong, which costs infinitely much.',
      'Both ends.',
      () => {
        assert.equal(loss(1, 0), Infinity);
        assert.equal(loss(0, 1), Infinity);
      },
    ),
  ],
  'questions.4.1': [
    cited(
      'Wherever a model answers a yes-or-no question with a probability: is this mail spam, does this patient have the condition, is there a cat in this picture.',
      SOURCES.sigmoid,
    ),
    checked('Training drives down its mean over the examples.', 'As above.', trainingFalls),
  ],
  'questions.5.1': [
    checked(
      'Compute the loss from the logit rather than from `p`, so that nothing is rounded to 0 or 1 on the way.',
      'At z = 40 with y = 0 the loss is 40 from the logit, and infinite from p, which has rounded to 1.',
      () => {
        close(lossAt(0, 40), 40, 1e-15);
        assert.equal(loss(0, readingAt(0, 40).probability), Infinity);
      },
      SOURCES.sigmoid,
    ),
    checked(
      'Where only `p` is at hand, take `ln(1 - p)` from a function made for it, usually called log1p and given `-p`: for small `p` the difference `1 - p` loses digits.',
      'In doubles, at p = 10⁻¹⁷: ln(1 − p) is 0, log1p(−p) is −10⁻¹⁷, as it should be.',
      () => {
        assert.equal(Math.log(1 - 1e-17), 0);
        close(Math.log1p(-1e-17), -1e-17, 1e-15);
        close(loss(0, 1e-17), 1e-17, 1e-15);
      },
    ),
  ],

  'sources.cross_entropy': [
    cited(
      'The definition and its relation to entropy and divergence.',
      'Wikipedia, “Cross-entropy”, its section on the definition.',
    ),
  ],
  'sources.deep_learning': [
    cited(
      'Sections 3.13, 5.5 and 6.2.2: information theory, maximum likelihood, sigmoid output units.',
      'The book’s table of contents: 3.13 Information Theory, 5.5 Maximum Likelihood Estimation, 6.2.2 Output Units, of which 6.2.2.2 has the sigmoid ones.',
    ),
  ],
  'sources.pattern_recognition': [
    cited(
      'Section 4.3.2: logistic regression and its cross-entropy error.',
      'The book’s table of contents: 4.3.2 Logistic regression; its error function is equation 4.90.',
    ),
  ],
  'sources.proper_scoring': [
    cited(
      'What makes a score strictly proper, and why the logarithmic one is.',
      'The article’s summary and its section on scoring rules for categorical variables.',
    ),
  ],
};
