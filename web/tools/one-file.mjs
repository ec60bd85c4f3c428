/** Writes the lesson as one file for each locale: script, core, font and styles are in the page. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** @param {Uint8Array | string} data */
const packed = (data) => deflateRawSync(data, { level: 9 }).toString('base64');

/**
 * @param {{ root: string, site: string }} where
 * @param {import('./build.mjs').Tools} tools
 */
export async function writeOneFiles({ root, site }, { wholeScript, published, prerender }) {
  const { LOCALES, oneFile, oneFilePage } = await prerender();
  const read = async (/** @type {RegExp} */ name) => readFile(path.join(site, await published(name)));
  const font = `data:font/woff2;base64,${(await read(/^math-.*\.woff2$/)).toString('base64')}`;
  const page = (await read(/^page\.css$/)).toString('utf8');
  const styles = page.replace(/url\([^)]*\.woff2"?\)/, `url(${font})`);
  if (styles === page) throw new Error('page.css has no font where it was looked for.');
  const icon = `data:image/svg+xml;base64,${(await read(/^icon\.svg$/)).toString('base64')}`;
  const core = packed(await read(/^bce-[^-]*\.wasm$/));
  const unpack = await wholeScript(path.join(root, 'web/entry/unpack.ts'));
  for (const locale of LOCALES) {
    const alias = { '#text': path.join(root, `web/content/${locale}/lesson.ts`) };
    const script = packed(await wholeScript(path.join(root, 'web/entry/one-file.ts'), alias));
    await writeFile(
      path.join(site, oneFile(locale)),
      await oneFilePage(locale, { styles, script, core, unpack, icon }),
    );
  }
}
