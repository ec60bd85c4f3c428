/** Which files a page keeps for when there is no network, written into its service worker. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { integrityOf } from './integrity.mjs';

/** A name that changes with what is in the file. */
const HASHED = /-[0-9A-Z]{8}\.\w+$/;

/**
 * What nobody needs to read the page: pictures for previews elsewhere, lists for publishers, the script around a frame, and
 * the scripts of single elements, of which the page has all in one, and the lesson as one file.
 */
const NOT_KEPT =
  /^(preview-|oembed|integrity\.json|bce-frame\.js|bce-xapi\.js|bce-(graph|practice|derivation)\.js|content-\w+-(graph|practice|derivation)-)|^bce-lesson[^.]*\.html$|-?offline\.js$|\.webmanifest$/;

/**
 * Of the files of a folder those that a page keeps, as Workbox is told of them. What is asked for as a part of the page is
 * held to its hash, so that a file that was lost is never made up for by one of another build.
 * @param {string} folder
 * @param {(file: string) => boolean} needed
 */
export async function keptFiles(folder, needed) {
  const files = (await readdir(folder)).filter((file) => !NOT_KEPT.test(file) && needed(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const integrity = integrityOf(await readFile(path.join(folder, file)));
      const revision = HASHED.test(file) ? null : integrity.slice(-32);
      return { url: file, revision, ...(file.endsWith('.html') ? {} : { integrity }) };
    }),
  );
}

/**
 * Puts the list of files before a service worker that was bundled. What is in it decides whether a browser finds a new
 * build, so it is the last to be written.
 * @param {string} folder
 * @param {string} name of the script
 * @param {(file: string) => boolean} needed
 */
export async function listFiles(folder, name, needed) {
  const script = path.join(folder, name);
  const files = await keptFiles(folder, needed);
  await writeFile(script, `const FILES=${JSON.stringify(files)};\n${await readFile(script, 'utf8')}`);
}
