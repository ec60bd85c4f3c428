/** Builds the study edition beside the public one, with the tools of whose build it is called. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shareFrom } from './shared.mjs';

/** The study edition's own module, in the place of the public one. @param {string} root */
const inPlace = (root) => {
  const core = path.join(root, 'build/wasm/wasm/study/bce-study');
  return {
    '#bce': `${core}.mjs`,
    // Which of the two flavours is a question to the engine.
    '#bce.wasm': path.join(root, 'web/study/entry/flavour.ts'),
    '#bce-study.wasm': `${core}.wasm`,
    '#bce-study-simd.wasm': `${core}-simd.wasm`,
  };
};

/**
 * The path of the worker's file in the place of its name: it is a script of its own, which nothing imports.
 * @param {string} root
 * @param {() => Promise<string>} written
 * @returns {import('esbuild').Plugin}
 */
const workerFile = (root, written) => ({
  name: 'worker-file',
  setup(build) {
    build.onResolve({ filter: /^#predictions-worker$/ }, () => ({ path: root, namespace: 'worker-file' }));
    build.onLoad({ filter: /.*/, namespace: 'worker-file' }, async () => ({
      contents: `export default ${JSON.stringify(`./${await written()}`)};`,
    }));
  },
});

/** In pixels; the first is for the screens of iPhones. */
const ICONS = [180, 192, 512];
const iconOf = (/** @type {number} */ width) => `study-icon-${width}.png`;

/** What of it is packed. @param {string} root @returns {import('../tools/package.mjs').Edition} */
export const studyPackage = (root) => ({
  elements: { './study': 'bce-study.js' },
  scripts: {},
  cores: { './study/core': { folder: 'web/study/package', alias: inPlace(root) } },
});

/**
 * @param {{ root: string, site: string, locale: string }} where
 * @param {import('../tools/build.mjs').Tools} tools
 */
export async function buildStudy({ root, site, locale }, tools) {
  const { bundleScript, bundleStyles, drawn, nodeModule, pageFiles, published } = tools;
  const core = path.join(root, 'build/wasm/wasm/study/bce-study');
  const here = path.join(root, 'web/study');
  const alias = inPlace(root);
  const { file, takes } = await shareFrom(path.join(here, 'entry/study-shared.ts'), alias, tools, {
    policy: 'bce-study',
  });
  const worker = workerFile(root, () => bundleScript(path.join(here, 'entry/study-worker.ts'), 'late', alias, site));
  await bundleScript(path.join(here, 'entry/bce-study.ts'), 'entry', alias, site, { plugins: [worker, takes] });
  await bundleScript(path.join(here, 'entry/study-first.ts'), 'script');
  // Those that the page itself links; every other sheet is in the script of its place.
  for (const [name, source] of [
    ['study', 'study'],
    ['study-page', 'study-page'],
    ['study-solve', 'solve'],
  ])
    await writeFile(path.join(site, `${name}.css`), await bundleStyles(path.join(here, `styles/${source}.css`)));
  const { appManifest, studyPage } = await nodeModule(path.join(here, 'prerender/page.ts'), `${core}.mjs`);
  const icon = await readFile(path.join(here, 'entry/study-icon.svg'), 'utf8');
  for (const width of ICONS)
    await writeFile(path.join(site, iconOf(width)), await drawn(icon, width, path.join(root, 'build/web')));
  // Its corners may be cut off: what is drawn keeps to the middle, on ground that goes to the edge.
  const icons = Object.fromEntries([192, 512].map((width) => [width, `./${iconOf(width)}`]));
  const manifest = appManifest('./study.html', { any: icons, maskable: icons });
  await writeFile(path.join(site, 'study.webmanifest'), `${JSON.stringify(manifest, null, 2)}\n`);
  const document = await studyPage(await readFile(`${core}.wasm`), locale, {
    ...(await pageFiles()),
    pageStyles: await published(/^study-page\.css$/),
    studyStyles: await published(/^study\.css$/),
    ownStyles: { 'bce-walkthrough': await published(/^study-solve\.css$/) },
    first: await published(/^study-first\.js$/),
    script: await published(/^bce-study\.js$/),
    // What nearly every browser takes.
    wasm: await published(/^bce-study-simd-.*\.wasm$/),
    early: [file, await published(new RegExp(`^study-content-${locale}-study-.*\\.js$`))],
    lesson: './index.html',
    manifest: './study.webmanifest',
    touchIcon: `./${iconOf(180)}`,
  });
  await writeFile(path.join(site, 'study.html'), document);
}
