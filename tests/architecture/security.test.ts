/** What is promised of security is what is built. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { integrities, integrityOf } from '../../web/tools/integrity.mjs';
import { DIRECTIVES, POLICY, SCRIPTS, WORKERS } from '../../web/tools/policy.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

const SITE = join(ROOT, 'dist/site');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const site = readdirSync(SITE);
const script = (file: string) => read(`dist/site/${file}`);

test('SECURITY.md names the policy that the lesson is served under', () => {
  const [, told = ''] = /<!-- policy -->\s*```text\n([^]*?)```\s*<!-- \/policy -->/.exec(read('SECURITY.md')) ?? [];
  assert.equal(told.trim().split(/;\s*/).join('; '), POLICY);
});

test('every script that draws has a name in the policy, and no other has', () => {
  const named = site
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [...script(file).matchAll(/createPolicy\("([^"]*)"/g)].map(([, name]) => [file, `${name}.js`]))
    // Under which nothing is drawn.
    .filter(([, name = '']) => !WORKERS.some((worker) => name === `${worker}.js`));
  assert.ok(named.length > 0);
  // In the script of that name, or in a file that it stands on.
  for (const [file = '', name = ''] of named)
    assert.ok(file === name || script(name).includes(`"./${file}"`), `${file} makes a policy for ${name}`);
  const missing = SCRIPTS.filter((name) => !named.some(([file]) => file === `${name}.js`));
  // The study edition may be missing.
  assert.deepEqual(
    missing.filter((name) => name !== 'bce-study'),
    [],
  );
  assert.equal(DIRECTIVES['trusted-types'], [...SCRIPTS, ...WORKERS].join(' '));
});

/** What of a page a policy without unsafe-inline refuses. */
const inline = (html: string): string[] => {
  // What is shown as text is no markup, and JSON-LD is data.
  const markup = html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
  return [
    /<style\b/i,
    /<[a-z][^<>]*\sstyle\s*=/i,
    /<[a-z][^<>]*\son[a-z]+\s*=/i,
    /<script(?![^>]*\ssrc=)[^>]*>/i,
    /="\s*javascript:/i,
  ]
    .map((pattern) => pattern.exec(markup)?.[0] ?? '')
    .filter((found) => found !== '');
};

test('no page holds a script, a style or a handler that a strict policy refuses', () => {
  // The lesson in one file is for a disk, where nobody sends a policy.
  const pages = site.filter((file) => file.endsWith('.html') && !/^bce-lesson[^.]*\.html$/.test(file));
  assert.ok(pages.length >= 4);
  for (const page of pages) assert.deepEqual(inline(script(page)), [], page);
});

test('what a strict policy refuses is seen', () => {
  for (const html of [
    '<style>p {}</style>',
    '<p class="a" style="color: red">',
    '<img src=x onerror="x()">',
    '<script>x()</script>',
    '<script type="module">x()</script>',
    '<a href="javascript:x()">',
  ])
    assert.equal(inline(html).length, 1, html);
  assert.deepEqual(inline('<script type="module" src="./a.js"></script><p>style = on</p>'), []);
});

test('no script makes code of text, or speaks of storage or of a way out', () => {
  // The name of a sheet that is replaced, and of an event; none of them is one of these.
  const forbidden =
    /\beval\(|new Function|\bFunction\(["'`]|document\.write|sendBeacon|WebSocket|EventSource|XMLHttpRequest|document\.cookie|importScripts/;
  for (const file of site.filter((name) => name.endsWith('.js'))) {
    const found = forbidden.exec(script(file));
    assert.equal(found?.[0], undefined, `${file} has ${found?.[0]}`);
    // The app's own, which is fetched once there is something to keep; no element on a page of others asks for it.
    const keeps = /^study-saved-/.test(file);
    assert.ok(keeps || !script(file).includes('indexedDB'), `${file} has indexedDB`);
  }
});

test('every file that is asked for by a page is held to its hash, those of the study edition in a list of their own', () => {
  const lists = site.filter((file) => /integrity\.json$/.test(file));
  const told = lists.map((file): Record<string, string> => JSON.parse(script(file)));
  assert.deepEqual(Object.assign({}, ...told), integrities(SITE));
  assert.ok(told.some((list) => 'bce-lesson.js' in list && !Object.keys(list).some((file) => /study/.test(file))));
  assert.equal(
    integrityOf(Buffer.from('abc')),
    'sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn',
  );
});
