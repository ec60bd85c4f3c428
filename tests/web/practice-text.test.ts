/** What is said about an answer, in every locale. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PracticeText } from '../../web/content/schema.js';
import en from '../../web/content/en/practice.js';
import es from '../../web/content/es/practice.js';
import { prose } from '../../web/views/prose.js';
import { core } from '../wasm/core.js';

const LOCALES: readonly PracticeText[] = [en, es];

/** The free problem's answer, in any unit and with any mark. */
const ANSWER = /[.,]?16[23]|0?[.,]2345|0?[.,]0706|20\/17|13\/80/;

for (const text of LOCALES) {
  const { practice } = text;
  const setting = { core, text, live: true };

  test(`every formula in what ${text.locale} says about an answer can be read`, () => {
    const said = [practice.problem, practice.ask, practice.policy, practice.naturalLog, ...practice.hints];
    for (const sentence of [...said, ...Object.values(practice.turns), ...Object.values(practice.otherUnit)])
      assert.ok(prose(sentence, setting).length > 0);
    for (const sentence of Object.values(practice.verdicts)) prose(sentence.replace('{solution}', ''), setting);
  });

  test(`no sentence of ${text.locale} about a mistake, and no hint, gives the answer`, () => {
    const told = [...Object.values(practice.turns), ...Object.values(practice.otherUnit), ...practice.hints];
    for (const sentence of told) assert.doesNotMatch(sentence, ANSWER);
  });

  test(`what a hint costs can be told in ${text.locale}`, () => {
    assert.equal(new Set(Object.values(practice.hintCost)).size, 2);
    assert.ok(practice.hints.length >= 2 && practice.hint('1') !== practice.hint('2'));
  });
}
