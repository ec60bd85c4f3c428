/** The elements, from a page's script: what is right compiles, and what is not does not. */
import type { BceChangeEvent, BceGraph, BceLesson } from 'binary-cross-entropy';
import 'binary-cross-entropy';
import 'binary-cross-entropy/graph';
import 'binary-cross-entropy/practice';
import 'binary-cross-entropy/derivation';
import { watchStatements, type XapiStatement } from 'binary-cross-entropy/xapi';

const graph: BceGraph = document.createElement('bce-graph');
graph.p = 0.85;
graph.y = 1;
graph.addEventListener('bce-change', (event: BceChangeEvent) => {
  const loss: number = event.loss;
  return loss;
});
document.addEventListener('bce-answer', ({ verdict, answer, attempts }) => [
  verdict === 'right',
  answer.length,
  attempts.toFixed(),
]);
window.addEventListener('bce-error', ({ code }) => code === 'core_unavailable');

const lesson: BceLesson | null = document.querySelector('bce-lesson');
if (lesson) {
  void lesson.ready.then(() => lesson.show('practice'));
  lesson.locale = 'es';
  const statements: XapiStatement[] = [];
  const setting = { actor: { mbox: 'mailto:a@school.example' }, activity: 'https://school.example/bce' };
  const stop: () => void = watchStatements(lesson, setting, (statement) => statements.push(statement));
  stop();
  // @ts-expect-error a learner has to be named
  watchStatements(lesson, { actor: {}, activity: 'https://school.example/bce' }, () => undefined);
  // @ts-expect-error no such section
  lesson.show('poetry');
}

// @ts-expect-error a word is no probability
graph.p = 'high';
// @ts-expect-error no such property
graph.q = 1;
// @ts-expect-error a promise is not set
graph.ready = Promise.resolve();
// @ts-expect-error no such field
graph.addEventListener('bce-change', ({ verdict }) => verdict);
