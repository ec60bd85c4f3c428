/**
 * `npm test`: everything, layer by layer. `npm test -- core browser` runs only those layers and
 * what they need.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check, checks } from './check.mjs';
import { filesIn } from './files.mjs';
import { FOR_BUILD, find, npmPackages, setup } from './setup.mjs';
import { ROOT, Stop, elapsed, execute, failure, main, step } from './steps.mjs';

/** @typedef {import('./steps.mjs').Command} Command */
/** @typedef {import('./setup.mjs').ToolName} ToolName */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { ok: boolean, output: string }} Outcome `output`: what to show of a failure */
/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} about
 * @property {readonly ToolName[]} tools
 * @property {readonly string[]} needs layers that have to succeed first
 * @property {boolean} [alone] not beside another layer, because it measures time
 * @property {() => Promise<Outcome>} run
 */

/** @type {(text: string, pattern: RegExp) => number} */
const number = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0);

/** "[doctest] test cases:  57 |  57 passed | 0 failed | 0 skipped" @param {string} text @returns {Counts} */
const doctestCounts = (text) => {
  const line = /^\[doctest\] test cases:.*$/m.exec(text)?.[0] ?? '';
  const count = (/** @type {string} */ word) => number(line, new RegExp(`(\\d+) ${word}`));
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
};

/** Node's closing lines: "ℹ pass 5" and so on. @param {string} text @returns {Counts} */
const nodeCounts = (text) => {
  const count = (/** @type {string} */ word) => number(text, new RegExp(`^ℹ ${word} (\\d+)$`, 'm'));
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
};

/** Playwright's closing lines: "  12 passed (18.0s)". Flaky ones passed when tried again. @param {string} text @returns {Counts} */
const playwrightCounts = (text) => {
  const count = (/** @type {string} */ words) => number(text, new RegExp(`^ +(\\d+) ${words}\\b`, 'm'));
  return {
    passed: count('passed') + count('flaky'),
    failed: count('failed') + count('interrupted') + count('did not run'),
    skipped: count('skipped'),
  };
};

/**
 * Runs commands one after the other and counts the test cases in the last one's output.
 * @param {readonly Command[]} commands
 * @param {(text: string) => Counts} counts
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Outcome>}
 */
const cases = async (commands, counts, env) => {
  let found = { passed: 0, failed: 0, skipped: 0 };
  for (const command of commands) {
    const ran = await execute(command, env);
    found = counts(ran.output);
    if (ran.code !== 0) return { ...found, ok: false, output: failure(ran) };
    if (command === commands.at(-1) && found.passed === 0) {
      return { ...found, ok: false, output: `No test ran.\n${failure(ran)}` };
    }
  }
  // Never green by the exit code alone.
  return { ...found, ok: found.failed === 0, output: '' };
};

/** @type {(preset: string, run: Command) => () => Promise<Outcome>} */
const core = (preset, run) => () =>
  cases(
    [['cmake', '--preset', preset], ['cmake', '--build', '--preset', preset, '--target', 'core_tests'], run],
    doctestCounts,
  );

/** How many texts the fuzzer tries: a number, not a time, so that a slow machine tries as many. */
const FUZZED = 40_000;

/** libFuzzer's: each file of the corpus is a case, and the run that starts from them. @param {string} text @returns {Counts} */
const fuzzCounts = (text) => {
  const done = /^Done \d+ runs/m.test(text);
  const files = number(text, /seed corpus: files: (\d+)/);
  return { passed: done ? files + 1 : 0, failed: done ? 0 : 1, skipped: 0 };
};

/** @returns {Promise<Outcome>} */
const fuzz = async () => {
  // What is found goes here; the corpus itself is only read.
  const found = join(ROOT, 'build/fuzz/found');
  rmSync(found, { recursive: true, force: true });
  mkdirSync(found, { recursive: true });
  return cases(
    [
      ['cmake', '--preset', 'fuzz', `-DCMAKE_CXX_COMPILER=${find('fuzzer')}`],
      ['cmake', '--build', '--preset', 'fuzz', '--target', 'answer_fuzz'],
      [
        'build/fuzz/tests/fuzz/answer_fuzz',
        '-seed=1',
        `-runs=${FUZZED}`,
        '-max_len=600',
        '-dict=tests/fuzz/answer.dict',
        '-artifact_prefix=build/fuzz/',
        found,
        'tests/fuzz/corpus',
      ],
    ],
    fuzzCounts,
  );
};

/** @type {(folder: string) => () => Promise<Outcome>} */
const node = (folder) => async () => {
  // Listed here, because Node 20 does not expand patterns and takes a folder to mean something else.
  const files = filesIn(folder).filter((file) => file.endsWith('.test.ts'));
  if (files.length === 0)
    return { passed: 0, failed: 0, skipped: 0, ok: false, output: `${folder} holds no *.test.ts.` };
  return cases([[process.execPath, '--import', 'tsx', '--test', '--test-reporter=spec', ...files]], nodeCounts);
};

/** @returns {Promise<Outcome>} */
const sources = async () => {
  const failures = [];
  for (const [, command] of checks()) failures.push((await check(command)).value);
  const told = failures.filter((text) => text !== '');
  return {
    passed: failures.length - told.length,
    failed: told.length,
    skipped: 0,
    ok: told.length === 0,
    output: told.join('\n\n'),
  };
};

/** The page is no test; it counts only where it cannot be built. @returns {Promise<Outcome>} */
const page = async () => {
  const ran = await execute([process.execPath, 'web/tools/build.mjs']);
  const ok = ran.code === 0;
  return { passed: 0, failed: ok ? 0 : 1, skipped: 0, ok, output: ok ? '' : failure(ran) };
};

/** @type {(config: string) => Promise<Outcome>} */
const playwright = (config) =>
  cases([['node_modules/.bin/playwright', 'test', `--config=${config}`, '--reporter=list']], playwrightCounts, {
    CHROMIUM: find('chromium') ?? '',
  });

/** @type {readonly Layer[]} */
const LAYERS = [
  { name: 'check', about: 'layout, types', tools: ['clang-format'], needs: [], run: sources },
  {
    name: 'core',
    about: 'core, native, with sanitizers',
    tools: ['cmake', 'ninja', 'compiler', 'doctest'],
    needs: [],
    run: core('native', ['build/native/tests/core/core_tests']),
  },
  {
    name: 'core-release',
    about: 'core, native, optimised',
    tools: ['cmake', 'ninja', 'compiler', 'doctest'],
    needs: [],
    run: core('native-release', ['build/native-release/tests/core/core_tests']),
  },
  {
    name: 'core-wasm',
    about: 'core, WebAssembly in Node',
    tools: [...FOR_BUILD, 'doctest'],
    needs: [],
    run: core('wasm-tests', [process.execPath, 'build/wasm-tests/tests/core/core_tests.cjs']),
  },
  {
    name: 'fuzz',
    about: 'any bytes as an answer',
    tools: ['cmake', 'ninja', 'fuzzer'],
    needs: [],
    run: fuzz,
  },
  { name: 'build', about: 'the page is built', tools: FOR_BUILD, needs: [], run: page },
  { name: 'wasm', about: 'bindings and contract', tools: FOR_BUILD, needs: ['build'], run: node('tests/wasm') },
  { name: 'web', about: 'state, views, content', tools: FOR_BUILD, needs: ['build'], run: node('tests/web') },
  {
    name: 'architecture',
    about: 'import direction, codes, sizes',
    tools: FOR_BUILD,
    needs: ['build'],
    run: node('tests/architecture'),
  },
  {
    name: 'browser',
    about: 'the page in Chromium',
    tools: [...FOR_BUILD, 'chromium'],
    needs: ['build'],
    alone: true,
    run: () => playwright('tests/playwright.config.ts'),
  },
  {
    name: 'hosts',
    about: 'the package in other pages',
    tools: [...FOR_BUILD, 'chromium'],
    needs: ['build'],
    alone: true,
    run: async () => {
      // More than all that builds the lesson, so only this layer brings them.
      await npmPackages('tests/hosts');
      return playwright('tests/hosts/playwright.config.ts');
    },
  },
];

/** How many layers run side by side: one compiles while another waits for a link or a single process. */
const SIDE_BY_SIDE = 2;

/** @type {(counts: Counts) => string} */
const inWords = ({ passed, failed, skipped }) =>
  [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');

/** @param {readonly string[]} names */
const choose = (names) => {
  const unknown = names.filter((name) => LAYERS.every((layer) => layer.name !== name));
  if (unknown.length > 0) {
    throw new Stop(
      `There is no layer "${unknown.join('", "')}". There are: ${LAYERS.map(({ name }) => name).join(', ')}.`,
    );
  }
  if (names.length === 0) return LAYERS;
  const wanted = new Set(
    names.flatMap((name) => [name, ...(LAYERS.find((layer) => layer.name === name)?.needs ?? [])]),
  );
  return LAYERS.filter(({ name }) => wanted.has(name));
};

await main(async () => {
  const layers = choose(process.argv.slice(2));
  await setup([...new Set(layers.flatMap(({ tools }) => tools))]);

  /** @type {Map<Layer, Outcome & { time: string }>} */
  const done = new Map();
  const waiting = [...layers];
  /** @type {Map<Layer, Promise<void>>} */
  const underWay = new Map();
  const outcomeOf = (/** @type {string} */ name) => [...done].find(([layer]) => layer.name === name)?.[1];

  const startOne = (/** @type {Layer} */ layer) => {
    waiting.splice(waiting.indexOf(layer), 1);
    const since = performance.now();
    const work = step(layer.name, async () => {
      const value = await layer.run();
      return { ok: value.ok, value, note: layer.name === 'build' ? '' : inWords(value) };
    }).then((outcome) => {
      // A layer that broke before it could count is one failure, so that the last line tells.
      const failed = outcome.ok ? outcome.failed : Math.max(1, outcome.failed);
      done.set(layer, { ...outcome, failed, time: elapsed(since) });
      underWay.delete(layer);
      if (!outcome.ok) console.log(`\n${outcome.output}\n`);
    });
    underWay.set(layer, work);
  };

  while (waiting.length + underWay.size > 0) {
    for (const layer of [...waiting]) {
      const broken = layer.needs.find((name) => outcomeOf(name)?.ok === false);
      if (broken !== undefined) {
        waiting.splice(waiting.indexOf(layer), 1);
        done.set(layer, { passed: 0, failed: 1, skipped: 0, ok: false, output: '', time: `not run: ${broken} failed` });
        continue;
      }
      const ready = layer.needs.every((name) => outcomeOf(name)?.ok === true);
      const room = layer.alone === true ? underWay.size === 0 : underWay.size < SIDE_BY_SIDE;
      const calm = [...underWay.keys()].every(({ alone }) => alone !== true);
      if (ready && room && calm) startOne(layer);
    }
    // A race of none would never end.
    if (underWay.size > 0) await Promise.race(underWay.values());
  }

  console.log('');
  const total = { passed: 0, failed: 0 };
  for (const layer of layers) {
    const outcome = done.get(layer);
    if (outcome === undefined) continue;
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    const counts = layer.name === 'build' && outcome.ok ? '' : inWords(outcome);
    console.log(
      `  ${outcome.ok ? '✓' : '✗'} ${layer.name.padEnd(13)} ${layer.about.padEnd(31)} ${counts.padEnd(24)} ${outcome.time}`,
    );
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});
