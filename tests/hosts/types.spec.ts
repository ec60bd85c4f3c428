/** Projects that have installed the package compile, with everything checked, and mistakes in them do not. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { check, COMPILERS, expect } from './host.js';
import { APPS, HERE, INSTALLED } from './places.mjs';

// Compilers check all of a browser's types, and other work may be going on.
test.setTimeout(300_000);

const PROJECTS: readonly (readonly [project: string, compiler: keyof typeof COMPILERS])[] = [
  ['bundler', 'TypeScript 7'],
  ['node16', 'TypeScript 7'],
  ['nodenext', 'TypeScript 7'],
  ['nodenext', 'TypeScript 5'],
  ['no-page', 'TypeScript 7'],
];

for (const [project, compiler] of PROJECTS)
  test(`elements and core are typed: ${project}, ${compiler}`, () => {
    const checked = check(COMPILERS[compiler], '-p', join(APPS, `types/tsconfig.${project}.json`), '--pretty', 'false');
    expect(checked).toEqual({ status: 0, output: '' });
  });

const tool = (name: string) => join(HERE, 'node_modules/.bin', name);

/** By framework, the checker of its templates, and the file beside the host that has two mistakes in it. */
const FRAMEWORKS = {
  react: {
    wrong: 'wrong.tsx',
    checked: () => check(COMPILERS['TypeScript 7'], '-p', join(APPS, 'react'), '--pretty', 'false'),
  },
  vue: { wrong: 'Wrong.vue', checked: () => check(tool('vue-tsc'), '-p', join(APPS, 'vue'), '--pretty', 'false') },
  svelte: {
    wrong: 'Wrong.svelte',
    checked: () =>
      check(
        tool('svelte-check'),
        ...['--workspace', join(APPS, 'svelte'), '--tsconfig', './tsconfig.json', '--output', 'machine'],
      ),
  },
};

for (const [name, { wrong, checked }] of Object.entries(FRAMEWORKS))
  test(`${name} knows the elements, their settings and their events`, () => {
    const { status, output } = checked();
    const errors = output.split('\n').filter((line) => /\berror TS|\bERROR\b/.test(line));
    expect(status).not.toBe(0);
    expect(errors.length, output).toBe(2);
    for (const line of errors) expect(line).toContain(wrong);
    expect(errors.join('\n')).toMatch(/number\[\]/);
    expect(errors.join('\n')).toMatch(/'verdict' does not exist on type 'BceChangeEvent'/);
  });

test('types stand on nothing that is not in the package', () => {
  const folder = join(INSTALLED, 'types');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  const imported = files.flatMap((file) => {
    const code = readFileSync(join(folder, file), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    return [...code.matchAll(/(?:from |import |module |import\()'([^']+)'/g)].map(([, from = '']) => ({ file, from }));
  });
  const outside = imported.filter(({ from }) => !from.startsWith('.')).map(({ file, from }) => `${file}: ${from}`);
  expect([...new Set(outside)].sort()).toEqual(['react.d.ts: react', 'svelte.d.ts: svelte/elements', 'vue.d.ts: vue']);
  expect(imported.length).toBeGreaterThan(20);
});
