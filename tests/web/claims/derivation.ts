/** Of the derivation: its steps as identities over random data sets, and what is said where an assumption is off. */
import assert from 'node:assert/strict';
import type { DataCode, Derivation, Dropped } from '../../../wasm/contract/core.js';
import { initial, MOST_ROWS, next, type DerivationState } from '../../../web/state/derivation.js';
import { tableIn } from '../../../web/state/paste.js';
import { STOPS } from '../../../web/state/walk.js';
import { valueOf } from '../../../web/engine/value.js';
import { core } from '../../wasm/core.js';
import {
  argued,
  checked,
  cited,
  close,
  CONTROL,
  DEFINITION,
  entropy,
  evaluate,
  falling,
  HEADING,
  INSTRUCTION,
  loss,
  meanLoss,
  names,
  plain,
  QUESTION,
  random,
  rising,
  SOURCES,
  tested,
  type Claims,
} from './claim.js';
import { lossOf } from './exact.js';

const BROWSER = 'tests/browser/derivation.spec.ts';
const STATE = 'tests/web/state.test.ts';

interface Row {
  y: number;
  p: number;
}

const derive = (rows: readonly Row[], dropped: Dropped = 'nothing'): Derivation =>
  valueOf(
    core.derive(
      Float64Array.from(rows, ({ y }) => y),
      Float64Array.from(rows, ({ p }) => p),
      dropped,
    ),
  );

const refusal = (rows: readonly Row[], dropped: Dropped = 'nothing'): DataCode | undefined => {
  const outcome = core.derive(
    Float64Array.from(rows, ({ y }) => y),
    Float64Array.from(rows, ({ p }) => p),
    dropped,
  );
  return outcome.ok ? undefined : (outcome.code as DataCode);
};

/** Data sets of 1 to 12 rows; `label` and `prediction` draw what is in them. */
function dataSets(
  count: number,
  label: (draw: () => number) => number = (draw) => (draw() < 0.5 ? 0 : 1),
  prediction = (draw: () => number) => 0.001 + 0.998 * draw(),
): Row[][] {
  const draw = random(11);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(12 * draw()) }, () => ({ y: label(draw), p: prediction(draw) })),
  );
}

const product = (factors: readonly number[]): number => factors.reduce((total, factor) => total * factor, 1);
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
const happened = ({ y, p }: Row): number => (y === 1 ? p : 1 - p);

/** Each step by itself, and each from the one before, for data that keep to all assumptions. */
const stepsHold = (): void => {
  for (const rows of dataSets(1000)) {
    const [first, second, third] = derive(rows).steps;
    close(first.value, product(rows.map(happened)), 1e-13);
    close(second.value, -sum(rows.map(({ y, p }) => lossOf(y, p))), 1e-13);
    close(third.value, sum(rows.map(({ y, p }) => lossOf(y, p))) / rows.length, 1e-13);
    close(Math.log(first.value), second.value, 1e-12, 1e-12);
    close(-second.value / rows.length, third.value, 1e-13);
    assert.ok(second.agrees && third.agrees);
  }
};

/** Every way the labels of a few rows can come out. */
const outcomes = (rows: readonly Row[]): number[][] =>
  rows.reduce<number[][]>(
    (all, _) =>
      all.flatMap((labels) => [
        [...labels, 0],
        [...labels, 1],
      ]),
    [[]],
  );

/** The probability of one way, if the rows are independent. */
const independently = (rows: readonly Row[], labels: readonly number[]): number =>
  product(rows.map(({ p }, i) => happened({ y: labels[i] ?? NaN, p })));

const SMALL = dataSets(60).map((rows) => rows.slice(0, 5));
const SOFT_SETS = dataSets(60, (draw) => Math.round(100 * draw()) / 100).map((rows) => rows.slice(0, 5));

/** What to expect of labels that are drawn, by going through all the ways they can come out. */
function expectation(rows: readonly Row[], of: (labels: readonly number[]) => number): number {
  return sum(
    outcomes(rows).map((labels) => {
      const probability = product(rows.map(({ y }, i) => (labels[i] === 1 ? y : 1 - y)));
      return probability === 0 ? 0 : probability * of(labels);
    }),
  );
}

const logLikelihood = (rows: readonly Row[], labels: readonly number[]): number =>
  sum(rows.map(({ p }, i) => -loss(labels[i] ?? NaN, p)));

const WRONG: Row[] = [
  { y: 1, p: 0.9 },
  { y: 0, p: 1 },
  { y: 1, p: 0.6 },
];
const RIGHT: Row[] = [
  { y: 1, p: 1 },
  { y: 0, p: 0.3 },
];

const after = (...actions: Parameters<typeof next>[3][]): DerivationState =>
  actions.reduce((state, action) => next(core, '.', state, action), initial(core, '.'));

const pasted = (text: string): DerivationState => {
  const table = tableIn(text);
  assert.ok(table);
  return after({ type: 'pasted', table, column: 'label' });
};

const tiny = (rows: number, p: number): Row[] => Array.from({ length: rows }, () => ({ y: 1, p }));

const orderIsKept = (): void => {
  const labels = [1, 0, 1, 1, 0];
  const models = dataSets(300)
    .filter((rows) => rows.length >= 5)
    .map((rows) => derive(rows.slice(0, 5).map(({ p }, i) => ({ y: labels[i] ?? 0, p }))).steps);
  const best = [...models].sort(([a], [b]) => b.value - a.value);
  assert.ok(falling(best.map(([likelihood]) => likelihood.value)));
  assert.ok(falling(best.map(([, logarithm]) => logarithm.value)));
  assert.ok(rising(best.map(([, , mean]) => mean.value)));
};

const underflows = (): void => {
  const { underflowed, steps } = derive(tiny(12, 1e-30));
  assert.ok(underflowed && !steps[1].comparable);
  assert.ok(1e-30 ** 12 < 2 ** -1022);
  close(steps[1].value, -12 * lossOf(1, 1e-30), 1e-13);
  assert.ok(!derive(tiny(12, 1e-20)).underflowed);
};

const BAD = 'Said of what core refuses, and of nothing else.';

export const derivation: Claims = {
  'derivation.intro': [
    plain('Where does the formula come from?', QUESTION),
    cited('From asking which model makes the observed labels most likely.', `${SOURCES.likelihood} ${SOURCES.bishop}`),
    checked(
      'Three steps lead there, and each one runs on the numbers below.',
      '1,000 random data sets of 1 to 12 rows: each step’s value by arithmetic of our own, to sixty places where a logarithm is in it; each step from the one before.',
      stepsHold,
    ),
  ],
  ...names(HEADING, {
    'derivation.assumptionsTitle': 'What is assumed',
    'derivation.dataTitle': 'A small data set, yours to change',
    'derivation.steps.likelihood.title': 'Likelihood of the labels',
    'derivation.steps.log_likelihood.title': 'Its logarithm',
    'derivation.steps.mean_loss.title': 'A loss to minimise',
    'derivation.forYourData': 'With your data',
    'derivation.resultTitle': 'The result',
    'derivation.breach.title': 'What breaks here',
  }),
  ...names('Says what is assumed; that each is needed, and where, is said and verified at the steps.', {
    'derivation.assumptions.binary_labels': 'Every label is 0 or 1.',
    'derivation.assumptions.independence': 'Given the predictions, the labels are independent of each other.',
    'derivation.assumptions.inner_probabilities': 'Every predicted probability lies strictly between 0 and 1.',
  }),
  ...names(CONTROL, {
    'derivation.assumptionNumber': 'Assumption ⟨it⟩',
    'derivation.dropLegend': 'Turn one off, and see which step needs it',
    'derivation.dropNothing': 'None',
    'derivation.turnedOff': 'turned off',
    'derivation.columns.row': 'Example',
    'derivation.columns.label': 'label `y`',
    'derivation.columns.probability': 'prediction `p`',
    'derivation.columns.remove': 'Remove',
    'derivation.labelOf': 'Label of example ⟨it⟩',
    'derivation.probabilityOf': 'Predicted probability of example ⟨it⟩',
    'derivation.removeRow': 'Remove example ⟨it⟩',
    'derivation.add': 'Add an example',
    'derivation.reset': 'Start over',
    'derivation.restore': 'Bring back the table before',
    'derivation.stepNumber': 'Step ⟨it⟩',
    'derivation.walk.name': 'Walk through the steps',
    'derivation.walk.previous': 'Previous',
    'derivation.walk.next': 'Next',
    'derivation.walk.all': 'Open all',
    'derivation.walk.position': '⟨n⟩ of ⟨of⟩: ⟨title⟩',
    'derivation.walk.link': 'Copy link',
    'derivation.fault': '⟨field⟩: ⟨reason⟩',
  }),
  'derivation.notation': [
    plain(
      'Example *i* of *N* has the label *yᵢ* and the predicted probability *p̂ᵢ*; *ℒ* is the likelihood, *J* the mean loss.',
      DEFINITION,
    ),
  ],
  'derivation.dataIntro': [
    plain('One row is one example: what happened, and the probability that was predicted for a 1.', DEFINITION),
  ],
  'derivation.pasteHint': [
    plain('Have data of your own?', QUESTION),
    tested(
      'Copy two columns, the labels and the predictions, and paste them into any field.',
      BROWSER,
      'px two columns are pasted, a bad cell is marked, and the table before comes back',
    ),
    tested(
      'They take the place of the rows.',
      STATE,
      'a pasted table takes the place of the rows, and they can be had back and given up again',
    ),
  ],
  'derivation.pasted.done': [
    checked('Rows pasted: ⟨it⟩.', 'Two rows into a table of four.', () =>
      assert.equal(pasted('1\t0.8\n0\t0.2').pasted?.rows, 2),
    ),
    checked('They took the place of the table before.', 'The same: two rows are left.', () =>
      assert.equal(pasted('1\t0.8\n0\t0.2').rows.length, 2),
    ),
  ],
  'derivation.pasted.cut': [
    checked('Of ⟨of⟩ rows the first ⟨rows⟩ were taken.', 'Fourteen rows: the first twelve.', () => {
      const state = pasted(Array.from({ length: 14 }, (_, i) => `1\t0.${i + 11}`).join('\n'));
      assert.deepEqual([state.pasted?.rows, state.pasted?.of, state.rows.at(-1)?.probability], [12, 14, '0.22']);
    }),
  ],
  'derivation.pasted.nothing': [
    checked('No numbers were found in what was pasted, so the table is as it was.', 'Words in two columns.', () => {
      const state = pasted('label\tprediction\nyes\tperhaps');
      assert.deepEqual([state.pasted?.rows, state.rows], [0, initial(core, '.').rows]);
    }),
  ],
  'derivation.pasted.heading': [
    checked('The first line was taken for headings.', 'label; p above two rows.', () => {
      const state = pasted('label;p\n1;0,8\n0;0,2');
      assert.deepEqual([state.pasted?.notes, state.rows.length], [['heading'], 2]);
    }),
  ],
  'derivation.pasted.swapped': [
    checked('The labels stood in the second column.', '0.8 and 0.2 before 1 and 0.', () => {
      const state = pasted('0.8\t1\n0.2\t0');
      assert.deepEqual([state.pasted?.notes, state.rows[0]?.label], [['swapped'], '1']);
    }),
  ],
  'derivation.pasted.wide': [
    checked('Columns after the second were left out.', 'A third column.', () => {
      const state = pasted('1\t0.8\tcat\n0\t0.2\tdog');
      assert.deepEqual([state.pasted?.notes, state.rows.length], [['wide'], 2]);
    }),
  ],
  'derivation.full': [
    checked('This table holds up to ⟨it⟩ examples.', 'Twelve: core derives twelve rows and refuses thirteen.', () => {
      assert.equal(refusal(tiny(MOST_ROWS, 0.5)), undefined);
      assert.equal(refusal(tiny(MOST_ROWS + 1, 0.5)), 'too_many_rows');
    }),
  ],
  'derivation.noRows': [
    checked('A mean needs at least one example: add a row.', 'core refuses none.', () =>
      assert.equal(refusal([]), 'no_rows'),
    ),
  ],
  'derivation.stale': [
    tested(
      'The numbers below are those of the last complete table.',
      STATE,
      'a field that cannot be used is named, keeps its text and leaves the steps as they were',
    ),
  ],
  'derivation.cell.cell_empty': [plain('This field is still empty.', 'Said of an empty field.')],
  'derivation.cell.not_a_number': [
    checked('This is not a number that can be read here.', 'Said of what core’s reader refuses.', () => {
      for (const typed of ['yes', '0.8.5', '1/0']) assert.ok(!core.evaluate(typed).ok);
    }),
  ],
  'derivation.cell.label_not_binary': [
    checked('A label is 0 or 1.', BAD, () => {
      for (const y of [0.8, 2, -1]) assert.equal(refusal([{ y, p: 0.5 }]), 'label_not_binary');
      for (const y of [0, 1]) assert.equal(refusal([{ y, p: 0.5 }]), undefined);
    }),
    checked('For one in between, turn assumption 1 off.', 'Then 0.8 is taken.', () =>
      assert.equal(refusal([{ y: 0.8, p: 0.5 }], 'binary_labels'), undefined),
    ),
  ],
  'derivation.cell.label_out_of_range': [
    checked('A soft label lies between 0 and 1.', BAD, () => {
      for (const y of [2, -0.1]) assert.equal(refusal([{ y, p: 0.5 }], 'binary_labels'), 'label_out_of_range');
    }),
  ],
  'derivation.cell.probability_not_finite': [
    checked('A probability is a number between 0 and 1.', BAD, () =>
      assert.equal(refusal([{ y: 1, p: Infinity }]), 'probability_not_finite'),
    ),
  ],
  'derivation.cell.probability_out_of_range': [
    checked('A probability lies between 0 and 1.', BAD, () =>
      assert.equal(refusal([{ y: 1, p: -0.2 }]), 'probability_out_of_range'),
    ),
  ],
  'derivation.cell.probability_above_one': [
    checked('A probability lies between 0 and 1.', BAD, () =>
      assert.equal(refusal([{ y: 1, p: 85 }]), 'probability_out_of_range'),
    ),
    checked('For 85% write 0.85.', '85% is 0.85.', () => assert.equal(evaluate('85%'), 0.85)),
  ],
  'derivation.cell.probability_at_end': [
    checked('The derivation needs a probability strictly between 0 and 1.', BAD, () => {
      for (const p of [0, 1]) assert.equal(refusal([{ y: 1, p }]), 'probability_at_end');
      for (const p of [1e-300, 1 - 2 ** -53]) assert.equal(refusal([{ y: 1, p }]), undefined);
    }),
    argued(
      'At exactly 0 or 1 one of the two logarithms would be ln 0, which has no value.',
      'ln p at p = 0, ln(1 − p) at p = 1; no power of e is 0.',
    ),
    checked('To see what happens, turn assumption 3 off.', 'Then 0 and 1 are taken.', () => {
      for (const p of [0, 1]) assert.equal(refusal([{ y: 1, p }], 'inner_probabilities'), undefined);
    }),
  ],

  'derivation.steps.likelihood.needs.binary_labels': [
    checked(
      'A label of 1 leaves the factor for the predicted probability, a label of 0 the factor for its complement: the exponents switch one of them on.',
      'p^y (1 − p)^(1 − y) by core’s evaluator, for both labels.',
      () => {
        for (const p of [0.001, 0.3, 0.5, 0.9]) {
          close(evaluate(`${p}^1 × (1 - ${p})^(1 - 1)`), p, 1e-15);
          close(evaluate(`${p}^0 × (1 - ${p})^(1 - 0)`), 1 - p, 1e-15);
        }
      },
    ),
  ],
  'derivation.steps.likelihood.needs.independence': [
    checked(
      'Independence is what lets the factors of the examples be multiplied.',
      'The products of all the ways that up to five labels can come out add up to 1, and each row keeps its probability; for rows that are copies the product is not the probability.',
      () => {
        for (const rows of SMALL) {
          close(sum(outcomes(rows).map((labels) => independently(rows, labels))), 1, 1e-12);
          rows.forEach(({ p }, i) => {
            const ones = outcomes(rows).filter((labels) => labels[i] === 1);
            close(sum(ones.map((labels) => independently(rows, labels))), p, 1e-12);
          });
        }
        const { steps, breach } = derive(
          [
            { y: 1, p: 0.9 },
            { y: 1, p: 0.9 },
          ],
          'independence',
        );
        close(steps[0].value, 0.81, 1e-15);
        close(breach.instead, 0.9, 1e-15);
      },
      SOURCES.likelihood,
    ),
  ],
  'derivation.steps.log_likelihood.needs.inner_probabilities': [
    checked(
      'With every probability strictly between 0 and 1 no factor is 0, so every logarithm has a value.',
      '1,000 random data sets, and the doubles next to 0 and 1.',
      () => {
        for (const rows of [...dataSets(1000), tiny(1, 5e-324), [{ y: 0, p: 1 - 2 ** -53 }]]) {
          for (const row of rows) assert.ok(row.p > 0 && 1 - row.p > 0);
          assert.ok(Number.isFinite(derive(rows).steps[1].value));
        }
      },
    ),
  ],
  'derivation.steps.log_likelihood.why.0': [
    checked(
      'The logarithm turns the product into a sum and the exponents into factors.',
      'The identity over 1,000 random data sets.',
      stepsHold,
    ),
    checked(
      'It increases, so the best predictions stay the best.',
      'Random predictions for one set of labels are in the same order by step 1 and by step 2.',
      orderIsKept,
    ),
  ],
  'derivation.steps.log_likelihood.why.1': [
    checked(
      'A sum of logarithms stays within reach.',
      'Twelve rows whose product underflows: the sum against sixty places.',
      underflows,
    ),
    checked(
      'A thousand factors of one half multiply to about {0.5^1000}; with 1,100 ordinary computer arithmetic is left with 0.',
      'In whole numbers 2¹⁰⁰⁰ has 302 digits and begins with 107150860…; in doubles, multiplied one by one, 1,100 halves are 0 and 1,000 are not.',
      () => {
        const halves = (count: number) => product(Array.from({ length: count }, () => 0.5));
        const power = String(2n ** 1000n);
        assert.equal(power.length, 302);
        close(evaluate('0.5^1000'), Number(`1e-301`) / Number(`${power[0]}.${power.slice(1, 17)}`), 1e-14);
        assert.ok(halves(1000) > 0);
        assert.equal(halves(1100), 0);
      },
    ),
    checked(
      'The logarithms of 1,100 such factors simply add up to about {1100 ln 0.5}.',
      '1,100 times ln ½ to sixty places.',
      () => close(evaluate('1100 ln 0.5'), -1100 * lossOf(1, 0.5), 1e-14),
    ),
  ],
  'derivation.steps.log_likelihood.check': [
    checked(
      'The logarithm of step 1 is the same number:',
      'The identity over 1,000 random data sets; shown only where the figures agree.',
      stepsHold,
    ),
  ],
  'derivation.steps.mean_loss.why.0': [
    checked(
      'Turn the sign, so that more likely means smaller, and divide by the number of examples.',
      'The identity over 1,000 random data sets.',
      stepsHold,
    ),
    checked(
      'The least mean loss is the greatest likelihood.',
      'Random predictions for one set of labels: the order by mean loss is the reverse order by likelihood.',
      orderIsKept,
    ),
    checked(
      'This step assumes nothing more.',
      'With any assumption off, −1/N of step 2 is still step 3, infinite where step 2 is.',
      () => {
        for (const [rows, dropped] of [
          [WRONG, 'inner_probabilities'],
          [RIGHT, 'inner_probabilities'],
          [[...WRONG.slice(0, 1), ...WRONG.slice(0, 1)], 'independence'],
          ...SOFT_SETS.map((rows) => [rows, 'binary_labels'] as const),
        ] as const) {
          const { steps, breach } = derive(rows, dropped);
          close(steps[2].value, -steps[1].value / rows.length, 1e-13);
          assert.ok(steps[2].agrees && breach.step !== 'mean_loss');
        }
      },
    ),
  ],
  'derivation.steps.mean_loss.check': [
    checked('`-(1/N)` times step 2 is the same number:', 'The identity over 1,000 random data sets.', stepsHold),
  ],

  'derivation.walk.hint': [
    tested(
      'One step at a time, with these buttons or, from a button or a heading, with the left and right arrow keys.',
      BROWSER,
      'px buttons and keys lead from step to step, and the position is said',
    ),
  ],
  'derivation.walk.whole': [
    checked('Three steps and the result', 'As many stops as steps and one.', () =>
      assert.equal(STOPS, derive(RIGHT.slice(1)).steps.length + 1),
    ),
  ],
  'derivation.walk.linked': [tested('The link is copied.', BROWSER, 'a link to a step can be copied, and leads there')],
  'derivation.walk.linkFailed': [
    tested(
      'The link could not be copied; it is now in the address bar.',
      'tests/browser/graph.spec.ts',
      'a link that cannot be copied stands in the address bar, and that is said',
    ),
  ],

  'derivation.breach.broken': [
    checked(
      'Without this assumption, step ⟨it⟩ no longer holds.',
      'Soft labels and copies: step 1 is not the probability of any labels, of these labels. An exactly wrong prediction: step 2 has no value.',
      () => {
        assert.equal(derive([{ y: 0.8, p: 0.9 }], 'binary_labels').breach.step, 'likelihood');
        assert.equal(derive([...RIGHT.slice(1), ...RIGHT.slice(1)], 'independence').breach.step, 'likelihood');
        assert.equal(derive(WRONG, 'inner_probabilities').breach.step, 'log_likelihood');
        assert.equal(derive(WRONG, 'inner_probabilities').steps[1].value, -Infinity);
      },
    ),
  ],
  'derivation.breach.idle.binary_labels': [
    tested(
      'Every label is 0 or 1 as it happens, so nothing breaks yet.',
      BROWSER,
      'where no row breaks what is turned off, that is said, and how to break it',
    ),
    checked('Give an example the label 0.8.', 'Then a row breaks it.', () =>
      assert.equal(derive([{ y: 0.8, p: 0.9 }], 'binary_labels').breach.rows, 1),
    ),
  ],
  'derivation.breach.idle.independence': [
    plain('Rows that say the same now count as one example written twice.', DEFINITION),
    tested(
      'No two do, so nothing breaks yet.',
      BROWSER,
      'where no row breaks what is turned off, that is said, and how to break it',
    ),
    checked('Make two rows alike.', 'Then a row breaks it.', () =>
      assert.equal(derive([...RIGHT.slice(1), ...RIGHT.slice(1)], 'independence').breach.rows, 1),
    ),
  ],
  'derivation.breach.idle.inner_probabilities': [
    tested(
      'No prediction is exactly 0 or 1 as it happens, so nothing breaks yet.',
      BROWSER,
      'where no row breaks what is turned off, that is said, and how to break it',
    ),
    checked('Make one of them 1.', 'Then a row breaks it.', () =>
      assert.equal(derive(RIGHT, 'inner_probabilities').breach.rows, 1),
    ),
  ],
  'derivation.breach.binary_labels.0': [
    argued(
      'A label comes out as 0 or as 1 and never in between.',
      'That is what it means to be the label of a yes-or-no question.',
    ),
    checked(
      'So the product above is not the probability of any labels.',
      'With y = 0.8 and p = 0.9 it is 0.9^0.8 · 0.1^0.2 = 0.58: no way for the label to come out has that probability, and none has the products’ shares.',
      () => {
        close(derive([{ y: 0.8, p: 0.9 }], 'binary_labels').steps[0].value, 0.9 ** 0.8 * 0.1 ** 0.2, 1e-14);
        for (const rows of SOFT_SETS) {
          if (rows.every(({ y }) => y === 0 || y === 1)) continue;
          const { value } = derive(rows, 'binary_labels').steps[0];
          for (const labels of outcomes(rows)) assert.ok(Math.abs(independently(rows, labels) - value) > 1e-15 * value);
        }
      },
    ),
    checked(
      'If each label were drawn by itself, a 1 with probability *yᵢ*, the likelihood to expect would be ≈\u00a0⟨instead⟩.',
      '60 data sets of up to five rows: the mean over all the ways the labels can come out.',
      () => {
        for (const rows of SOFT_SETS)
          close(
            derive(rows, 'binary_labels').breach.instead,
            expectation(rows, (labels) => independently(rows, labels)),
            1e-12,
          );
      },
    ),
  ],
  'derivation.breach.binary_labels.1': [
    plain('What follows is still arithmetic, with another meaning.', 'Announces the next sentences.'),
    checked(
      'Step 2 is the log-likelihood to expect of such labels, and *J* the mean cross-entropy.',
      'The same mean, of the log-likelihood; and J against the formula to sixty places.',
      () => {
        for (const rows of SOFT_SETS) {
          const [, second, third] = derive(rows, 'binary_labels').steps;
          close(
            second.value,
            expectation(rows, (labels) => logLikelihood(rows, labels)),
            1e-12,
          );
          close(third.value, sum(rows.map(({ y, p }) => lossOf(y, p))) / rows.length, 1e-13);
        }
      },
    ),
    checked(
      'It cannot fall below the mean entropy of the labels, ≈\u00a0⟨floor⟩; with labels of 0 and 1 that bound is 0.',
      'J of 60 data sets is above it, and reaches it where each prediction is its label.',
      () => {
        for (const rows of SOFT_SETS) {
          const floor = sum(rows.map(({ y }) => entropy(y))) / rows.length;
          assert.ok(derive(rows, 'binary_labels').steps[2].value >= floor - 1e-15);
          const labels = rows.map(({ y }) => y);
          close(meanLoss(labels, labels), floor, 1e-13, 1e-16);
        }
        assert.deepEqual([entropy(0), entropy(1)], [0, 0]);
      },
    ),
  ],
  'derivation.breach.independence.0': [
    checked(
      'Rows that repeat an earlier one: ⟨rows⟩.',
      'Five rows, two of them copies and one a copy of a copy.',
      () => {
        const [a, b] = [
          { y: 1, p: 0.9 },
          { y: 0, p: 0.3 },
        ];
        assert.equal(derive([a, b, a, b, a], 'independence').breach.rows, 3);
        assert.equal(derive([a, { ...a, y: 0 }, b], 'independence').breach.rows, 0);
      },
    ),
    plain('Take them for the same example, written again.', INSTRUCTION),
    checked(
      'Once the first is known, the others are certain, so the labels together have the probability ≈\u00a0⟨instead⟩.',
      'The product over different rows alone.',
      () => {
        for (const rows of SMALL)
          close(derive([...rows, ...rows], 'independence').breach.instead, product(rows.map(happened)), 1e-13);
      },
    ),
    checked('The product above counts them again.', 'With every row twice it is the square of that.', () => {
      for (const rows of SMALL)
        close(derive([...rows, ...rows], 'independence').steps[0].value, product(rows.map(happened)) ** 2, 1e-13);
    }),
  ],
  'derivation.breach.independence.1': [
    checked(
      'The steps below still follow from that product, but it is not the likelihood any more, and *J* gives an example more weight each time it is repeated.',
      'Step 2 is its logarithm; J of a, a, b is (2 L(a) + L(b))/3.',
      () => {
        const [a, b] = [
          { y: 1, p: 0.9 },
          { y: 0, p: 0.3 },
        ];
        const { steps, breach } = derive([a, a, b], 'independence');
        close(steps[1].value, Math.log(steps[0].value), 1e-13);
        assert.notEqual(steps[0].value, breach.instead);
        close(steps[2].value, (2 * lossOf(a.y, a.p) + lossOf(b.y, b.p)) / 3, 1e-14);
      },
    ),
  ],
  'derivation.breach.wrong.0.others': [
    checked(
      'A prediction is exactly wrong: its factor is 0, and with it the whole product.',
      'y = 0 with p = 1 among three rows: step 1 is 0.',
      () => assert.equal(derive(WRONG, 'inner_probabilities').steps[0].value, 0),
    ),
    checked(
      'The factors strictly between 0 and 1 multiply to ≈\u00a0⟨others⟩, and that makes no difference.',
      '0.9 · 0.6; and other numbers in their place leave the 0.',
      () => {
        close(derive(WRONG, 'inner_probabilities').breach.instead, 0.54, 1e-15);
        assert.equal(derive([...WRONG.slice(1, 2), { y: 1, p: 0.01 }], 'inner_probabilities').steps[0].value, 0);
      },
    ),
  ],
  'derivation.breach.wrong.0.alone': [
    checked(
      'A prediction is exactly wrong: its factor is 0, and with it the whole product.',
      'The wrong row alone: step 1 is 0, and no row is strictly between.',
      () => {
        const { steps, breach } = derive(WRONG.slice(1, 2), 'inner_probabilities');
        assert.deepEqual([steps[0].value, breach.rows], [0, 1]);
      },
    ),
  ],
  'derivation.breach.wrong.1.others': [
    argued('ln 0 has no value.', 'No power of e is 0.'),
    checked(
      'As a factor goes to 0, its logarithm goes to −∞ and the loss to ∞.',
      'From 10⁻¹ to 10⁻³⁰⁰: only falling, past −690.',
      () => {
        const logs = Array.from({ length: 300 }, (_, i) => derive(tiny(1, 10 ** -(i + 1))).steps[1].value);
        assert.ok(falling(logs) && (logs.at(-1) ?? 0) < -690);
      },
    ),
    checked(
      'While this prediction stands, no other can make the loss finite.',
      '60 data sets with a wrong row added: infinite.',
      () => {
        for (const rows of SMALL)
          assert.equal(derive([...rows, ...WRONG.slice(1, 2)], 'inner_probabilities').steps[2].value, Infinity);
      },
    ),
  ],
  'derivation.breach.right.0': [
    checked(
      'Every prediction of 0 or 1 here is exactly right: its factor is 1 and its loss 0.',
      'y = 1 with p = 1 beside another row: step 1 is the other’s factor.',
      () => {
        close(derive(RIGHT, 'inner_probabilities').steps[0].value, 0.7, 1e-15);
        assert.deepEqual([loss(1, 1), loss(0, 0)], [0, 0]);
      },
    ),
    argued(
      'But written out in full the sum above holds 0 times ln 0, and ln 0 has no value.',
      '(1 − y) ln(1 − p) with y = 1 and p = 1, y ln p with y = 0 and p = 0.',
    ),
    checked(
      'Only the convention that this product is 0, the limit of `p ln p` as *p* goes to 0, keeps the formula whole.',
      'p ln p from 10⁻¹ to 10⁻³⁰⁰ only rises to 0, past −10⁻²⁹⁶; with 0 for it step 2 is ln of step 1.',
      () => {
        const terms = Array.from({ length: 300 }, (_, i) => -(10 ** -(i + 1)) * lossAtTen(i + 1));
        assert.ok(rising(terms) && (terms.at(-1) ?? -1) > -1e-296);
        const { steps } = derive(RIGHT, 'inner_probabilities');
        close(steps[1].value, -lossOf(0, 0.3), 1e-14);
      },
    ),
  ],
  'derivation.breach.right.1': [
    checked(
      'Had one such outcome been the other, the loss would be infinite.',
      'The same rows with that label turned.',
      () => {
        assert.equal(derive([{ y: 0, p: 1 }, ...RIGHT.slice(1)], 'inner_probabilities').steps[2].value, Infinity);
      },
    ),
  ],
  'derivation.limit': [
    checked(
      'The step before leads to the same limit:',
      'Said where a prediction is exactly wrong. As it gets there, from 10⁻¹ to 10⁻³⁰⁰, ln of step 1 is step 2 and −1/N of step 2 is step 3, and both grow past any bound.',
      () => {
        for (let n = 1; n <= 300; n += 1) {
          const [first, second, third] = derive([
            { y: 1, p: 10 ** -n },
            { y: 1, p: 0.5 },
          ]).steps;
          close(Math.log(first.value), second.value, 1e-12);
          close(-second.value / 2, third.value, 1e-13);
          assert.ok(third.value > n);
        }
        const { steps } = derive(WRONG, 'inner_probabilities');
        assert.deepEqual([steps[1].follows, steps[2].follows], [-Infinity, Infinity]);
      },
    ),
  ],
  'derivation.agrees': [
    checked('equal', 'Said where the two differ by no more than 10⁻¹², relative from 1 up.', () => {
      for (const rows of dataSets(300)) {
        const { steps } = derive(rows);
        for (const { agrees, follows, value } of steps)
          assert.equal(agrees, Math.abs(follows - value) <= 1e-12 * Math.max(1, Math.abs(value)));
      }
    }),
  ],
  'derivation.differs': [
    plain('not equal', 'Would be said of steps that differ; core’s tests see a wrong step found out.'),
  ],
  'derivation.underflowed': [
    checked(
      'This product is smaller than ordinary computer arithmetic can hold with all its digits.',
      'Said below 2⁻¹⁰²², from where doubles lose digits: twelve rows of 10⁻³⁰, not of 10⁻²⁰.',
      underflows,
    ),
    checked(
      'The sum in step 2 has no such trouble: one good reason to take the logarithm.',
      'The sum of the same rows against sixty places.',
      underflows,
    ),
  ],
  'derivation.uncompared': [
    checked(
      'Step 1 has rounded here and lost digits; the sum comes straight from the rows.',
      'One row at 1 − 10⁻¹²: ln of the double differs from the sum in the seven figures shown, and the sum is right to sixty places.',
      () => {
        const rows = [
          { y: 0, p: 1e-12 },
          { y: 0, p: 1e-12 },
        ];
        const { steps } = derive(rows);
        assert.ok(!steps[1].comparable);
        assert.notEqual(Math.log(steps[0].value).toPrecision(7), steps[1].value.toPrecision(7));
        close(steps[1].value, -2 * lossOf(0, 1e-12), 1e-13);
      },
    ),
  ],
  'derivation.result': [
    checked(
      'Binary cross-entropy over a data set is the mean loss:',
      '1,000 random data sets: step 3 against the mean of the losses to sixty places.',
      stepsHold,
    ),
  ],
  'derivation.single': [
    checked('With one example, `N = 1`, the mean is that example’s loss:', 'One row, either label.', () => {
      for (const y of [0, 1])
        for (const p of [0.001, 0.3, 0.85]) close(derive([{ y, p }]).steps[2].value, loss(y, p), 1e-14);
    }),
  ],
  'derivation.source': [
    cited(
      'Source: the standard machine-learning curriculum; Bishop, Pattern Recognition and Machine Learning, section 4.3.2; Goodfellow, Bengio and Courville, Deep Learning, section 5.5.',
      `${SOURCES.bishop} ${SOURCES.likelihood}`,
    ),
  ],
  'derivation.announce': [
    tested(
      'The mean loss is now ⟨meanLoss⟩ nats; number of examples: ⟨rows⟩.',
      STATE,
      'what a change led to is said once the typing rests, and only where it led to something',
    ),
  ],
  'derivation.announceInfinite': [
    checked('The mean loss is now infinite.', 'Said where step 3 is: one prediction exactly wrong.', () =>
      assert.equal(derive(WRONG, 'inner_probabilities').steps[2].value, Infinity),
    ),
  ],
};

/** −ln 10^−n, by the logarithm of 10 to sixty places. */
function lossAtTen(n: number): number {
  return n * lossOf(1, 0.1);
}
