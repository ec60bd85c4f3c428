/**
 * `npm run check`: layout of every file, and types. `npm run format` (--write) sets the layout.
 */
import { fileURLToPath } from 'node:url';
import { filesIn } from './files.mjs';
import { find, setup, versionOf } from './setup.mjs';
import { Stop, execute, failure, main, step } from './steps.mjs';

/** @typedef {import('./steps.mjs').Command} Command */

/** Its layout differs between versions; this is Debian 12's. */
const CLANG_FORMAT = '14';

/** @type {(write: boolean) => Command} */
const prettier = (write) => [
  'node_modules/.bin/prettier',
  write ? '--write' : '--check',
  '--log-level=warn',
  '**/*.{ts,mjs,jsx,json,css,md}',
  '!**/package-lock.json',
];

/** @type {(write: boolean) => Command} */
const clangFormat = (write) => [
  find('clang-format') ?? 'clang-format',
  ...(write ? ['-i'] : ['--dry-run', '-Werror']),
  ...['core', 'wasm', 'tests'].flatMap(filesIn).filter((file) => /\.[ch]pp$/.test(file)),
];

/** @type {Command} */
const types = ['node_modules/.bin/tsc', '-p', '.', '--pretty', 'false'];

/** @returns {readonly (readonly [title: string, command: Command])[]} */
export const checks = () => [
  ['layout of TypeScript, JSON, CSS, Markdown', prettier(false)],
  ['layout of C++', clangFormat(false)],
  ['types', types],
];

/** A word to add to a failure of the C++ layout where another version may be to blame. */
export const clangFormatNote = async () => {
  const version = await versionOf(find('clang-format') ?? 'clang-format');
  return version === null || version.startsWith(`${CLANG_FORMAT}.`)
    ? ''
    : `\nThe sources are laid out by clang-format ${CLANG_FORMAT}; this is ${version}, which may see it otherwise.`;
};

/** @param {Command} command */
export const check = async (command) => {
  const ran = await execute(command);
  const ok = ran.code === 0;
  const note = !ok && command[0].endsWith('clang-format') ? await clangFormatNote() : '';
  return { ok, value: ok ? '' : failure(ran) + note };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const write = process.argv.includes('--write');
    await setup(['clang-format']);
    const tasks = write
      ? /** @type {const} */ ([
          ['format', prettier(true)],
          ['format C++', clangFormat(true)],
        ])
      : checks();
    const failures = [];
    for (const [title, command] of tasks) failures.push(await step(title, () => check(command)));
    const told = failures.filter((text) => text !== '');
    if (told.length > 0) throw new Stop(told.join('\n\n') + (write ? '' : '\n\nnpm run format sets the layout.'));
  });
}
