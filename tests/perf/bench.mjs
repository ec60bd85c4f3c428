/**
 * `npm run bench`: what a loss costs through the core, what the graph costs beside the same graph in
 * other libraries, and what each shipped file weighs. `npm run bench -- graph` is one part of it.
 *
 *   --rounds 3      fewer rounds of the graph, for a first look
 *   --write         puts the tables of this run into README.md
 *   --record-sizes  accepts the present sizes of the files
 *
 * Absolute times are this machine's; the ratios hold, because every round runs all rivals in turn.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { FOR_BUILD, find, npmPackages, setup } from '../../web/tools/setup.mjs';
import { measure, record, spent } from '../../web/tools/sizes.mjs';
import { ROOT, Stop, main, run } from '../../web/tools/steps.mjs';
import { inMarkdown, inText } from './tables.mjs';

/** @typedef {import('./tables.mjs').Table} Table */

const README = join(ROOT, 'README.md');
const BETWEEN = /(<!-- bench: [^>]*-->\n)[^]*(<!-- \/bench -->)/;
const PARTS = ['core', 'graph', 'sizes'];

/** @returns {Table[]} */
const sizes = () => {
  const measured = measure();
  return [
    {
      title: 'Bytes of dist/site',
      columns: ['', 'raw', 'gzip 9', 'brotli 11'],
      rows: Object.entries(measured).map(([file, { raw, gzip, brotli }]) => [file, raw, gzip, brotli]),
    },
    {
      title: 'Budgets',
      columns: ['', 'brotli 11', 'at most'],
      rows: spent(measured).map(({ what, bytes, most }) => [what, bytes, most]),
    },
  ];
};

/** @param {string} text @param {readonly Table[]} tables @param {string} browser */
export const withTables = (text, tables, browser) => {
  if (!BETWEEN.test(text)) throw new Stop('README.md has lost the two marks that the tables stand between.');
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unnamed processor'}`;
  const made = `Measured on ${day} by \`npm run bench -- --write\` on ${machine}, Node ${process.versions.node}, ${browser}.`;
  const body = [made, ...tables.map(inMarkdown)].join('\n\n');
  return text.replace(BETWEEN, (_, from, to) => `${from}\n${body}\n${to}`);
};

/** @param {readonly Table[]} tables @param {string} browser */
const write = async (tables, browser) => {
  const { format, resolveConfig } = await import('prettier');
  const text = withTables(readFileSync(README, 'utf8'), tables, browser);
  writeFileSync(README, await format(text, { ...(await resolveConfig(README)), parser: 'markdown' }));
  console.log('\nWritten: README.md');
};

const options = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string', default: '7' },
        write: { type: 'boolean', default: false },
        'record-sizes': { type: 'boolean', default: false },
      },
    });
    const unknown = positionals.filter((part) => !PARTS.includes(part));
    if (unknown.length > 0) throw new Error(`There is no part "${unknown.join('", "')}".`);
    if (!/^[1-9]\d?$/.test(values.rounds)) throw new Error('--rounds takes a number from 1 to 99.');
    if (values.write && positionals.length > 0) throw new Error('--write writes all parts, so none can be named.');
    return { ...values, parts: positionals.length > 0 ? positionals : PARTS };
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Stop(`${why}\nnpm run bench -- [${PARTS.join('] [')}] [--rounds <number>] [--write] [--record-sizes]`);
  }
};

await main(async () => {
  const { parts, rounds, write: toReadme, 'record-sizes': recording } = options();
  const browsing = parts.includes('graph') && !recording;
  await setup([...FOR_BUILD, ...(browsing ? /** @type {const} */ (['chromium']) : [])]);
  await run('build the page', [process.execPath, 'web/tools/build.mjs']);
  if (recording) {
    await record();
    console.log('\nWritten: tests/architecture/sizes.json');
  }
  /** @type {Table[]} */
  const tables = [];
  let browser = '';
  if (parts.includes('core') && !recording) {
    await npmPackages('tests/perf');
    tables.push(await (await import('./core.mjs')).core());
    // The study edition may be missing.
    const trains = join(ROOT, 'tests/perf/study/training.mjs');
    if (existsSync(trains)) tables.push(await (await import(pathToFileURL(trains).href)).training());
  }
  if (browsing) {
    await npmPackages('tests/perf');
    const measured = await (
      await import('./graph.mjs')
    ).graph({ executable: find('chromium'), rounds: Number(rounds) });
    tables.push(...measured.tables);
    browser = `Chromium ${measured.browser}`;
  }
  const shown = parts.includes('sizes') || recording ? [...tables, ...sizes()] : tables;
  for (const table of shown) console.log(inText(table));
  // The sizes are on record elsewhere, exactly.
  if (toReadme) await write(tables, browser);
});
