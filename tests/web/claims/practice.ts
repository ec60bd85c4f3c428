/** Of the free problem: each thing that can be said of an answer, at an answer that brings it about. */
import assert from 'node:assert/strict';
import { answered, hinted, UNTRIED } from '../../../web/state/practice.js';
import type { Judgement, WrongTurn } from '../../../wasm/contract/core.js';
import { core } from '../../wasm/core.js';
import {
  checked,
  close,
  CONTROL,
  entropy,
  evaluate,
  falling,
  INSTRUCTION,
  loss,
  names,
  plain,
  probabilities,
  QUESTION,
  slope,
  tested,
  type Claim,
  type Claims,
} from './claim.js';
import { lossOf } from './exact.js';

const BROWSER = 'tests/browser/practice.spec.ts';
const STATE = 'tests/web/state.test.ts';

const PROBLEM = { label: 1, probability: 0.85 };
/** The answer, to sixty places. */
const ANSWER = lossOf(PROBLEM.label, PROBLEM.probability);

function judge(typed: string, label = PROBLEM.label, probability = PROBLEM.probability): Judgement {
  const outcome = core.judge(typed, label, probability, '.');
  assert.ok(outcome.ok, typed);
  return outcome.value;
}

const verdictOf = (typed: string): string => {
  const judgement = judge(typed);
  return 'reason' in judgement ? judgement.reason : judgement.verdict;
};

/** Each of these answers, and no right one, gets this verdict. */
const verdict = (code: string, ...answers: string[]): void => {
  for (const typed of answers) assert.equal(verdictOf(typed), code, typed);
};

const turn = (code: WrongTurn, ...answers: string[]): void => {
  for (const typed of answers) {
    const judgement = judge(typed);
    assert.ok(judgement.verdict === 'wrong_turn' && judgement.turn === code, typed);
  }
};

const unreadable = (text: string, code: string, ...answers: string[]): Claim =>
  checked(text, `Said of ${answers.map((typed) => `“${typed.length > 40 ? '(((…' : typed}”`).join(', ')}.`, () =>
    verdict(code, ...answers),
  );

const solutionHolds = (): void => close(loss(PROBLEM.label, PROBLEM.probability), ANSWER, 1e-15);

const rightAs = (...answers: string[]): void => {
  for (const typed of answers) assert.ok(['right', 'truncated'].includes(verdictOf(typed)), typed);
};

/** In front of the minus sign stands a logarithm that is negative. */
const negative = (): void => {
  for (const p of probabilities(100)) assert.ok(loss(1, p) > 0 && Math.log(p) < 0);
};

export const practice: Claims = {
  'practice.problem': [
    plain(
      'A diagnostic model gives a patient a probability of {p} of having a condition.',
      'Sets the problem; {p} is core’s.',
    ),
    checked('The patient has it, so `y` is {y}.', 'core’s problem has p = 0.85 and y = 1.', () => {
      const problem = core.freeProblem();
      assert.ok(problem.ok);
      assert.deepEqual({ ...problem.value }, PROBLEM);
    }),
  ],
  'practice.ask': [plain('Solve for `L`.', INSTRUCTION)],
  'practice.policy': [
    checked(
      'A number with at least three significant figures, correctly rounded (cut off counts too), with a point or a comma; or an exact form such as ln(2)/3.',
      '0.162, cut off, counts; 0.163, 0,163 and 0.1625 are right; 0.16 is too coarse and 0.164 is not right; −ln(0.85), ln(20/17) and ln(2)/3 are read.',
      () => {
        rightAs('0.163', '0,163', '0.1625', '-ln(0.85)', 'ln(20/17)');
        verdict('truncated', '0.162');
        verdict('imprecise', '0.16', '0.2');
        verdict('near', '0.164');
        verdict('wrong', 'ln(2)/3');
      },
    ),
    checked(
      'More figures are fine if they are right; log means ln.',
      '0.162518929497775 is right, 0.162518929497875 is not; −log 0.85 is right.',
      () => {
        verdict('right', '0.162518929497775', '-log 0.85');
        verdict('near', '0.162518929497875');
      },
    ),
  ],
  ...names(CONTROL, {
    'practice.field': 'Your answer for L',
    'practice.check': 'Check',
    'practice.symbols': 'Symbols to insert',
    'practice.symbol.ln': 'natural logarithm',
    'practice.symbol.minus': 'minus',
    'practice.symbol.over': 'divided by',
    'practice.symbol.open': 'opening bracket',
    'practice.symbol.close': 'closing bracket',
    'practice.symbol.root': 'square root',
    'practice.hint': 'Hint ⟨it⟩',
    'practice.readAs': 'Read as',
    'practice.typed': 'You typed',
    'practice.units.nats': 'nats',
    'practice.units.bits': 'bits',
    'practice.units.hartleys': 'hartleys',
    'practice.studyLink': 'Open the walkthrough',
  }),
  'practice.hints.0': [
    plain('Put the label into the two factors of the formula, `y` and `1 - y`.', INSTRUCTION),
    plain('What does each come to?', QUESTION),
  ],
  'practice.hints.1': [
    checked(
      'With `y = 1` the factor `1 - y` is zero, so only `-ln p` is left.',
      '100 probabilities: the loss for y = 1 against −ln p to sixty places.',
      () => {
        assert.equal(evaluate('1 - 1'), 0);
        for (const p of probabilities(100)) close(loss(1, p), lossOf(1, p), 1e-15);
      },
    ),
  ],
  'practice.hintCost.free': [
    tested('(free)', STATE, 'the first hint is free, the next costs one attempt, once, and none after a right answer'),
  ],
  'practice.hintCost.costs': [
    tested(
      '(counts as one attempt)',
      STATE,
      'the first hint is free, the next costs one attempt, once, and none after a right answer',
    ),
  ],
  'practice.attempts.one': [
    checked('1 attempt used.', 'One wrong answer, or the second hint.', () => {
      assert.equal(answered(core, PROBLEM, '3', '.').attempts, 1);
      assert.equal(hinted(UNTRIED, 1).attempts, 1);
    }),
  ],
  'practice.attempts.more': [
    tested(
      '2 attempts used.',
      STATE,
      'only a wrong value that could be read counts as an attempt, and the same one once',
    ),
  ],
  'practice.naturalLog': [
    checked(
      'Without a base, log is read as the natural logarithm, ln.',
      'log 5 is ln 5 in core, and said to be so.',
      () => {
        assert.equal(evaluate('log 5'), evaluate('ln 5'));
        const judgement = judge('log 5');
        assert.ok('naturalLog' in judgement && judgement.naturalLog);
      },
    ),
  ],
  'practice.solution': [
    checked('L = -ln ⟨p⟩ ≈ ⟨loss⟩', 'core’s loss against −ln 0.85 to sixty places.', solutionHolds),
  ],

  'practice.verdicts.empty': [plain('Type your answer first: a number, or a form with ln.', INSTRUCTION)],
  'practice.verdicts.right': [
    plain('*Right.*', 'The verdict, which core’s tests are about.'),
    checked('{solution}.', 'core’s loss against −ln 0.85 to sixty places.', solutionHolds),
  ],
  'practice.verdicts.truncated': [
    checked(
      '*Right*, though cut off: rounding the last digit would be closer.',
      'Said of 0.162 and 0.16251, which 0.163 and 0.16252 are closer than.',
      () => {
        verdict('truncated', '0.162', '0.16251');
        for (const [cut, rounded] of [
          [0.162, 0.163],
          [0.16251, 0.16252],
        ] as const)
          assert.ok(falling([Math.abs(cut - ANSWER), Math.abs(rounded - ANSWER)]));
      },
    ),
    checked('{solution}.', 'core’s loss against −ln 0.85 to sixty places.', solutionHolds),
  ],
  'practice.verdicts.near': [
    checked('*Very close.*', 'Said of numbers within 5% of the loss: 0.155 and 0.170, not 0.154 and 0.171.', () => {
      verdict('near', '0.155', '0.164', '0.170');
      verdict('wrong', '0.154', '0.171');
    }),
    checked(
      'The method looks right; the last figures do not.',
      'No known mistake leads to within 5% of the loss: those answers are named instead.',
      () => {
        for (const off of [0.951, 0.98, 1.02, 1.049])
          assert.notEqual(judge(String((ANSWER * off).toPrecision(6))).verdict, 'wrong_turn');
      },
    ),
    plain('Work it out again and round once, at the end.', INSTRUCTION),
  ],
  'practice.verdicts.imprecise': [
    checked(
      '*On the way, but too coarse to tell.*',
      'Said of 0.2 and 0.16: what they stand for includes the loss.',
      () => verdict('imprecise', '0.2', '0.16'),
    ),
    plain('Give at least three significant figures.', INSTRUCTION),
  ],
  'practice.verdicts.indistinct': [
    checked(
      '*Not precise enough to tell.*',
      'Said at p = 0.99 of 0.0100, which is 1 − p and, cut off, the loss; four figures tell.',
      () => {
        assert.equal(judge('0.0100', 1, 0.99).verdict, 'indistinct');
        assert.equal(judge('0.01005', 1, 0.99).verdict, 'right');
      },
    ),
    checked('At these figures the loss and a common mistake look the same.', 'The same.', () =>
      assert.equal(judge('0.0100', 1, 0.99).verdict, 'indistinct'),
    ),
    plain('Give a figure or two more.', INSTRUCTION),
  ],
  'practice.verdicts.unequal': [
    checked(
      '*The two sides are not equal.*',
      'Said of 0.5 = 0.163 and −ln 0.85 = 0.5, not of −ln 0.85 = 0.163.',
      () => {
        verdict('unequal', '0.5 = 0.163', '-ln 0.85 = 0.5');
        verdict('right', '-ln 0.85 = 0.163');
      },
    ),
    plain('Check each of them.', INSTRUCTION),
  ],
  'practice.verdicts.infinite': [
    checked('*That is infinite.*', 'Said of −ln 0, ∞ and −∞.', () => verdict('infinite', '-ln 0', '∞', '-∞')),
    checked(
      'Only a truth called impossible costs that much.',
      '200 probabilities and both ends: infinite only where the truth was given 0.',
      () => {
        for (const p of [0, 5e-324, 1, ...probabilities(200)]) {
          assert.equal(loss(1, p) === Infinity, p === 0);
          assert.equal(loss(0, p) === Infinity, p === 1);
        }
      },
    ),
  ],
  'practice.verdicts.wrong': [
    plain('*Not the value yet.*', 'The verdict, which core’s tests are about.'),
    plain('Which probability went to what happened, `p` or `1 - p`?', QUESTION),
    checked('The loss is minus its natural logarithm.', '100 probabilities, either label, to sixty places.', () => {
      for (const p of probabilities(100)) for (const y of [0, 1]) close(loss(y, p), lossOf(y, p), 1e-15);
    }),
  ],
  'practice.verdicts.needs_numbers': [
    checked('That still holds letters.', 'Said of −ln(p) and L.', () => verdict('needs_numbers', '-ln(p)', 'y + 1')),
    plain('Put the numbers of the problem in their place.', INSTRUCTION),
  ],
  'practice.verdicts.undefined': [
    checked(
      'That has no value: a logarithm needs something positive, a root nothing negative, and nothing can be divided by zero.',
      'Said of ln(−1), √(−1) and 1/0; √0 and ln 0.5 have a value.',
      () => {
        verdict('undefined', 'ln(-1)', 'sqrt(-1)', '1/0');
        assert.equal(evaluate('sqrt(0)'), 0);
      },
    ),
  ],
  'practice.verdicts.other_letter': [
    checked('The problem asks for `L`, alone on its side.', 'Said of p = 0.163 and 2L = 0.325.', () =>
      verdict('other_letter', 'p = 0.163', '2L = 0.325'),
    ),
  ],

  'practice.otherUnit.bits': [
    checked('*Right in bits.*', 'Said of 0.2345 bits, which is the loss over ln 2.', () => {
      verdict('other_unit', '0.2345 bits');
      close(ANSWER / Math.LN2, 0.2345, 0, 5e-5);
    }),
    checked(
      'Here it is asked in nats: with ln in place of the logarithm to base 2.',
      'The same number without its unit is a wrong turn.',
      () => turn('base_two', '0.2345'),
    ),
  ],
  'practice.otherUnit.hartleys': [
    checked('*Right in hartleys.*', 'Said of 0.0706 hartleys, which is the loss over ln 10.', () => {
      verdict('other_unit', '0.0706 hartleys');
      close(ANSWER / Math.LN10, 0.0706, 0, 5e-5);
    }),
    checked(
      'Here it is asked in nats: with ln in place of the logarithm to base 10.',
      'The same number without its unit is a wrong turn.',
      () => turn('base_ten', '0.0706'),
    ),
  ],

  'practice.turns.base_ten': [
    plain('*Close: another logarithm.*', 'Names what the next sentence states.'),
    checked('That used base 10, which counts in hartleys.', 'Said of ±log₁₀ 0.85.', () => {
      turn('base_ten', '0.0706', '-0.0706', 'log10(0.85)');
      close(-Math.log10(0.85), 0.0706, 0, 5e-5);
    }),
    checked('The loss uses the natural logarithm, ln.', 'core’s loss against −ln 0.85 to sixty places.', solutionHolds),
  ],
  'practice.turns.base_two': [
    plain('*Close: another unit.*', 'Names what the next sentence states.'),
    checked('That used a logarithm to base 2, which counts in bits.', 'Said of ±log₂ 0.85.', () => {
      turn('base_two', '0.2345', '-0.2345', 'log2(0.85)');
      close(-Math.log2(0.85), 0.2345, 0, 5e-5);
    }),
    plain('Here it is asked in nats, with ln.', INSTRUCTION),
  ],
  'practice.turns.lost_minus': [
    plain('*Mind the sign.*', INSTRUCTION),
    checked(
      'The logarithm of a number strictly between 0 and 1 is negative; the minus in front makes the loss positive.',
      '100 probabilities; said of ln 0.85.',
      () => {
        negative();
        turn('lost_minus', '-0.163', 'ln 0.85');
      },
    ),
  ],
  'practice.turns.other_term': [
    plain('*The other term.*', 'Names what the next sentence states.'),
    checked('It belongs to the other label.', 'Said of ±ln 0.15; −ln 0.15 is the loss for y = 0.', () => {
      turn('other_term', '1.897', '-1.897');
      close(loss(0, 0.85), 1.897, 0, 5e-4);
    }),
    plain('Which factor is zero here: `y` or `1 - y`?', QUESTION),
  ],
  'practice.turns.misplaced_point': [
    checked('*The digits are right, their place is not.*', 'Said of ten times, a tenth and a hundredth of it.', () =>
      turn('misplaced_point', '1.625', '0.01625', '0.001625'),
    ),
    plain('Look at the decimal point, or at a percent sign.', INSTRUCTION),
  ],
  'practice.turns.percentage': [
    checked('*A percentage slipped in.*', 'Said of 85 and ±ln 85.', () => turn('percentage', '85', '4.443', '-4.443')),
    checked('The formula wants `p` as a decimal between 0 and 1.', 'core refuses 85 for p.', () =>
      assert.ok(!core.loss(1, 85).ok),
    ),
  ],
  'practice.turns.squared_error': [
    checked('*That is the squared error*, another loss.', 'Said of (1 − 0.85)².', () => {
      turn('squared_error', '0.0225');
      close((1 - 0.85) ** 2, 0.0225, 1e-12);
    }),
    checked('Cross-entropy takes a logarithm.', 'core’s loss against −ln 0.85 to sixty places.', solutionHolds),
  ],
  'practice.turns.absolute_error': [
    checked('*That is the distance between `y` and `p`.*', 'Said of 0.15.', () => {
      turn('absolute_error', '0.15');
      close(Math.abs(1 - 0.85), 0.15, 1e-12);
    }),
    checked(
      'Cross-entropy takes a logarithm of the probability instead.',
      'core’s loss against −ln 0.85 to sixty places.',
      solutionHolds,
    ),
  ],
  'practice.turns.probability': [
    checked('*That is `p` itself.*', 'Said of 0.85.', () => turn('probability', '0.85')),
    plain('The loss is what `p` costs: one more step.', INSTRUCTION),
  ],
  'practice.turns.complement': [
    checked('*That is `1 - p`*, the probability of the outcome 0.', 'Said, where y = 0, of 1 − p.', () => {
      const judgement = judge('0.15', 0, 0.85);
      assert.ok(judgement.verdict === 'wrong_turn' && judgement.turn === 'complement');
    }),
    checked(
      'The loss is minus the logarithm of the probability given to what happened.',
      'Either label, to sixty places.',
      () => {
        for (const y of [0, 1]) close(loss(y, 0.85), lossOf(y, 0.85), 1e-15);
      },
    ),
  ],
  'practice.turns.hundredfold': [
    checked('*A hundred times the loss.*', 'Said of 16.25.', () => {
      turn('hundredfold', '16.25');
      close(100 * ANSWER, 16.25, 0, 5e-3);
    }),
    plain('Is a percent sign missing?', QUESTION),
  ],
  'practice.turns.halved': [
    checked('*Half the loss.*', 'Said of 0.0813.', () => {
      turn('halved', '0.0813');
      close(ANSWER / 2, 0.0813, 0, 5e-5);
    }),
    checked(
      'The two terms are added up, not averaged: there is one example, so nothing is divided.',
      'core’s loss against the formula to sixty places.',
      solutionHolds,
    ),
  ],
  'practice.turns.both_terms': [
    checked('*Both terms were kept in full.*', 'Said of ±(ln 0.85 + ln 0.15).', () => {
      turn('both_terms', '2.06', '-2.06');
      close(ANSWER + lossOf(0, 0.85), 2.06, 0, 5e-4);
    }),
    checked(
      'The factors `y` and `1 - y` are switches: for a label of 0 or 1 one of them turns its term off.',
      'Of the two factors one is 0.',
      () => {
        for (const y of [0, 1]) assert.deepEqual([y, 1 - y].sort(), [0, 1]);
      },
    ),
  ],
  'practice.turns.entropy': [
    checked('*That leads to the entropy of `p`.*', 'Said of ±H(0.85).', () => {
      turn('entropy', '0.423', '-0.423');
      close(entropy(0.85), 0.423, 0, 5e-4);
      close(entropy(0.85), lossOf(0.85, 0.85), 1e-14);
    }),
    checked(
      'The factors in front of the logarithms are `y` and `1 - y`, what really happened, not `p` and `1 - p`.',
      'core’s loss against the formula to sixty places.',
      solutionHolds,
    ),
  ],
  'practice.turns.own_weight': [
    checked('*The logarithm was multiplied by its own probability.*', 'Said of ±0.85 ln 0.85.', () => {
      turn('own_weight', '0.138', '-0.138');
      close(0.85 * ANSWER, 0.138, 0, 5e-4);
    }),
    checked(
      'The factor in front of it is the label’s, not the prediction’s.',
      'core’s loss against the formula to sixty places.',
      solutionHolds,
    ),
  ],
  'practice.turns.logit': [
    checked('*There `p` was taken for a logit.*', 'Said of the loss at z = 0.85.', () => {
      turn('logit', '0.356');
      close(Math.log1p(Math.exp(-0.85)), 0.356, 0, 5e-4);
    }),
    checked(
      'It is a probability already: the sigmoid has been applied, so take the logarithm directly.',
      'core’s loss against −ln 0.85 to sixty places.',
      solutionHolds,
    ),
  ],
  'practice.turns.slope': [
    checked(
      '*That is the slope dL/dp*, how fast the loss changes with `p`.',
      'Said of −1.176, which is (p − y)/(p(1 − p)).',
      () => {
        turn('slope', '-1.176');
        close(slope(1, 0.85), -0.15 / (0.85 * 0.15), 1e-12);
      },
    ),
    plain('The question is for the loss itself.', INSTRUCTION),
  ],
  'practice.turns.slope_in_logit': [
    checked('*That is `p - y`, the slope of the loss over the logit.*', 'Said of −0.15.', () =>
      turn('slope_in_logit', '-0.15'),
    ),
    plain('The question is for the loss itself, which takes a logarithm.', INSTRUCTION),
  ],
  'practice.turns.mislabelled': [
    checked('*The number is right, the unit is not.*', 'Said of 0.163 bits and 0.163 hartleys.', () =>
      turn('mislabelled', '0.163 bits', '0.163 hartleys'),
    ),
    checked('With ln, the loss is counted in nats.', 'core’s loss, −ln 0.85, is called 0.163 nats and right.', () =>
      verdict('right', '0.163 nats'),
    ),
  ],

  'practice.unreadable.empty': [plain('Type your answer first: a number, or a form with ln.', INSTRUCTION)],
  'practice.unreadable.too_long': [
    checked('That is longer than 200 characters.', '200 characters are read, 201 are not.', () => {
      verdict('too_long', `0.163${'0'.repeat(196)}`);
      assert.notEqual(verdictOf(`0.163${'0'.repeat(195)}`), 'too_long');
    }),
    checked('A shorter form of the answer can be read.', '−ln(0.85) is one.', () => rightAs('-ln(0.85)')),
  ],
  'practice.unreadable.too_deep': [
    unreadable(
      'There are too many brackets inside each other to read.',
      'too_deep',
      `${'('.repeat(90)}1${')'.repeat(90)}`,
    ),
    checked('A simpler form can be read.', '−ln(0.85) is one.', () => rightAs('-ln(0.85)')),
  ],
  'practice.unreadable.unknown_character': [
    unreadable('The character “⟨piece⟩” has no meaning here.', 'unknown_character', '7#', '0.163 €'),
  ],
  'practice.unreadable.unknown_word': [
    unreadable('“⟨piece⟩” cannot be read here.', 'unknown_word', 'abc', 'tan(1)'),
    checked(
      'Words that can: ln, log, exp, sqrt, and a unit at the very end.',
      'Each is read, and 0.2345 bits is; a unit at the start is not.',
      () => {
        for (const word of ['ln', 'log', 'exp', 'sqrt']) assert.ok(core.evaluate(`${word}(2)`).ok);
        verdict('other_unit', '0.2345 bits');
        verdict('unknown_word', 'bits 0.2345');
      },
    ),
  ],
  'practice.unreadable.malformed_number': [
    unreadable('“⟨piece⟩” is not a whole number or a decimal.', 'malformed_number', '1.2.3', '0..1'),
    plain('One decimal point or comma is enough.', INSTRUCTION),
  ],
  'practice.unreadable.number_too_large': [
    unreadable('“⟨piece⟩” is too large to be read here.', 'number_too_large', '1e400'),
  ],
  'practice.unreadable.missing_operand.after': [
    unreadable('Something is missing after “⟨before⟩”: a number or a bracket.', 'missing_operand', '0.85 +', '-ln'),
  ],
  'practice.unreadable.missing_operand.first': [
    unreadable('Something is missing at the start: a number or a bracket.', 'missing_operand', '× 2'),
  ],
  'practice.unreadable.missing_bracket': [
    unreadable('The bracket “⟨piece⟩”, character ⟨nth⟩, is still open.', 'missing_bracket', '-ln(0.85'),
  ],
  'practice.unreadable.unexpected_bracket': [
    unreadable('The bracket “⟨piece⟩”, character ⟨nth⟩, closes nothing.', 'unexpected_bracket', '-ln 0.85)'),
  ],
  'practice.unreadable.second_equals': [
    unreadable('Character ⟨nth⟩ is a second equals sign.', 'second_equals', '0.1 == 0.1'),
    plain('One is enough.', INSTRUCTION),
  ],
  'practice.unreadable.ambiguous_mark': [
    unreadable(
      '“⟨piece⟩” can be read in two ways: with decimals, or with a sign between thousands.',
      'ambiguous_mark',
      '1,897',
    ),
    checked('Write decimals with a point, and thousands without a sign.', '1.897 and 1897 are read.', () => {
      assert.equal(evaluate('1.897'), 1.897);
      assert.equal(evaluate('1897'), 1897);
    }),
  ],
  'practice.more': [
    tested(
      'The full worked solution, line by line, is in the interactive walkthrough of the study edition.',
      BROWSER,
      'the walkthrough is spoken of only where there is a way to it',
    ),
  ],
};
