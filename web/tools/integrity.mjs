/** Hashes by which a page can hold the files of the lesson to what they were when it was written. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @param {Uint8Array} bytes */
export const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * By name, the hash of each file of a folder that a page asks for by script, style sheet or font.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export const integrities = (folder) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => /\.(js|css|wasm|woff2)$/.test(file))
      .sort()
      .map((file) => [file, integrityOf(readFileSync(join(folder, file)))]),
  );

/**
 * The module that a script asks for later, and those that these ask for: an import map can hold them to their hashes.
 * @param {string} folder
 * @param {string} script
 * @returns {readonly string[]}
 */
export const lateModules = (folder, script) => {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} file */
  const read = (file) => {
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
      /import\(["'`]\.\/([\w-]+\.js)["'`]\)/g,
    ))
      if (!found.has(name)) {
        found.add(name);
        read(name);
      }
  };
  read(script);
  return [...found];
};
