/** The project's own files, wherever it lies: a clone, or an unpacked archive without git. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './steps.mjs';

const MADE = new Set(['.git', 'build', 'dist', 'playwright-report', 'test-results']);

/** @param {string} folder @returns {string[]} */
const walk = (folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    // node_modules may be a link.
    if (entry.name === 'node_modules' || (folder === '' && MADE.has(entry.name))) return [];
    if (entry.isDirectory()) return walk(path);
    return [path];
  });

/** The files on disk below a folder ('' for all) that nothing generated, relative to the root, sorted. @param {string} folder */
export const filesIn = (folder) => (existsSync(join(ROOT, folder)) ? walk(folder).sort() : []);

/** The files that git tracks, or null where there is no git. */
export const trackedFiles = () => {
  // A checkout may belong to another user, as in most containers.
  const { status, stdout } = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '') : null;
};
