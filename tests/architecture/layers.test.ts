/**
 * Arrows point down only. The two tables are the rules; a folder or a concept that is not in them
 * fails until someone has said where it belongs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import test from 'node:test';
import { filesIn } from '../../web/tools/files.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

/** Core: what a concept is made of. It may include that, and what that is made of. */
const CORE: Record<string, { on: string[]; why: string }> = {
  result: { on: [], why: 'everything fails by it, so it can know nothing' },
  elementary: { on: [], why: 'ln and exp, made of + - * / alone' },
  numeric: { on: ['elementary'], why: 'functions of plain doubles' },
  loss: { on: ['numeric', 'result'], why: 'the formulas and the edges they are allowed at' },
  work: { on: [], why: 'counts what is done, for tests' },
  batch: { on: ['elementary', 'loss', 'numeric'], why: 'many losses at a time' },
  predictions: { on: ['batch', 'libraries', 'numeric'], why: 'what there is to say of many rows' },
  expression: { on: ['numeric', 'result', 'work'], why: 'a formula as a tree, of whatever' },
  parse: { on: ['expression'], why: 'text to tree' },
  tokens: { on: ['expression'], why: 'tree to text' },
  precision: { on: ['expression'], why: 'a number that was typed, and the one it should be' },
  statement: { on: ['expression', 'precision'], why: 'the sides of what was typed' },
  answer: { on: ['parse', 'statement', 'expression', 'loss'], why: 'reads what was typed, compares with the loss' },
  random: { on: [], why: 'whole numbers from a seed' },
  rewrite: { on: ['parse', 'precision', 'reading'], why: 'trees to trees, by what is known of an example' },
  worked: { on: ['answer', 'rewrite'], why: 'the rules in order, and a learner who applies them' },
  question: { on: ['answer', 'loss', 'work'], why: 'any number that is asked for, and its mistakes' },
  walks: { on: ['question', 'random'], why: 'the numbers that the walkthroughs ask for' },
  naive: { on: ['graph', 'loss', 'numeric'], why: 'the loss as rounding spoils it' },
  difference: { on: ['comparison', 'elementary', 'graph', 'loss'], why: 'the slope as rounding and bending spoil it' },
  bets: { on: ['batch', 'loss', 'numeric', 'random'], why: 'events from a seed, and what bets on them score' },
  variants: {
    on: ['batch', 'question', 'random', 'worked'],
    why: 'exercises from a seed, and what can go wrong in them',
  },
  derivation: { on: ['expression', 'loss', 'numeric'], why: 'formulas evaluated on a data set' },
  graph: { on: ['result'], why: 'draws any function and knows no loss' },
  practice: { on: ['loss'], why: 'a problem is a label and a probability' },
  libraries: { on: ['loss'], why: 'what others report, beside the true loss' },
  comparison: { on: ['loss', 'numeric'], why: 'other losses, set beside the true one' },
  tangent: { on: ['graph'], why: 'a line through a point, whatever the curve' },
  reading: { on: ['comparison', 'loss', 'numeric', 'result'], why: 'all that is said of one prediction' },
  curves: {
    on: ['comparison', 'graph', 'libraries', 'loss', 'reading'],
    why: 'where the losses and the drawing meet',
  },
  animals: { on: ['random'], why: 'a made-up data set from a seed' },
  training: { on: ['elementary', 'random', 'result'], why: 'one pure step over plain arrays, whatever they hold' },
  training_graph: {
    on: ['animals', 'graph', 'numeric', 'tangent', 'training'],
    why: 'where the training and the drawing meet',
  },
};

/** Headers that core may not have at all. */
const NOT_IN_CORE: Record<string, string> = {
  iostream: 'core prints nothing',
  fstream: 'core reads and writes no files',
  regex: 'it throws, and is larger than all of core',
  exception: 'core has no exceptions',
  stdexcept: 'core has no exceptions',
};

/** The web: what each folder may import apart from itself; whole folders, or single files of one. */
const WEB: Record<string, { on: string[]; types?: string[]; packages?: RegExp; why: string }> = {
  content: { on: [], types: ['contract'], why: 'sentences: data that needs nothing to be read' },
  engine: { on: ['glue'], types: ['contract', 'content'], why: 'the only door to the built core' },
  state: {
    on: ['content', 'engine/value'],
    types: ['contract', 'engine'],
    why: 'pure functions, handed the core they ask',
  },
  styles: { on: [], packages: /^lit$/, why: 'style sheets alone' },
  views: {
    on: ['state', 'content', 'styles', 'engine/value'],
    types: ['contract', 'engine'],
    packages: /^lit(\/|$)/,
    why: 'state and texts to templates; what is asked of the core is asked of the one handed in',
  },
  elements: {
    on: ['views', 'state', 'engine', 'content', 'styles'],
    types: ['contract'],
    packages: /^lit(\/|$)/,
    why: 'they wire everything below',
  },
  prerender: {
    on: ['elements', 'views', 'state', 'engine', 'content', 'styles', 'glue', 'asset'],
    types: ['contract'],
    packages: /^(lit(\/|$)|@lit-labs\/ssr|schema-dts$|node:)/,
    why: 'the page, made in Node',
  },
  entry: {
    on: ['elements', 'views', 'state', 'engine', 'content', 'styles', 'asset'],
    types: ['contract'],
    packages: /^(lit(\/|$)|@lit-labs\/ssr-client)/,
    why: 'composes what a page loads; no page loads what only Node needs',
  },
  package: {
    on: ['engine', 'asset'],
    types: ['contract'],
    packages: /^(node:|react$|vue$|svelte\/elements$)/,
    why: 'what only npm packs: the core without elements, and types for frameworks',
  },
  tools: {
    on: ['prerender', 'elements', 'views', 'state', 'engine', 'content', 'styles', 'entry', 'glue', 'asset'],
    types: ['contract'],
    packages: /./,
    why: 'runs in Node, ships nothing',
  },
};

type Import = Readonly<{ from: string; types: boolean }>;

/** Comments are blanked, strings kept: a `//` inside a string is no comment. */
const withoutComments = (source: string) =>
  source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[^]*?\*\/|\/\/.*/g,
    (_, text) => text ?? ' ',
  );

const includesOf = (source: string) =>
  [...withoutComments(source).matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/gm)].map(([, name]) => name ?? '');

/** Import and export statements start a line, as Prettier lays them out; import() stands anywhere. */
const importsOf = (source: string): Import[] => {
  const code = withoutComments(source);
  const statements = code.matchAll(
    /^(?:import|export)\b(\s+type\b(?!\s+from\b))?(?:[^;'"`]*?\bfrom)?\s*['"]([^'"]+)['"]/gm,
  );
  const calls = code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statements].map(([, type, from = '']) => ({ from, types: type !== undefined })),
    ...[...calls].map(([, from = '']) => ({ from, types: false })),
  ];
};

/** A concept and everything it stands on. */
const below = (concept: string): string[] => [concept, ...(CORE[concept]?.on ?? []).flatMap(below)];

const nameOf = (file: string) => posix.basename(file).replace(/\.[ch]pp$/, '');

/** What is wrong with the includes of one C++ file, in sentences. */
export const includeFaults = (file: string, source: string): string[] => {
  const faults: string[] = [];
  const inCore = file.startsWith('core/');
  const concept = nameOf(file);
  if (inCore && CORE[concept] === undefined) {
    return [`${file}: the concept "${concept}" has no rule; add it to CORE in tests/architecture/layers.test.ts.`];
  }
  for (const included of includesOf(source)) {
    const told = `${file} includes ${included}`;
    if (/^emscripten\b/.test(included) && !/^wasm\/(bindings|study)\//.test(file)) {
      faults.push(`${told}: only wasm/bindings knows Emscripten.`);
    } else if (inStudy(included) && !inStudy(file)) {
      faults.push(`${told}: the public edition is built without the study edition.`);
    } else if (inCore && included in NOT_IN_CORE) {
      faults.push(`${told}: ${NOT_IN_CORE[included]}.`);
    } else if (inCore && included.includes('.hpp') && !below(concept).includes(nameOf(included))) {
      const on = CORE[concept]?.on ?? [];
      faults.push(`${told}: ${concept} stands on ${on.join(', ') || 'nothing'} (${CORE[concept]?.why}).`);
    }
  }
  if (inCore && /emscripten/i.test(withoutComments(source)) && !faults.some((fault) => fault.includes('Emscripten'))) {
    faults.push(`${file} names Emscripten: core is the same program everywhere.`);
  }
  return faults;
};

/** The study edition has the same folders as the public one, and the same rules for each. */
const inStudy = (path: string) => /(^|\/)study\//.test(path);
const withoutStudy = (path: string) =>
  path.replace(/^web\/study\/(?!.*\/)/, 'web/tools/').replace(/^web\/study\//, 'web/');

const pathOf = (file: string, from: string) => posix.join(posix.dirname(file), from);

/** Where an import leads: a folder of web/ and the file in it, 'contract', 'glue', 'asset', 'tests' or a package. */
const targetOf = (file: string, from: string): [folder: string, file?: string] => {
  // package.json maps names that start with # to what the build writes.
  if (from.startsWith('#')) return [from === '#bce' ? 'glue' : 'asset'];
  if (!from.startsWith('.')) return [`package ${from}`];
  const path = withoutStudy(pathOf(file, from));
  const [top = '', second = ''] = path.split('/');
  if (top === 'web') return [second, path.slice('web/'.length).replace(/\.js$/, '')];
  if (path.startsWith('wasm/contract/')) return ['contract'];
  return [top === 'build' || top === 'dist' ? 'glue' : top];
};

/** What is wrong with the imports of one file of web/, in sentences. */
export const importFaults = (file: string, source: string): string[] => {
  const folder = withoutStudy(file).split('/')[1] ?? '';
  const rule = WEB[folder];
  if (rule === undefined) {
    return [`${file}: the folder web/${folder} has no rule; add it to WEB in tests/architecture/layers.test.ts.`];
  }
  const { on, types = [], packages, why } = rule;
  return importsOf(source).flatMap(({ from, types: onlyTypes }) => {
    const [target, targetFile = target] = targetOf(file, from);
    const told = `${file} imports ${from}`;
    if (from.startsWith('.') && inStudy(pathOf(file, from)) && !inStudy(file)) {
      return [`${told}: the public edition is built without the study edition.`];
    }
    if (target === folder) return [];
    if (target.startsWith('package ')) {
      return packages?.test(from) ? [] : [`${told}: web/${folder} does not use this package (${why}).`];
    }
    if (on.includes(target) || on.includes(targetFile)) return [];
    if (types.includes(target)) {
      return onlyTypes ? [] : [`${told}: web/${folder} takes only types from ${target}: import type (${why}).`];
    }
    const allowed = [...on, ...types.map((name) => `${name} (types)`)].join(', ') || 'nothing else';
    return [`${told}: web/${folder} may import ${allowed} (${why}).`];
  });
};

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const cpp = ['core', 'wasm', 'tests'].flatMap(filesIn).filter((file) => /\.[ch]pp$/.test(file));
const web = filesIn('web').filter((file) => /\.(ts|mjs)$/.test(file));

test('C++ includes point down only', () => {
  const faults = cpp.flatMap((file) => includeFaults(file, read(file)));

  assert.ok(cpp.some((file) => file.startsWith('core/')));
  assert.ok(faults.length === 0, faults.join('\n'));
});

test('web imports point down only', () => {
  const faults = web.flatMap((file) => importFaults(file, read(file)));

  assert.ok(web.some((file) => file.startsWith('web/engine/')));
  assert.ok(faults.length === 0, faults.join('\n'));
});

test('every include of a core concept that points up is refused', () => {
  const refused: [file: string, source: string, fault: RegExp][] = [
    ['core/src/graph.cpp', '#include "bce/loss.hpp"', /graph stands on result/],
    ['core/include/bce/result.hpp', '#include <vector>\n  #  include "bce/numeric.hpp"', /result stands on nothing/],
    ['core/src/loss.cpp', '#include <iostream>', /core prints nothing/],
    ['core/src/loss.cpp', '#include <regex>', /throws/],
    ['core/src/loss.cpp', '#include <emscripten/bind.h>', /only wasm\/bindings/],
    ['core/src/loss.cpp', '#ifdef __EMSCRIPTEN__\n#endif', /same program everywhere/],
    ['tests/core/loss_test.cpp', '#include <emscripten.h>', /only wasm\/bindings/],
    ['core/src/poetry.cpp', '', /has no rule/],
    ['wasm/bindings/loss.cpp', '#include "../study/names.hpp"', /without the study edition/],
  ];

  for (const [file, source, fault] of refused) assert.match(includeFaults(file, source).join('\n'), fault, file);
});

test('what stands below may be included, directly or not, and comments are not read', () => {
  assert.deepEqual(includeFaults('core/src/answer.cpp', '#include "bce/answer.hpp"\n#include "bce/numeric.hpp"'), []);
  assert.deepEqual(
    includeFaults('core/src/loss.cpp', '// #include <iostream>, unlike Emscripten\n#include <cmath>'),
    [],
  );
  assert.deepEqual(
    includeFaults('wasm/bindings/loss.cpp', '#include <emscripten/bind.h>\n#include "bce/loss.hpp"'),
    [],
  );
});

test('every import of the web that points up is refused', () => {
  const refused: [file: string, source: string, fault: RegExp][] = [
    ['web/content/en.ts', "import { core } from '../engine/load.js';", /may import contract \(types\)/],
    ['web/views/math.ts', "import { core } from '../engine/load.js';", /only types from engine/],
    ['web/views/math.ts', "import {\n  BceLesson,\n} from '../elements/bce-lesson.js';", /may import state/],
    ['web/state/lesson.ts', "import { html } from 'lit';", /does not use this package/],
    ['web/state/lesson.ts', "import { core } from '../engine/load.js';", /only types from engine/],
    ['web/state/lesson.ts', "export * from '../views/math.js';", /may import content/],
    ['web/elements/bce-lesson.ts', "import '#bce';", /may import views/],
    ['web/elements/bce-lesson.ts', "const page = await import('../prerender/page.js');", /may import views/],
    ['web/entry/embed.ts', "import { render } from '@lit-labs/ssr';", /does not use this package/],
    ['web/engine/load.ts', "import { golden } from '../../tests/golden.js';", /may import glue/],
    ['web/engine/load.ts', "import { CoreModule } from '../../wasm/contract/core.js';", /only types/],
    ['web/poetry/ode.ts', '', /has no rule/],
    ['web/views/math.ts', "import { x } from '../study/views/said.js';", /without the study edition/],
    ['web/views/math.ts', "import type { X } from '../../wasm/contract/study/study.js';", /without the study edition/],
    ['web/study/state/x.ts', "import { html } from 'lit';", /does not use this package/],
    ['web/study/views/x.ts', "import '../elements/bce-walkthrough.js';", /may import state/],
    ['web/study/poetry/ode.ts', '', /has no rule/],
  ];

  for (const [file, source, fault] of refused) assert.match(importFaults(file, source).join('\n'), fault, file);
});

test('imports that point down are let through', () => {
  const allowed: [file: string, source: string][] = [
    [
      'web/engine/load.ts',
      "import createModule from '#bce';\nimport type { CoreModule } from '../../wasm/contract/core.js';",
    ],
    [
      'web/views/math.ts',
      "import { html } from 'lit';\nimport { x } from './numbers.js';\nimport type { T } from '../engine/load.js';\nimport { valueOf } from '../engine/value.js';",
    ],
    [
      'web/entry/embed.ts',
      "import wasm from '#bce.wasm';\nimport '../elements/bce-lesson.js';\n// import '../../tests/x.js';",
    ],
    ['web/study/views/x.ts', "import { mathView } from '../../views/math.js';\nimport '../state/x.js';"],
    ['web/content/en.ts', 'export const sample = "import \'./elsewhere.js\'";'],
  ];

  for (const [file, source] of allowed) assert.deepEqual(importFaults(file, source), [], file);
});
