/** Draws the picture of a page. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';

const SOURCE = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';

/**
 * In the font of the formulas, and in no font of this machine, so that it is the same wherever it is drawn.
 * @param {string} svg
 * @param {number} width in pixels
 * @param {string} folder where the font, unpacked, may be put
 * @returns {Promise<Buffer>} PNG
 */
export async function drawn(svg, width, folder) {
  const font = path.join(folder, 'preview.ttf');
  const packed = await readFile(createRequire(import.meta.url).resolve(SOURCE));
  await writeFile(font, await subsetFont(packed, svg, { targetFormat: 'sfnt' }));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: [font], defaultFontFamily: 'STIX Two Math' },
  });
  return picture.render().asPng();
}
