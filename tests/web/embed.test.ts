/** What the build makes for those who embed the lesson: the page in the frame, and the oEmbed response. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '../../web/content/locales.js';
import { SECTION_IDS } from '../../web/content/schema.js';
import { WASM } from '../wasm/core.js';
import { htmlFaults } from './html.js';

const SITE = new URL('../../dist/site/', import.meta.url);
const site = (file: string) => readFileSync(new URL(file, SITE), 'utf8');
const ADDRESS = 'https://example.org/some/where/';

const prerender = (await import(
  new URL('../../build/web/prerender-page.ts.mjs', import.meta.url).href
)) as typeof import('../../web/prerender/page.js');
await prerender.start(readFileSync(WASM));

const FILES = {
  script: './bce-lesson.js',
  lessonStyles: './lesson.css',
  embedStyles: './embed.css',
  embedScript: './embed.js',
  font: './math.woff2',
  icon: './icon.svg',
  wasm: './bce.wasm',
  text: './text.js',
};

for (const locale of LOCALES) {
  const html = site(prerender.embedFile(locale));

  test(`${locale}: the page of the frame is valid HTML, and its files are there`, async () => {
    assert.deepEqual(await htmlFaults(html), []);
    const own = [...html.matchAll(/(?:href|src)="(\.\/[^"#]+)"/g)].map(([, file = '']) => file);
    assert.ok(own.length > 8);
    for (const file of own) assert.ok(existsSync(fileURLToPath(new URL(file, SITE))), `${file} is not in dist/site`);
    assert.match(html, new RegExp(`rel="modulepreload" href="\\./content-${locale}-lesson-`));
  });

  test(`${locale}: the page of the frame has the whole lesson in it, and no second element that would wake up`, () => {
    const page = site(prerender.pageFile(locale));
    for (const id of SECTION_IDS) assert.ok(html.includes(`<section id="${id}" class="section"`), id);
    assert.deepEqual(html.match(/<bce-[^>]*>/g), [`<bce-lesson locale="${locale}" link loading="eager">`]);
    assert.doesNotMatch(html, /<!--|defer-hydration|<\?>/);
    // The same words as on the page, in the same order.
    const words = (source: string) =>
      /<article[^]*<\/article>/
        .exec(source)?.[0]
        .replace(/<!--[^]*?-->/g, '')
        .replace(/<[^>]*>/g, ' ')
        .split(/\s+/);
    assert.deepEqual(words(html), words(page));
  });
}

test('a frame that is told where it will be names the page it stands for, and is not to be found instead of it', async () => {
  const html = await prerender.embedPage('es', FILES, ADDRESS);
  assert.match(html, /<link rel="canonical" href="https:\/\/example\.org\/some\/where\/es\.html" \/>/);
  assert.match(html, /<meta name="robots" content="noindex" \/>/);
  assert.doesNotMatch(await prerender.embedPage('es', FILES), /canonical/);
});

test('the oEmbed response has what the specification asks for', () => {
  for (const locale of LOCALES) {
    const response = prerender.oembedOf(locale, `./preview-${locale}.png`, ADDRESS);
    // Every response, then those of type rich; oembed.com, sections 2.3.4 and 2.3.4.4.
    assert.equal(response.version, '1.0');
    assert.equal(response.type, 'rich');
    for (const size of [response.width, response.height]) assert.ok(Number.isInteger(size) && size > 0);
    assert.match(response.html, /^<iframe [^<>]*><\/iframe>$/);
    const src = /src="([^"]*)"/.exec(response.html)?.[1];
    assert.equal(src, `${ADDRESS}${prerender.embedFile(locale)}`);
    assert.ok(existsSync(new URL(prerender.embedFile(locale), SITE)));
    // A picture comes with its size, or not at all.
    assert.equal(response.thumbnail_url, `${ADDRESS}preview-${locale}.png`);
    const png = readFileSync(new URL(`preview-${locale}.png`, SITE));
    assert.deepEqual(
      [response.thumbnail_width, response.thumbnail_height],
      [png.readUInt32BE(16), png.readUInt32BE(20)],
    );
    for (const name of ['title', 'provider_name'] as const) assert.ok(response[name].length > 0);
    assert.equal(response.provider_url, ADDRESS);
    assert.ok(Number.isInteger(response.cache_age) && response.cache_age > 0);
    assert.deepEqual(JSON.parse(JSON.stringify(response)), response);
  }
});

test('a page leads to its oEmbed response where it knows its address, and only there', async () => {
  const files = { ...FILES, pageScript: './page.js', pageStyles: './page.css', picture: './preview.png' };
  const links = (html: string) =>
    [
      ...html.matchAll(/<link\s+rel="alternate"\s+type="application\/json\+oembed"\s+href="([^"]*)"\s+title="[^"]+"/g),
    ].map(([, href]) => href);
  assert.deepEqual(links(await prerender.page('en', files, ADDRESS)), [`${ADDRESS}oembed.json`]);
  assert.deepEqual(links(await prerender.page('es', files, ADDRESS)), [`${ADDRESS}oembed-es.json`]);
  assert.deepEqual(links(await prerender.page('en', files)), []);
});
