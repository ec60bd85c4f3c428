import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeHref } from '../../web/elements/safe-href.js';

const BASE = 'https://host.example/course/page.html';

test('a place on the web is linked to, wherever it is written from', () => {
  for (const [href, place] of [
    ['https://study.example/', 'https://study.example/'],
    ['study.html', 'https://host.example/course/study.html'],
    ['study.php?step=1#top', 'https://host.example/course/study.php?step=1#top'],
    ['?study=1', 'https://host.example/course/page.html?study=1'],
    ['..', 'https://host.example/'],
    ['\u00e9/', 'https://host.example/course/%C3%A9/'],
    ['//other.example/x', 'https://other.example/x'],
  ] as const)
    assert.equal(safeHref(href, BASE), place);
});

test('what would run script, or is no address, is no link', () => {
  for (const href of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'x.html:foo',
    'blob:https://host.example/1',
    'file:///etc/passwd',
    'https://user:secret@host.example/',
    'https://',
    '',
    ' \n',
    'x'.repeat(3000),
    null,
    undefined,
    5,
    { toString: () => 'https://ok.example/' },
  ])
    assert.equal(safeHref(href, BASE), undefined, String(href));
});

test('while prerendering only a whole address is one', () => {
  assert.equal(safeHref('study.html', undefined), undefined);
  assert.equal(safeHref('https://study.example/', undefined), 'https://study.example/');
});
