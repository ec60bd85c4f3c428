/** Nothing is told to a learner that is not verified here, or said here to claim nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { list, LIST, PARTS } from './list.js';
import { sentences } from './sentences.js';
import { exact, exp, ln, lossOf, ONE, over, sigmoidOf, toNumber } from './exact.js';

const texts = new Map(sentences());
const tables = new Map(PARTS.flatMap(([, claims]) => Object.entries(claims)));
const all = [...tables.values()].flat();

test('every sentence of the English text is in a table, and nothing that it does not say', () => {
  assert.deepEqual(
    [...tables.keys()].filter((path) => !texts.has(path)),
    [],
    'claimed, but no longer said',
  );
  for (const [path, text] of texts)
    assert.equal(
      tables
        .get(path)
        ?.map(({ says }) => says)
        .join(' '),
      text,
      `${path} is not the text`,
    );
});

/** A check that several claims share is run once, and fails them all. */
const outcomes = new Map<() => void, unknown>();
function outcomeOf(check: () => void): unknown {
  if (!outcomes.has(check)) {
    try {
      check();
      outcomes.set(check, undefined);
    } catch (error) {
      outcomes.set(check, error);
    }
  }
  return outcomes.get(check);
}

for (const [title, claims] of PARTS)
  for (const [path, parts] of Object.entries(claims))
    for (const claim of parts)
      if (claim.by === 'check')
        test(`${title}: “${claim.says}” (${path})`, () => assert.ifError(outcomeOf(claim.check)));

test('a test that is named for a claim exists', () => {
  const tested = all.filter((claim) => claim.by === 'test');
  assert.ok(tested.length > 20);
  for (const { file, title, says } of tested)
    assert.ok(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').includes(title), `${says}: ${title}`);
});

test('a claim without a check has a reason that says something', () => {
  for (const claim of all) if (claim.by !== 'test') assert.ok(claim.how.length >= 8, claim.says);
  assert.ok(all.filter(({ by }) => by === 'check').length > 150);
});

test('the list to read is that of the tables', async () => {
  assert.equal(readFileSync(LIST, 'utf8'), await list(), 'npm run claims writes it anew');
});

test('the arithmetic of the checks is right where the answer is known', () => {
  const digits = (value: bigint, text: string) => assert.equal(String(value).slice(0, 45), text);
  // Known to far more places than these, from anywhere.
  digits(ln(2n * ONE), '693147180559945309417232121458176568075500134');
  digits(ln(10n * ONE), '230258509299404568401799145468436420760110148');
  digits(exp(ONE), '271828182845904523536028747135266249775724709');
  assert.equal(toNumber(exp(ln(exact(0.85)))), 0.85);
  assert.equal(over(ONE, 3n * ONE), ONE / 3n);
  assert.equal(lossOf(1, 0.85), 0.16251892949777494);
  assert.equal(toNumber(sigmoidOf(0).p), 0.5);
  assert.equal(exact(5e-324), 0n);
  assert.equal(exact(-2.5), (-5n * ONE) / 2n);
});
