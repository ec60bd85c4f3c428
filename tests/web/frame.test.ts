/** What the address of the frame and messages to it may say, and the code that leads there. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { SECTION_IDS } from '../../web/content/schema.js';
import { hostMessage, queryOf, sectionsIn, settingsInQuery } from '../../web/state/frame.js';
import { elementSnippet, fixedHeight, frameAddress, frameSnippet } from '../../web/state/snippet.js';

const FOLDER = 'https://example.org/bce/';

test('an address says what is shown, where the graph starts, in which colours and language', () => {
  assert.deepEqual(settingsInQuery('?sections=practice,graph&p=0.85&y=0&theme=dark&locale=es-MX'), {
    sections: ['practice', 'graph'],
    p: 0.85,
    y: 0,
    theme: 'dark',
    locale: 'es',
  });
  assert.deepEqual(settingsInQuery(''), {});
});

test('what an address should not say is passed over', () => {
  for (const query of [
    '?p=1.5&y=-0.1&theme=blue&locale=fr&sections=none',
    '?p=&y=%20&theme=&locale=&sections=',
    '?p=0.5e&y=0x&theme=Dark&locale=e&sections=Graph',
    '?P=0.5&study-href=https://evil.example/&studyHref=x&storage=local&link=0',
    `?p=${'0'.repeat(41)}`,
    `?${'a=b&'.repeat(1000)}p=0.5`,
    '?__proto__=1&constructor=2&toString=3',
    '?sections=__proto__,constructor,toString',
  ])
    assert.deepEqual(settingsInQuery(query), {}, query.slice(0, 60));
  // The first of several counts, as it does to a browser.
  assert.deepEqual(settingsInQuery('?p=0.1&p=0.9'), { p: 0.1 });
});

test('sections are taken in order, each once, from a text or a list, and nothing else of it', () => {
  assert.deepEqual(sectionsIn('graph practice,graph ,, sources'), ['graph', 'practice', 'sources']);
  assert.deepEqual(sectionsIn(['graph', 7, null, { id: 'tips' }, 'graph']), ['graph']);
  for (const nothing of ['', 'x', [], [[]], 7, null, undefined, {}, { length: 3, 0: 'graph' }])
    assert.equal(sectionsIn(nothing), undefined);
  // However much there is of it.
  assert.equal(sectionsIn(`${'x,'.repeat(1e6)}graph`), undefined);
  assert.equal(sectionsIn([...Array(1e6).fill('x'), 'graph']), undefined);
  assert.deepEqual(sectionsIn(SECTION_IDS.join(',')), SECTION_IDS);
});

test('settings lead through an address and back', () => {
  for (const settings of [
    {},
    { sections: SECTION_IDS },
    { sections: ['sources', 'graph'], p: 0, y: 1 },
    { p: 1e-9, y: 0.3333333333333333, theme: 'auto', locale: 'es' },
  ] as const) {
    const address = new URL(`embed.html${queryOf(settings)}`, FOLDER);
    assert.deepEqual(settingsInQuery(address.search), settings);
    // Nothing in it has to be written otherwise, so it can be read by people as well.
    assert.doesNotMatch(address.href, /%/);
  }
});

test('a message is one of this protocol, or none', () => {
  for (const data of [null, undefined, 0, '', 'set', [], {}, { bce: 2, type: 'set' }, { bce: '1', type: 'hello' }])
    assert.equal(hostMessage(data), undefined);
  for (const type of [undefined, null, {}, 'open', 'height', 'constructor', '__proto__'])
    assert.equal(hostMessage({ bce: 1, type }), undefined);
  assert.deepEqual(hostMessage({ bce: 1, type: 'hello', p: 0.5 }), { bce: 1, type: 'hello' });
  assert.deepEqual(
    hostMessage({
      bce: 1,
      type: 'set',
      p: 0.5,
      y: '0',
      theme: 'light',
      sections: ['tips'],
      'study-href': 'x',
      storage: 'local',
    }),
    { bce: 1, type: 'set', p: 0.5, y: 0, theme: 'light', sections: ['tips'] },
  );
  assert.deepEqual(
    hostMessage({
      bce: 1,
      type: 'set',
      p: NaN,
      y: [0.5],
      theme: { toString: () => 'dark' },
      locale: {},
      sections: 'x',
    }),
    { bce: 1, type: 'set' },
  );
});

test('the code says no more than what was chosen', () => {
  const published = { folder: FOLDER, title: 'The lesson' };
  assert.equal(
    frameSnippet({ locale: 'en' }, published),
    '<iframe src="https://example.org/bce/embed.html" title="The lesson" width="100%" height="720" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>',
  );
  assert.equal(
    frameAddress({ locale: 'es', sections: ['graph'], p: 0.85, theme: 'dark' }, FOLDER),
    'https://example.org/bce/embed-es.html?sections=graph&p=0.85&theme=dark',
  );
  assert.match(
    frameSnippet({ locale: 'en', p: 0.5, y: 0 }, published, { follows: true }),
    /embed\.html\?p=0\.5&amp;y=0" .*\n<script async src="https:\/\/example\.org\/bce\/bce-frame\.js"><\/script>$/,
  );
  assert.equal(
    elementSnippet({ locale: 'es', sections: ['graph', 'tips'], y: 0 }, published),
    '<script type="module" src="https://example.org/bce/bce-lesson.js"></script>\n' +
      '<bce-lesson sections="graph tips" y="0" locale="es"><a href="https://example.org/bce/es.html">The lesson</a></bce-lesson>',
  );
});

test('nothing of where the lesson is or what it is called can leave its place in the code', () => {
  const published = {
    folder: new URL(`https://example.org/"onload="x'&<b>/`).href,
    title: `"><script>alert(1)</script>&amp;'`,
  };
  for (const code of [
    frameSnippet({ locale: 'en' }, published, { follows: true }),
    elementSnippet({ locale: 'en' }, published),
  ]) {
    // Taken apart by its own quotes, all that is between them is values.
    const outside = code.replace(/"[^"]*"/g, '""');
    assert.doesNotMatch(outside, /onload|alert\(1\)<\/script>|<b>/);
    assert.equal(code.match(/<script/g)?.length, 1);
    assert.match(code, /&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&amp;amp;'/);
  }
});

test('a frame that does not follow its content has the height of what is in it', () => {
  assert.equal(fixedHeight(undefined), fixedHeight(['graph']));
  assert.ok(fixedHeight(['graph']) > fixedHeight(['practice']));
  assert.ok(fixedHeight(['practice', 'tips']) > fixedHeight(['tips']));
});
