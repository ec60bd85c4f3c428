/** What the graph beside a solution marks, for every kind of example. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import text from '../../../web/study/content/en/solve.js';
import study from '../../../web/study/content/en/study.js';
import { MARKS, marksOf, rulesOf, solveGraph } from '../../../web/study/state/solve-graph.js';
import { isStarted, shown, started, type Fields, type WalkthroughState } from '../../../web/study/state/walkthrough.js';
import { solveGraphView } from '../../../web/study/views/solve-graph.js';
import { core } from '../../wasm/study/core.js';

const start = (label: string, at: string, given: Fields['given'] = 'probability'): WalkthroughState => {
  const state = started(core, { label, given, at });
  assert.ok(isStarted(state));
  return state;
};

const EXAMPLES = [
  start('1', '0.85'),
  start('0', '0.3'),
  start('0.3', '0.8'),
  start('1', '0'),
  start('0', '0'),
  start('1', '1e-20'),
  start('1', '2', 'logit'),
  start('0.25', '-3', 'logit'),
  start('1', '-800', 'logit'),
  start('0', '40', 'logit'),
] as const;

test('a hard label: a place, two switches, one that falls away, a height, the loss', () => {
  assert.deepEqual(marksOf(rulesOf(shown(start('1', '0.85'), true))), [
    'point',
    'weights',
    'away',
    'curve',
    'heights',
    'loss',
  ]);
  assert.deepEqual(marksOf(rulesOf(start('1', '0.85'))), []);
  assert.deepEqual(marksOf(rulesOf(shown(start('0', '0.3')))), ['point']);
});

test('a soft label: two heights, and a place between them', () => {
  const marks = marksOf(rulesOf(shown(start('0.3', '0.8'), true)));
  assert.deepEqual(marks, ['point', 'weights', 'rest', 'heights', 'between', 'loss']);
});

test('every rule is met in some example, and ends in the loss', () => {
  const met = new Set(EXAMPLES.flatMap((example) => rulesOf(shown(example, true))));
  assert.deepEqual([...met].sort(), Object.keys(MARKS).sort());
  for (const example of EXAMPLES) {
    const rules = rulesOf(shown(example, true));
    assert.ok(rules.length > 0);
    assert.equal(rules[0], 'substitute');
  }
});

test('the graph has the numbers of the core, and a place in the picture', () => {
  for (const example of EXAMPLES) {
    const graph = solveGraph(core, example);
    const { at, outcomes, view, weights } = graph;
    const loss = example.given === 'logit' ? core.lossFromLogit : core.loss;
    const truth = loss(example.label, example.at);
    assert.ok(truth.ok);
    assert.equal(at.loss, truth.value);
    assert.deepEqual(weights, [1 - example.label, example.label]);
    for (const { xPx, yPx } of [at, ...outcomes]) {
      assert.ok(xPx >= 0 && xPx <= view.widthPx, `${xPx}`);
      assert.ok(yPx >= 0 && yPx <= view.heightPx, `${yPx}`);
    }
  }
});

test('each line has words and a picture, and none of them a number that is none', async () => {
  const setting = { core, text: { ...study, solve: text }, live: true };
  for (const example of EXAMPLES) {
    const graph = solveGraph(core, example);
    for (let line = 0; line < example.lines.length; line++) {
      const html = await collectResult(render(solveGraphView(setting, example, graph, rulesOf(example, line))));
      assert.doesNotMatch(html, /NaN|undefined/);
      assert.match(html, /<figcaption>[^]*\w{3}/);
    }
  }
});
