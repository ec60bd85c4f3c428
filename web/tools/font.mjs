/** Cuts the mathematics font down to the characters of the lesson. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const SOURCE = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';

/** What formulas are made of: core's tokens, and italic letters, as MathML sets single ones. */
const CHARACTERS =
  '0123456789.,%|()[]+=<>^/ ' + // typed or printed
  '−×·∞≈∑∏ˆ̂' + // operators and the hat
  'lnogexp' + // functions
  'LJNypzqie' + // letters as they stand in the markup
  '𝐿𝐽𝑁𝑦𝑝𝑧𝑞𝑖𝑒ℒ'; // and as they are drawn

/**
 * STIX Two Math with those characters only, without hinting (screens no longer use it); the MATH
 * table, which sets fractions and limits, stays.
 * @returns {Promise<Buffer>} WOFF2
 */
export async function mathFont() {
  const source = await readFile(createRequire(import.meta.url).resolve(SOURCE));
  return subsetFont(source, CHARACTERS, { targetFormat: 'woff2', noHinting: true });
}
