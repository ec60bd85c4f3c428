/** Addresses of the study app: whatever stands in one, it leads to a place or to none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressFrom, hashOf, isMade, PLACES, partOf, TAGS } from '../../../web/study/state/places.js';

const plain = (hash: string) => {
  const address = addressFrom(hash);
  return typeof address === 'object' ? { place: address.place, settings: { ...address.settings } } : address;
};

test('every place that is offered is led to by its own address, with what is asked of it', () => {
  const settings = { y: '1', p: '0.85', odd: 'a&b=c?d#e/ü %' };
  for (const place of PLACES) {
    assert.deepEqual(plain(hashOf(place)), { place, settings: {} });
    assert.deepEqual(plain(hashOf(place, settings)), { place, settings });
  }
  assert.equal(hashOf('solve', { y: '1', p: '0.85' }), '#/solve?y=1&p=0.85');
});

test('nothing, a mark alone and a slash alone lead home', () => {
  for (const hash of ['', '#', '#/', '#/?x=1']) assert.equal((plain(hash) as { place: string }).place, '', hash);
  assert.equal((plain('#/solve/') as { place: string }).place, 'solve');
});

test('a link from before there were places leads to its exercise', () => {
  const settings = { seed: '12', kind: 'find_p', level: '4', v: '1' };
  assert.deepEqual(plain('#seed=12&kind=find_p&level=4&v=1'), { place: 'exercises', settings });
  assert.deepEqual(plain('#kind=find_p&seed=12'), { place: 'exercises', settings: { kind: 'find_p', seed: '12' } });
});

test('a place that there is not is told from a part of the page', () => {
  for (const hash of ['#/poetry', '#//solve', '#/solve/more', '#/Solve', '#/__proto__', '#/constructor', '#/%73olve'])
    assert.equal(addressFrom(hash), 'unknown', hash);
  for (const hash of ['#main', '#p=0.85&y=1', '#seeds=1', '#step=2', '#?seed=1'])
    assert.equal(addressFrom(hash), undefined, hash);
});

test('hostile settings are words like others, and no more of them than a link has', () => {
  const address = addressFrom('#/solve?__proto__=1&constructor=2&y=%ZZ&y=3&toString=4');
  assert.ok(typeof address === 'object');
  assert.deepEqual(Object.keys(address.settings), ['__proto__', 'constructor', 'y', 'toString']);
  assert.equal(Object.getPrototypeOf(address.settings), null);
  assert.equal(address.settings['y'], '%ZZ');
  assert.equal(({} as Record<string, unknown>)['1'], undefined);
  const long = addressFrom(`#/solve?${'a=1&'.repeat(5_000)}${'b'.repeat(1e6)}`);
  assert.ok(typeof long === 'object' && Object.keys(long.settings).length === 1);
  const many = addressFrom(`#/solve?${Array.from({ length: 90 }, (_, i) => `n${i}=1`).join('&')}`);
  assert.ok(typeof many === 'object' && Object.keys(many.settings).length <= 20);
});

test('each place that is made has an element of its own', () => {
  const tags = Object.values(TAGS);
  assert.equal(new Set(tags).size, tags.length);
  assert.deepEqual(
    PLACES.filter((place) => !(place in TAGS)),
    ['', 'walkthroughs'],
  );
  for (const place of PLACES) assert.ok(place === partOf(place) || PLACES.includes(partOf(place)), place);
  assert.ok(isMade('solve') && !isMade(''));
});
