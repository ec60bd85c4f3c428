/** Of the graph: its words stand beside a state, so they are held against many states. */
import assert from 'node:assert/strict';
import en from '../../../web/content/en/graph.js';
import {
  fromLink,
  INITIAL,
  keyed,
  reading as readingOf,
  scenery,
  typedProbability,
  viewOf,
  type GraphState,
} from '../../../web/state/graph.js';
import { sentence } from '../../../web/views/graph.js';
import { core } from '../../wasm/core.js';
import {
  checked,
  cited,
  close,
  CONTROL,
  entropy,
  HARD,
  INSTRUCTION,
  loss,
  lossAt,
  names,
  plain,
  reading,
  readingAt,
  slopeAt,
  SOFT,
  SOURCES,
  tested,
  type Claims,
} from './claim.js';
import { lossOf, sigmoidOf, toNumber } from './exact.js';

const BROWSER = 'tests/browser/graph.spec.ts';
const STATE = 'tests/web/graph-state.test.ts';

const setting = { core, text: en, live: true };
const { trends } = en.graph;

/** Where a learner can be: labels, either axis, either unit, and points from end to end. */
function* states(): Generator<GraphState> {
  const points: Pick<GraphState, 'given' | 'at'>[] = [
    ...[0, 1e-45, 1e-9, 0.001, 0.2, 0.37, 0.5, 0.7, 0.999, 1 - 1e-15, 1].map(
      (at) => ({ given: 'probability', at }) as const,
    ),
    ...[-45, -8, -1.3, 0, 2.5, 8, 37, 45].map((at) => ({ given: 'logit', at }) as const),
  ];
  for (const y of [0, 0.2, 0.5, 0.99, 1])
    for (const axis of ['probability', 'logit'] as const)
      for (const unit of ['nats', 'bits'] as const)
        for (const point of points) yield { ...INITIAL, ...point, y, axis, unit };
}

const said = (state: GraphState): string => sentence(setting, state, readingOf(core, state));

/** The rise of the curve that is shown, a little to the left and to the right of the point, in frames per frame. */
function risesBy(state: GraphState): number {
  const now = readingOf(core, state);
  const { xLow, xHigh, yHigh } = viewOf(state);
  const h = 1e-5 * (xHigh - xLow);
  const at = (x: number) => (state.axis === 'probability' ? loss(state.y, x) : lossAt(state.y, x));
  const x = state.axis === 'probability' ? now.probability : now.logit;
  return ((at(x + h) - at(x - h)) / (2 * h)) * ((xHigh - xLow) / yHigh);
}

/** The words on the slope, for every state away from the ends, against the curve that is seen. */
function trendsAreSeen(): void {
  let compared = 0;
  for (const state of states()) {
    const now = readingOf(core, state);
    const inside = state.axis === 'probability' ? Math.abs(now.probability - 0.5) < 0.4999 : Math.abs(now.logit) < 45;
    if (!inside) continue;
    const rise = risesBy(state);
    const words = said(state);
    const size = Math.abs(rise);
    const expected =
      size < 1e-6
        ? [trends.flat, trends.gently_up, trends.gently_down]
        : rise > 0
          ? [size < 0.2 ? trends.gently_up : size < 1 ? trends.clearly_up : trends.steeply_up]
          : [size < 0.2 ? trends.gently_down : size < 1 ? trends.clearly_down : trends.steeply_down];
    if ([0.2, 1].some((bound) => Math.abs(size - bound) < 1e-3)) continue; // on the border between two words
    assert.ok(
      expected.some((trend) => words.endsWith(`${trend}.`)),
      `${words} (it rises by ${rise})`,
    );
    compared += 1;
  }
  assert.ok(compared > 100);
}

const flatIsLowest = (): void => {
  let seen = 0;
  for (const state of states()) {
    if (!said(state).endsWith(`${trends.flat}.`)) continue;
    seen += 1;
    const now = readingOf(core, state);
    close(now.loss, entropy(state.y), 1e-15);
  }
  assert.ok(seen > 0);
};

/** What a sentence says of its numbers. */
const sentencesAreTrue = (): void => {
  let [finite, infinite, zero] = [0, 0, 0];
  for (const state of states()) {
    const now = readingOf(core, state);
    const words = said(state);
    if (words.includes('infinite')) {
      assert.equal(loss(state.y, state.at), Infinity);
      assert.ok(state.given === 'probability' && (state.at === 0 ? state.y > 0 : state.at === 1 && state.y < 1));
      infinite += 1;
    } else if (words.includes('certain')) {
      assert.ok(state.given === 'probability' && state.at === state.y && HARD.includes(state.y as 0 | 1));
      zero += 1;
    } else {
      assert.ok(words.includes(`The label is ${state.y} and p is `));
      assert.ok(Number.isFinite(now.loss));
      close(now.entropy + now.divergence, now.loss, 1e-13);
      finite += 1;
    }
  }
  assert.ok(finite > 100 && infinite >= 10 && zero >= 4);
};

const FAR: GraphState = { ...INITIAL, axis: 'logit', overlays: new Set(['libraries']) };

/** Where a library's curve, as drawn, is away from the loss by more than a hundredth of the frame. */
function leaves(library: 'pytorch' | 'keras' | 'scikit_learn', y: 0 | 1): number | undefined {
  const { xHigh } = viewOf(FAR);
  for (let wrong = 0; wrong <= xHigh; wrong += 0.25) {
    const now = readingAt(y, y === 1 ? -wrong : wrong);
    if (Math.abs(now.reported[library].loss - now.loss) > 0.45) return wrong;
  }
  return undefined;
}

const p = (wording: string) => typedProbability(core, wording);

export const graph: Claims = {
  ...names(CONTROL, {
    'graph.labelLegend': 'What really happened',
    'graph.happened': 'It happened',
    'graph.didNotHappen': 'It did not happen',
    'graph.softValue': 'label ⟨it⟩',
    'graph.axisLegend': 'Horizontal axis',
    'graph.axes.probability.name': 'probability',
    'graph.axes.probability.short': '`p`',
    'graph.axes.probability.label': 'predicted probability `p`',
    'graph.axes.logit.name': 'logit',
    'graph.axes.logit.short': '`z`',
    'graph.yAxis.nats': 'loss `L`, in nats',
    'graph.yAxis.bits': 'loss `L`, in bits',
    'graph.slider.probability': 'Predicted probability p',
    'graph.slider.logit': 'Logit z',
    'graph.entry.label': 'Type a probability p',
    'graph.readings.probability': 'probability',
    'graph.readings.logit': 'logit',
    'graph.readings.loss': 'loss',
    'graph.readings.slope': 'slope in p',
    'graph.readings.slopeInLogit': 'slope in z',
    'graph.symbols.slope': 'dL/dp',
    'graph.symbols.slopeInLogit': 'dL/dz',
    'graph.symbols.entropy': 'H(y)',
    'graph.symbols.divergence': 'KL(y ‖ p)',
    'graph.units.nats': 'nats',
    'graph.units.bits': 'bits',
    'graph.unitLegend': 'Unit of the loss',
    'graph.overlayLegend': 'Show beside it',
    'graph.overlays.tangent': 'Tangent',
    'graph.overlays.squared_error': 'Squared error',
    'graph.overlays.classification_error': 'Classification error',
    'graph.overlays.libraries': 'What libraries report',
    'graph.sound': 'Sound',
    'graph.libraries.pytorch': 'PyTorch',
    'graph.libraries.keras': 'Keras',
    'graph.libraries.scikit_learn': 'scikit-learn',
    'graph.comparison.caption': 'The same point, scored by other losses',
    'graph.comparison.columns.loss': 'Loss',
    'graph.comparison.columns.value': 'Value',
    'graph.comparison.columns.slope': 'Slope in z',
    'graph.comparison.crossEntropy': 'Cross-entropy',
    'graph.reported.caption': 'What libraries report in place of the loss',
    'graph.reported.columns.library': 'Library',
    'graph.reported.columns.value': 'Loss',
    'graph.reported.columns.slope': 'Slope in p',
    'graph.table.summary': 'The curve as a table',
    'graph.table.caption': 'Loss for the label ⟨it⟩',
    'graph.table.p': '`p`',
    'graph.table.loss': '`L`',
    'graph.take.link': 'Copy a link to this state',
    'graph.take.svg': 'Save as SVG',
    'graph.take.png': 'Save as PNG',
    'graph.take.file': 'log-loss',
  }),
  'graph.figure': [
    tested(
      'The loss L against the prediction: curves and a point',
      BROWSER,
      'the point follows a mouse that drags, and stays when the mouse lets go',
    ),
  ],
  'graph.softLabel': [
    tested('Label y, from 0 to 1', BROWSER, 'a soft label makes a valley whose floor is the entropy, at p = y'),
  ],
  'graph.axes.logit.label': [
    checked('logit `z`, where `p = 1/(1 + e^(-z))`', 'core’s p on the logit axis against sixty places.', () => {
      for (const z of [-45, -8, -0.3, 0, 1.7, 8, 30])
        close(readingAt(1, z).probability, toNumber(sigmoidOf(z).p), 1e-15);
    }),
  ],
  'graph.keys.probability': [
    tested(
      'Arrow keys move p by 0.01, with Shift by 0.1, with Alt by 0.001;',
      STATE,
      'arrows move p by 0.01, Shift by 0.1, Alt by 0.001, Page by 0.1',
    ),
    checked(
      'near an end a press goes ten times closer, with Shift still closer.',
      'From 0.99 and from 0.01: what is left to the end is divided by ten, with Shift by more.',
      () => {
        const press = (at: number, key: string, shiftKey: boolean) => {
          const state: GraphState = { ...INITIAL, at };
          return keyed(state, readingOf(core, state), key, { shiftKey })?.at ?? NaN;
        };
        close(1 - press(0.99, 'ArrowRight', false), 0.001, 1e-9);
        close(press(0.01, 'ArrowLeft', false), 0.001, 1e-12);
        assert.ok(1 - press(0.99, 'ArrowRight', true) < 0.0009 && press(0.01, 'ArrowLeft', true) < 0.0009);
      },
    ),
    tested('Home and End go to 0 and 1.', STATE, 'Home and End go to the ends themselves, on either axis'),
  ],
  'graph.keys.logit': [
    tested(
      'Arrow keys move z by 0.1, with Shift by 1, with Alt by 0.01.',
      STATE,
      'on the logit axis arrows move z, past the edge to the end, and back',
    ),
    tested(
      'Home and End go to the ends, where p is 0 and 1.',
      STATE,
      'Home and End go to the ends themselves, on either axis',
    ),
  ],
  'graph.entry.errors.entry_empty': [plain('Type a number between 0 and 1.', INSTRUCTION)],
  'graph.entry.errors.not_a_number': [
    checked('This cannot be read as a number.', 'Said of what core’s reader refuses.', () => {
      for (const wording of ['seven', '0.8.5', '1/0', 'p', '(']) assert.equal(p(wording), 'not_a_number');
    }),
    checked('Try 0.85, 85% or 17/20.', 'All three are read as 0.85.', () =>
      assert.deepEqual(['0.85', '85%', '17/20'].map(p), [0.85, 0.85, 0.85]),
    ),
  ],
  'graph.entry.errors.not_a_probability': [
    checked('A probability lies between 0 and 1.', 'Said of numbers outside, and of no other.', () => {
      for (const wording of ['85', '-0.1', '1.01']) assert.equal(p(wording), 'not_a_probability');
      for (const wording of ['0', '1', '0.5']) assert.equal(typeof p(wording), 'number');
    }),
    checked('For 85% write 0.85 or 85%.', 'Both are read as 0.85.', () =>
      assert.deepEqual(['0.85', '85%'].map(p), [0.85, 0.85]),
    ),
  ],
  'graph.readings.split': [
    checked('loss as entropy plus divergence', 'In every one of the states.', () => {
      for (const state of states()) {
        const now = readingOf(core, state);
        close(now.entropy + now.divergence, now.loss, 1e-13);
      }
    }),
  ],
  'graph.marks.crossing': [
    checked('both cost ⟨it⟩ at p = ½', 'Either label at ½, and where the mark stands.', () => {
      assert.equal(loss(1, 0.5), loss(0, 0.5));
      assert.equal(scenery(core, INITIAL).crossing.probability, 0.5);
    }),
  ],
  'graph.marks.lowest': [
    checked('least at p = y: ⟨it⟩', 'The mark of 19 soft labels stands at p = y, as high as the entropy.', () => {
      for (const y of SOFT) {
        const { lowest } = scenery(core, { ...INITIAL, y });
        assert.deepEqual([lowest.probability, lowest.loss], [y, entropy(y)]);
      }
    }),
  ],
  'graph.comparison.note': [
    checked(
      'Training by gradient descent follows the slope in z.',
      'By the chain rule each weight moves by dL/dz times what z gains from it; in differences of a loss of w x + b.',
      () => {
        const [x, w, b, h] = [1.7, 0.4, -0.2, 1e-5];
        const rise = (lossAt(1, (w + h) * x + b) - lossAt(1, (w - h) * x + b)) / (2 * h);
        close(rise, slopeAt(1, w * x + b) * x, 1e-8);
      },
    ),
    checked(
      'That of cross-entropy, in nats, is `p - y`: largest where the model is sure and wrong.',
      'Readings of 5 labels at 161 points: p − y, in size greatest at the end that is further from y.',
      () => {
        for (const y of [0, 0.2, 0.5, 0.99, 1]) {
          const sizes = Array.from({ length: 161 }, (_, i) => {
            const now = readingAt(y, (i - 80) / 4);
            close(now.slopeInLogit, now.probability - y, 1e-6, 1e-15);
            return Math.abs(now.slopeInLogit);
          });
          assert.equal(Math.max(...sizes), y <= 0.5 ? sizes.at(-1) : sizes[0]);
        }
      },
    ),
    checked(
      'That of the squared error, here half of `(p - y)^2`, dies out there.',
      'At z = ±20: under 10⁻⁸, whatever the label.',
      () => {
        for (const y of [0, 0.2, 0.5, 0.99, 1])
          for (const z of [-20, 20]) {
            const now = readingAt(y, z);
            close(now.squaredError, (now.probability - y) ** 2 / 2, 1e-9, 1e-18);
            assert.ok(Math.abs(now.squaredErrorSlope) < 1e-8);
          }
      },
    ),
    checked(
      'The classification error, with the threshold at one half, is flat on either side of it: its slope is zero, so it says nothing about which way to go.',
      'One value below ½ and one from ½ on, for hard and soft labels.',
      () => {
        for (const y of [0, 0.2, 0.5, 0.99, 1]) {
          const below = [0, 0.1, 0.3, 0.4999].map((p) => reading(y, p).classificationError);
          const above = [0.5, 0.6, 0.9, 1].map((p) => reading(y, p).classificationError);
          assert.ok(new Set(below).size === 1 && new Set(above).size === 1);
        }
      },
    ),
  ],
  'graph.reported.truth': [plain('Exact value', 'Names the row of the loss itself, which is verified with it.')],
  'graph.reported.note': [
    checked(
      'Each library keeps the number finite in its own way, and close enough to an end its slope is no longer the true one.',
      'Both labels at both ends: the loss is finite, and the slope is not core’s; at the wrong end 100, −ln 10⁻⁷ and −ln 2⁻⁵².',
      () => {
        for (const y of HARD)
          for (const end of [0, 1]) {
            const now = reading(y, end);
            for (const { loss: value, slope } of Object.values(now.reported)) {
              assert.ok(Number.isFinite(value) && Number.isFinite(slope));
              assert.notEqual(slope, now.slope);
            }
          }
        const { pytorch, keras, scikit_learn } = reading(1, 0).reported;
        assert.equal(pytorch.loss, 100);
        close(keras.loss, lossOf(1, 1e-7), 1e-15);
        close(scikit_learn.loss, lossOf(1, 2 ** -52), 1e-15);
      },
      SOURCES.libraries,
    ),
    cited(
      '(scikit-learn only measures; its slope here is that of the number it reports.)',
      'scikit-learn, documentation of sklearn.metrics.log_loss: a metric, without a gradient.',
    ),
    checked(
      'Along the logit axis Keras and scikit-learn can be seen to leave the curve; PyTorch’s limit lies beyond the picture.',
      'Seen from the wrong side Keras is a hundredth of the picture away from z = 17 on and scikit-learn from 37 on; 100 is above the frame, which ends at 45.',
      () => {
        for (const y of HARD) {
          assert.ok(Math.abs((leaves('keras', y) ?? NaN) - 17) < 1, 'Keras');
          assert.ok(Math.abs((leaves('scikit_learn', y) ?? NaN) - 37) < 1, 'scikit-learn');
        }
        assert.ok(viewOf(FAR).yHigh === 45 && viewOf(FAR).xHigh === 45);
        assert.equal(reading(1, 0).reported.pytorch.loss, 100);
      },
    ),
  ],
  'graph.take.linked': [tested('The link is copied.', BROWSER, 'a link reopens what was seen')],
  'graph.take.linkFailed': [
    tested(
      'The link could not be copied; it is now in the address bar.',
      'tests/browser/graph.spec.ts',
      'a link that cannot be copied stands in the address bar, and that is said',
    ),
  ],
  'graph.sentence': [
    checked(
      'The label is ⟨y⟩ and p is ⟨p⟩: the loss is ⟨loss⟩ ⟨unit⟩ and ⟨trend⟩.',
      'Five labels, either axis, either unit, 19 points: each number is that of the state.',
      sentencesAreTrue,
    ),
  ],
  'graph.sentenceSoft': [
    checked(
      'The label is ⟨y⟩ and p is ⟨p⟩: the loss is ⟨loss⟩ ⟨unit⟩, of which ⟨entropy⟩ is the entropy of the label and ⟨divergence⟩ the price of p; it ⟨trend⟩.',
      'The same states: entropy and divergence add up to the loss.',
      sentencesAreTrue,
    ),
  ],
  'graph.sentenceInfinite.hard': [
    checked(
      'The label is 0 and p is exactly ⟨p⟩: the truth was called impossible, and the loss is infinite.',
      'The same states: said where p is the other label exactly.',
      sentencesAreTrue,
    ),
  ],
  'graph.sentenceInfinite.soft': [
    checked(
      'The label is ⟨y⟩ and p is exactly ⟨p⟩: something that can happen was called impossible, and the loss is infinite.',
      'The same states: said where the label is strictly between 0 and 1 and p at an end.',
      sentencesAreTrue,
    ),
  ],
  'graph.sentenceZero': [
    checked(
      'The label is ⟨y⟩ and p is exactly ⟨p⟩: the truth was called certain, and the loss is 0.',
      'The same states, and logits as far as a link may lead: said only where p was put exactly on the label.',
      () => {
        sentencesAreTrue();
        for (const y of HARD)
          for (const z of [100, 700, 750, 9999]) {
            const linked = fromLink({ ...INITIAL, y }, `z=${y === 1 ? z : -z}`);
            assert.doesNotMatch(said(linked), /certain/);
          }
      },
    ),
  ],
  ...Object.fromEntries(
    Object.entries(trends).map(([trend, words]) => [
      `graph.trends.${trend}`,
      [
        trend === 'flat'
          ? checked(words, 'Said only where the loss is the entropy, which is the least there is.', flatIsLowest)
          : checked(
              words,
              'In every state away from the ends: the direction and the steepness of the curve on the axis that is shown, by differences; gently up to a fifth of the picture’s height over its width, steeply from one on.',
              trendsAreSeen,
            ),
      ],
    ]),
  ),
  'graph.valueText.probability': [
    tested(
      'p ⟨at⟩, loss ⟨loss⟩',
      BROWSER,
      'keys move it, ever closer to the ends and onto them, and what is heard says where it is',
    ),
  ],
  'graph.valueText.logit': [
    tested(
      'z ⟨at⟩, loss ⟨loss⟩',
      BROWSER,
      'the logit axis keeps the point, straightens the walls and takes keys of its own',
    ),
  ],
};
