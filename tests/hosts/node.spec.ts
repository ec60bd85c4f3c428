/** The package in Node: on servers that render pages, and where only the core is wanted. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inNode } from './host.js';
import { INSTALLED, ROOT } from './places.mjs';

const exported: Record<string, unknown> = JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8')).exports;
const modules = Object.keys(exported).filter((name) => !/\.(json|wasm)$/.test(name));

test('every entry can be imported where there is no page, and none leaves anything behind', () => {
  const names = modules.map((name) => name.replace('.', 'binary-cross-entropy'));
  const source = `
    const before = Object.keys(globalThis).length;
    for (const name of ${JSON.stringify(names)}) await import(name);
    console.log(Object.keys(globalThis).length - before, typeof customElements);
  `;
  expect(names).toContain('binary-cross-entropy/graph');
  expect(inNode(source)).toBe('0 undefined\n');
});

for (const condition of ['edge-light', 'workerd', 'worker'])
  test(`a server that says "${condition}" gets no elements either, though it may say "browser" as well`, () => {
    const source = `console.log(import.meta.resolve('binary-cross-entropy').split('/').at(-1))`;
    expect(inNode(source, '-C', 'browser', '-C', condition)).toBe('nothing.js\n');
    expect(inNode(source, '-C', 'browser')).toBe('bce-lesson.js\n');
  });

test('the example of the README runs, and says what is so', () => {
  const readme = readFileSync(join(INSTALLED, 'README.md'), 'utf8');
  const [, example = ''] = /<!-- This example is run by a test\. -->\s+```js\n([^]*?)```/.exec(readme) ?? [];
  const lines = inNode(example).split('\n');
  expect(lines[0]).toMatch(/^0\.16251892949777/);
  expect(lines[1]).toMatch(/^-1\.176470588235/);
  expect(lines[2]).toMatch(/^0\.19283124040599/);
  expect(lines[3]).toBe("{ ok: false, code: 'probability_out_of_range' }");
  expect(lines.slice(4).join('\n')).toContain("turn: 'base_ten'");
  expect(lines.slice(-4)).toEqual([
    expect.stringMatching(/^likelihood 0\.72/),
    expect.stringMatching(/^log_likelihood -0\.3285/),
    expect.stringMatching(/^mean_loss 0\.16425/),
    '',
  ]);
});

test('a core is started from bytes, by the address of its file', () => {
  const source = `
    import { readFile } from 'node:fs/promises';
    import { createCore } from 'binary-cross-entropy/core';
    const core = await createCore(await readFile(new URL(import.meta.resolve('binary-cross-entropy/core.wasm'))));
    console.log(core.entropy(0.5).value);
  `;
  expect(inNode(source)).toMatch(/^0\.69314718055994/);
});

test('what is packed needs no other package, runs nothing when installed, and is what the site serves', () => {
  const about = JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8'));
  for (const field of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts', 'private'])
    expect(about).not.toHaveProperty(field);
  const files = readdirSync(INSTALLED);
  for (const file of ['LICENSE', 'licenses.txt', 'README.md', 'custom-elements.json']) expect(files).toContain(file);
  const site = join(ROOT, 'dist/site');
  const shared = files.filter((file) => /\.(js|wasm|woff2)$/.test(file) && existsSync(join(site, file)));
  expect(shared).toContain('bce-lesson.js');
  for (const file of shared)
    expect(readFileSync(join(INSTALLED, file)).equals(readFileSync(join(site, file)))).toBe(true);
});

test('every address in a script leads to a file beside it', () => {
  const scripts = readdirSync(INSTALLED).filter((file) => file.endsWith('.js'));
  const addresses = scripts.flatMap((script) =>
    [...readFileSync(join(INSTALLED, script), 'utf8').matchAll(/(?:new URL|import)\(\s*(["'`])([^"'`]*)\1/g)].map(
      ([, , address = '']) => address,
    ),
  );
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) expect(existsSync(join(INSTALLED, address)), address).toBe(true);
});
