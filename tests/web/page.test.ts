/** The pages as they are published, each in its language. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { LOCALES, type Locale } from '../../web/content/locales.js';
import { REFERENCES, type Reference } from '../../web/content/references.js';
import { SECTION_IDS } from '../../web/content/schema.js';
import en from '../../web/content/en/lesson.js';
import enPage from '../../web/content/en/page.js';
import { WASM } from '../wasm/core.js';
import { htmlFaults } from './html.js';
import { latinWords, pseudo } from './pseudo.js';

const SITE = new URL('../../dist/site/', import.meta.url);
const site = (file: string) => readFileSync(new URL(file, SITE), 'utf8');

/** As the build made it, with a core of its own. */
const prerender = (await import(
  new URL('../../build/web/prerender-page.ts.mjs', import.meta.url).href
)) as typeof import('../../web/prerender/page.js');
await prerender.start(readFileSync(WASM));

const FILES = {
  script: './bce-lesson.js',
  pageScript: './page.js',
  lessonStyles: './lesson.css',
  pageStyles: './page.css',
  font: './math.woff2',
  icon: './icon.svg',
  wasm: './bce.wasm',
  text: './text.js',
  picture: './preview.png',
};
const ADDRESS = 'https://example.org/some/where/';

const attributes = (html: string, tag: RegExp) => [...html.matchAll(tag)].map(([, value = '']) => value);
const dataOf = (html: string) =>
  JSON.parse(attributes(html, /<script type="application\/ld\+json">([^<]*)<\/script>/g)[0] ?? '');
const pages = LOCALES.map((locale) => ({
  locale,
  file: prerender.pageFile(locale),
  html: site(prerender.pageFile(locale)),
}));

for (const { locale, html } of pages) {
  test(`${locale}: the page is valid HTML`, async () => {
    assert.deepEqual(await htmlFaults(html), []);
  });

  test(`${locale}: every section is in the page, and each of its own files is there`, () => {
    for (const id of SECTION_IDS)
      assert.ok(html.includes(`<section id="${id}"`) || html.includes(`id="${id}" class="section"`), id);
    const own = attributes(html, /(?:href|src|content)="(\.\/[^"#]+)"/g);
    assert.ok(own.length > 10);
    for (const file of own) assert.ok(existsSync(fileURLToPath(new URL(file, SITE))), `${file} is not in dist/site`);
    assert.match(html, new RegExp(`rel="modulepreload" href="\\./content-${locale}-lesson-`));
  });

  test(`${locale}: nothing of the markup of the text is left on the page`, () => {
    const words = visible(html).join(' ');
    assert.doesNotMatch(words, /[*`{}]|undefined|\[object|NaN/);
  });

  test(`${locale}: what the page says of itself is complete, plain and no more than the page`, () => {
    const data = dataOf(html);
    const [lesson, quiz, faq] = data['@graph'];
    assert.equal(data['@context'], 'https://schema.org');
    assert.deepEqual([lesson['@type'], quiz['@type'], faq['@type']], ['LearningResource', 'Quiz', 'FAQPage']);
    for (const name of ['name', 'description', 'inLanguage', 'learningResourceType', 'educationalLevel', 'teaches'])
      assert.ok(lesson[name]?.length > 0, `the lesson has no ${name}`);
    // What a question has to have, by Google's documentation of FAQPage.
    assert.ok(faq.mainEntity.length >= 6);
    for (const question of faq.mainEntity) {
      assert.equal(question['@type'], 'Question');
      assert.equal(question.acceptedAnswer['@type'], 'Answer');
      assert.ok(question.name.endsWith('?') && question.acceptedAnswer.text.length > 40);
    }
    assert.equal(quiz.hasPart['@type'], 'Question');
    assert.ok(quiz.hasPart.comment.length > 0 && quiz.hasPart.text.length > 40);
    const ids = new Set(data['@graph'].map((node: { '@id': string }) => node['@id']));
    for (const reference of [lesson.hasPart, quiz.isPartOf, faq.isPartOf]) assert.ok(ids.has(reference['@id']));
    assert.equal(lesson.citation.length, Object.keys(REFERENCES).length);
    const all = JSON.stringify(data);
    assert.doesNotMatch(all, /[*`]|\\u003c|undefined|NaN/);
    // The problem is asked and not solved.
    assert.doesNotMatch(JSON.stringify(quiz), /0[.,]16|answer/i);
  });

  test(`${locale}: the picture of the page is 1,200 by 630 pixels and not blank`, () => {
    const png = readFileSync(new URL(`preview-${locale}.png`, SITE));
    assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', 1200, 630]);
    assert.ok(png.length > 10_000);
  });
}

const alternates = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, href]) => [
    language,
    href,
  ]);

test('pages name each other, from a folder anywhere', () => {
  for (const { html } of pages) {
    assert.deepEqual(alternates(html), [
      ...LOCALES.map((locale) => [locale, `./${prerender.pageFile(locale)}`]),
      ['x-default', './index.html'],
    ]);
    // They do not know where they will be.
    assert.doesNotMatch(html, /rel="canonical"|og:url/);
  }
});

test('pages that are told where they will be say so', async () => {
  const published: Partial<Record<Locale, string>> = { en: ADDRESS, es: `${ADDRESS}es.html` };
  for (const locale of LOCALES) {
    const html = await prerender.page(locale, FILES, ADDRESS);
    assert.deepEqual(attributes(html, /<link rel="canonical" href="([^"]+)"/g), [published[locale]]);
    assert.deepEqual(attributes(html, /<meta property="og:url" content="([^"]+)"/g), [published[locale]]);
    assert.deepEqual(attributes(html, /<meta property="og:image" content="([^"]+)"/g), [`${ADDRESS}preview.png`]);
    assert.deepEqual(alternates(html), [...Object.entries(published), ['x-default', ADDRESS]]);
    const [lesson] = dataOf(html)['@graph'];
    assert.deepEqual([lesson.url, lesson.image], [published[locale], `${ADDRESS}preview.png`]);
    // What the page itself loads stays beside it.
    assert.match(html, /src="\.\/bce-lesson\.js"/);
  }
});

/** The texts of the page, and the names that are heard; formulas are core's. */
function visible(html: string): string[] {
  const lesson = (/<bce-lesson[^]*<\/bce-lesson>/.exec(html)?.[0] ?? '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<math[^]*?<\/math>/g, ' ');
  const names = attributes(lesson, /\b(?:aria-label|aria-valuetext|aria-description|title|alt|placeholder)="([^"]*)"/g);
  return [...lesson.split(/<[^>]*>/), ...names].filter((text) => text.trim() !== '');
}

test('everything that is seen or heard comes from the text of the locale', async () => {
  const html = await prerender.page('en', FILES, undefined, { lesson: pseudo(en), page: pseudo(enPage) });
  // Names of people and works are the same in every language.
  const known = Object.values(REFERENCES).flatMap(({ authors, title, within, publisher, identifier }: Reference) => [
    new Intl.ListFormat('en').format(authors),
    title,
    [within, publisher, identifier].filter((part) => part !== undefined).join(' '),
  ]);
  const knownWords = new Set(latinWords(known.join(' ')));
  const escaped = visible(html).filter((text) => latinWords(text).some((word) => !knownWords.has(word)));
  assert.deepEqual(escaped, []);

  const head = attributes(
    html,
    /<(?:title>|meta (?:name|property)="(?:description|[^"]*(?:title|description|alt))" content=")([^<"]*)/g,
  );
  assert.ok(head.length >= 7);
  assert.deepEqual(
    head.filter((text) => latinWords(text).length > 0),
    [],
  );

  const said = (value: unknown, name = ''): string[] =>
    typeof value === 'string'
      ? /^@|^(url|image|inLanguage|interactivityType)$/.test(name)
        ? []
        : [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) =>
            key === 'citation' ? [] : said(inner, /^\d+$/.test(key) ? name : key),
          )
        : [];
  const words = said(dataOf(html));
  assert.ok(words.length > 20);
  assert.deepEqual(
    words.filter((text) => latinWords(text).length > 0),
    [],
  );
});
