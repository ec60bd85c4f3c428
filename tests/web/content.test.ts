import assert from 'node:assert/strict';
import test from 'node:test';
import { FAILED, LOCALES, knownLocale } from '../../web/content/locales.js';
import { REFERENCES } from '../../web/content/references.js';
import type { CommonText, EmbedText, LessonText, PageText } from '../../web/content/schema.js';
import en from '../../web/content/en/lesson.js';
import { core } from '../wasm/core.js';
import { latinWords, pseudo } from './pseudo.js';

const texts = await Promise.all(
  LOCALES.map(async (locale) => ({
    locale,
    lesson: (await import(`../../web/content/${locale}/lesson.ts`)).default as LessonText,
    page: (await import(`../../web/content/${locale}/page.ts`)).default as PageText,
    embed: (await import(`../../web/content/${locale}/embed.ts`)).default as EmbedText,
  })),
);

// The compiler is the test: without its error the line below would be one.
// @ts-expect-error A sentence that is missing does not compile.
export const incomplete: CommonText = { locale: 'eo', direction: 'ltr', title: '', wideFormula: '', infinity: '' };

/** Every sentence with the way to it; functions are given the names of what they are told. */
function sentences(value: unknown, path = ''): [path: string, sentence: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const told = new Proxy({}, { get: (_, name) => `⟨${String(name)}⟩` });
    const first = path.endsWith('attempts') ? 2 : /\(\s*\{|\(\s*\)/.test(String(value)) ? told : '⟨it⟩';
    return sentences(value(first), path);
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
  return [];
}

const marks = (sentence: string, pattern: RegExp) => [...sentence.matchAll(pattern)].map(([mark]) => mark).sort();

for (const { locale, lesson } of texts) {
  test(`${locale}: every formula and value in it is one that core reads`, () => {
    for (const [path, sentence] of sentences(lesson)) {
      for (const mark of marks(sentence, /`[^`]+`/g))
        assert.ok(core.formula(mark.slice(1, -1)).ok, `${path}: ${mark} cannot be read`);
      for (const mark of marks(sentence, /\{[^}]+\}/g))
        assert.ok(
          ['{y}', '{p}', '{solution}'].includes(mark) || core.evaluate(mark.slice(1, -1)).ok,
          `${path}: ${mark} has no value`,
        );
    }
  });

  test(`${locale}: no sentence is empty, doubled in its spaces or left with half a mark`, () => {
    for (const [path, sentence] of sentences(lesson)) {
      assert.ok(sentence.trim() === sentence && sentence !== '', `${path} has space around it`);
      assert.doesNotMatch(sentence, / {2}|undefined|\[object/, path);
      for (const mark of ['*', '`'])
        assert.equal(sentence.split(mark).length % 2, 1, `${path}: a ${mark} stands alone`);
    }
  });
}

for (const { locale, lesson } of texts.slice(1)) {
  test(`${locale} says with the same formulas, values and numbers what English says`, () => {
    const theirs = new Map(sentences(lesson));
    for (const [path, sentence] of sentences(en)) {
      const other = theirs.get(path);
      assert.ok(other !== undefined, `${locale} has no ${path}`);
      for (const pattern of [/`[^`]+`/g, /\{[^}]+\}/g, /⟨\w+⟩/g])
        assert.deepEqual(marks(other, pattern), marks(sentence, pattern), `${path}: ${other}`);
    }
    assert.equal(theirs.size, sentences(en).length);
  });

  test(`${locale} is no copy: what reads as in English are names and units`, () => {
    const theirs = new Map(sentences(lesson));
    const same = sentences(en).filter(([path, sentence]) => theirs.get(path) === sentence);
    const words = new Set(same.flatMap(([, sentence]) => latinWords(sentence.replace(/`[^`]+`|\{[^}]+\}|⟨\w+⟩/g, ''))));
    // KL is a divergence, dL and dp are parts of a slope.
    const names = [
      'ltr',
      'logit',
      'Logit',
      'nats',
      'bits',
      'hartleys',
      'PyTorch',
      'Keras',
      'scikit',
      'learn',
      'dL',
      'dp',
      'dz',
      'KL',
    ];
    assert.deepEqual(
      [...words].filter((word) => !names.includes(word)),
      [],
    );
  });
}

test('what is around the lesson is said in each language, whole and in its own words', () => {
  const around = texts.map(({ page, embed }) => new Map(sentences({ page, embed })));
  const [first = new Map<string, string>(), ...others] = around;
  assert.ok(first.size > 30);
  for (const all of around)
    for (const [path, sentence] of all)
      assert.ok(sentence.trim() === sentence && !/^$| {2}|undefined|\[object/.test(sentence), `${path}: ${sentence}`);
  for (const other of others) {
    assert.deepEqual([...other.keys()], [...first.keys()]);
    for (const [path, sentence] of first) {
      assert.notEqual(other.get(path), sentence, path);
      assert.deepEqual(marks(other.get(path) ?? '', /⟨\w+⟩/g), marks(sentence, /⟨\w+⟩/g), path);
    }
  }
});

test('a locale is found by its language, however its tag is written', () => {
  assert.equal(knownLocale('es-MX'), 'es');
  assert.equal(knownLocale('en_GB'), 'en');
  assert.equal(knownLocale('ES'), 'es');
  for (const wish of ['fr', 'esperanto', '', null, undefined, 7, {}]) assert.equal(knownLocale(wish), undefined);
  assert.deepEqual(Object.keys(FAILED).sort(), [...LOCALES].sort());
});

test('a reference says where to find it', () => {
  for (const { href, title } of Object.values(REFERENCES)) {
    assert.equal(new URL(href).protocol, 'https:');
    assert.notEqual(title, '');
  }
  const isbns = Object.values(REFERENCES).flatMap((reference) =>
    'identifier' in reference && reference.identifier.startsWith('ISBN')
      ? [reference.identifier.replace(/\D/g, '')]
      : [],
  );
  for (const isbn of isbns) {
    const sum = [...isbn].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
    assert.equal(sum % 10, 0, `${isbn} has the wrong check digit`);
  }
  assert.ok(isbns.length > 0);
});

test('pseudo-texts change every word and no formula', () => {
  assert.equal(pseudo('Take `-ln(p)` of {ln 2}.'), 'Ŧáķé `-ln(p)` óƒ {ln 2}.');
  assert.deepEqual(
    latinWords(
      pseudo(sentences(en).map(([, text]) => text))
        .join(' ')
        .replace(/`[^`]+`|\{[^}]+\}/g, ''),
    ),
    [],
  );
});
