/**
 * Builds everything that is published into dist/site: the core with Emscripten, the font, the
 * script, the styles, and the page, prerendered with that core. What npm packs goes to dist/package.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { mathFont } from './font.mjs';
import { integrities } from './integrity.mjs';
import { describe, tablesOf } from './manifest.mjs';
import { writePackage } from './package.mjs';
import { DIRECTIVES, forElement, forFrame, written } from './policy.mjs';
import { drawn } from './preview.mjs';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..');
const BUILD = path.join(ROOT, 'build/web');
const SITE = path.join(ROOT, 'dist/site');

/** The study edition speaks this language only, as yet. */
const STUDY_LOCALE = 'en';

/** Each a script for a page that needs no more than it defines; the last defines nothing. */
const ENTRIES = ['bce-lesson', 'bce-graph', 'bce-practice', 'bce-derivation', 'bce-xapi'];

/** Plain scripts, each for a page that needs to know nothing of it: in the frame, and around it. */
const SCRIPTS = ['embed', 'bce-frame'];

/** @typedef {Record<string, string>} Alias another edition's files in the place of the public ones */

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  loader: { '.wasm': 'file', '.woff2': 'file' },
  assetNames: '[name]-[hash]',
};

const run = promisify(execFile);

/** The core, by the same presets that a developer uses. */
async function buildCore() {
  await run('cmake', ['--preset', 'wasm'], { cwd: ROOT });
  await run('cmake', ['--build', '--preset', 'wasm'], { cwd: ROOT, maxBuffer: 1 << 26 });
}

/** Imports of lesson.css give its text, with its own imports put in and minified. */
const styleText = {
  name: 'style-text',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => ({
      contents: await bundleStyles(file),
      loader: /** @type {const} */ ('text'),
    }));
  },
};

/** @param {string} file */
async function bundleStyles(file) {
  const result = await esbuild.build({
    ...COMMON,
    entryPoints: [file],
    minify: true,
    write: false,
    outdir: SITE,
    // Kept as written for the browsers that know it, not rewritten for those that do not.
    supported: { nesting: true },
    target: ['chrome123', 'firefox121', 'safari17.5'],
  });
  for (const asset of result.outputFiles.filter(({ path: name }) => !name.endsWith('.css')))
    await writeFile(asset.path, asset.contents);
  const styles = result.outputFiles.find(({ path: name }) => name.endsWith('.css'))?.text.trim() ?? '';
  return /page\.css$/.test(file) ? styles : asGuest(styles);
}

/**
 * The sheet of an element, with rem as the text size of the host around it: the root of the page is not ours, and hosts
 * set it to anything. A query reckons with the size of what it asks, which is the same.
 * @param {string} styles
 */
const asGuest = (styles) =>
  styles
    .replace(/@(container|media)[^{]*/g, (query) => query.replace(/(?<=[\d.])rem\b/g, 'em'))
    .replace(/(-?[\d.]+)rem\b/g, (_, times) => (times === '1' ? 'var(--bce-rem)' : `calc(${times}*var(--bce-rem))`));

/**
 * Emscripten's glue is always handed the bytes. So its own ways of fetching them are never gone, and it has no
 * need of its address, which a bundler would follow to a file of that name that nobody has.
 */
const glue = {
  name: 'glue',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\/build\/wasm\/.*\.mjs$/ }, async ({ path: file }) => {
      const source = (await readFile(file, 'utf8'))
        .replace(/new URL\((["'][\w.-]+\.wasm["']), ?import\.meta\.url\)\.(?:toString\(\)|href)/g, '$1')
        .replaceAll('import.meta.url', '""');
      const { code } = await minify(source, {
        module: true,
        ecma: 2020,
        compress: { global_defs: { fetch: undefined, 'WebAssembly.instantiateStreaming': undefined } },
        mangle: false,
      });
      return { contents: code ?? '', loader: /** @type {const} */ ('js') };
    });
  },
};

/**
 * Lit's policy for Trusted Types, under the name of the script that it is in: a name may be taken once on a page, and
 * that of Lit's own is whoever's is there first. Where a page does not let it in, the elements say that they cannot be
 * drawn; an exception here would be the end of the script.
 * @param {string} name
 * @returns {import('esbuild').Plugin}
 */
const trustedTypes = (name) => ({
  name: 'trusted-types',
  setup(build) {
    build.onLoad({ filter: /\/lit-html\/lit-html\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source.replace(
        /(\w)\?\1\.createPolicy\("lit-html",(\{[^}]*\})\):void 0/,
        (_, types, rules) => `(()=>{try{return ${types}?.createPolicy(${JSON.stringify(name)},${rules})}catch{}})()`,
      );
      if (contents === source) throw new Error(`${file} makes no policy for Trusted Types where it was looked for.`);
      return { contents, loader: /** @type {const} */ ('js') };
    });
  },
});

/** @returns {Promise<readonly string[]>} */
async function locales() {
  const source = await readFile(path.join(ROOT, 'web/content/locales.ts'), 'utf8');
  const { code } = await esbuild.transform(source, { loader: 'ts' });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).LOCALES;
}

/**
 * A text is asked for by its locale, in the entries as in Node. Which locales there are, one list says; from
 * it comes an import for each, that the next plugin can follow.
 */
const textsByLocale = {
  name: 'texts-by-locale',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\/entry\/.*\.ts$/ }, async ({ path: file }) => {
      const all = await locales();
      const contents = (await readFile(file, 'utf8')).replace(
        /import\(`([^`]*)\$\{locale\}([^`]*)`\)/g,
        (_, before, after) =>
          `({ ${all.map((locale) => `${locale}: () => import('${before}${locale}${after}')`).join()} })[locale]()`,
      );
      return { contents, loader: /** @type {const} */ ('ts') };
    });
  },
};

/**
 * A module that is imported when it is needed becomes a file of its own that stands on nothing else.
 * esbuild's splitting would move what both sides use to a third file, and the script would have to
 * wait for that before it could start.
 */
/** @type {(alias: Alias, folder: string, more: More) => import('esbuild').Plugin} */
const lateFiles = (alias, folder, more) => ({
  name: 'late-files',
  setup(build) {
    build.onResolve({ filter: /^\./ }, async ({ kind, path: wanted, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = path.resolve(resolveDir, wanted.replace(/\.js$/, '.ts'));
      return { path: `./${await bundleScript(source, 'late', alias, folder, more)}`, external: true };
    });
  },
});

/** For every script. */
const PLUGINS = [styleText, glue];

/**
 * @typedef {object} More
 * @property {readonly import('esbuild').Plugin[]} [plugins]
 * @property {string} [policy] under whose name its templates are made
 */

/**
 * One script with all it needs, beside the files that it asks for later. Gives the name of its file.
 * @param {string} source
 * @param {'entry' | 'script' | 'late'} kind only what is asked for by a script changes its name from build to build;
 * a plain script is no module, and leaves no name behind
 * @param {Alias} [alias]
 * @param {string} [folder]
 * @param {More} [more] for it and the files that it asks for later
 */
async function bundleScript(source, kind, alias = {}, folder = SITE, more = {}) {
  const name = path
    .relative(path.join(ROOT, 'web'), source)
    .replace(/^(study\/)?entry\//, '')
    .replace(/^(study\/)?package\//, '$1')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
  const result = await esbuild.build({
    ...COMMON,
    entryPoints: [{ in: source, out: name }],
    entryNames: kind === 'late' ? '[name]-[hash]' : '[name]',
    format: kind === 'script' ? 'iife' : 'esm',
    outdir: folder,
    alias,
    external: ['node:*'],
    plugins: [
      ...(more.plugins ?? []),
      ...PLUGINS,
      trustedTypes(more.policy ?? name),
      textsByLocale,
      lateFiles(alias, folder, more),
    ],
    write: false,
    metafile: true,
  });
  for (const output of result.outputFiles)
    await writeFile(output.path, output.path.endsWith('.js') ? await compact(output.text, kind) : output.contents);
  await writeFile(path.join(BUILD, `${name}.meta.json`), JSON.stringify(result.metafile));
  const script = result.outputFiles.find((output) => output.path.endsWith('.js'));
  return path.basename(script?.path ?? '');
}

/**
 * terser makes Emscripten's glue a tenth smaller than esbuild does.
 * @param {string} code
 * @param {'entry' | 'script' | 'late'} kind
 */
async function compact(code, kind) {
  // Of a plain script everything stays in its function, or it would be the page's.
  const module = kind !== 'script';
  const { code: small } = await minify(code, { module, ecma: 2020, compress: { passes: 2 }, mangle: true });
  return small ?? '';
}

/** The licences of all that is published, in one file beside it. */
async function writeLicenses() {
  /** @type {readonly (readonly [title: string, file: string])[]} */
  const sources = [
    ['The lesson', 'LICENSE'],
    ['Emscripten and the C++ runtime', 'web/entry/runtime-licenses.txt'],
    ['Lit', 'node_modules/lit/LICENSE'],
    ['STIX Two Math, cut down to the characters of the lesson', 'node_modules/@fontsource/stix-two-math/LICENSE'],
  ];
  const texts = await Promise.all(
    sources.map(async ([title, file]) => `${title}\n\n${(await readFile(path.join(ROOT, file), 'utf8')).trim()}\n`),
  );
  await writeFile(path.join(SITE, 'licenses.txt'), texts.join(`\n${'='.repeat(80)}\n\n`));
}

/**
 * What a module that renders in Node exports.
 * @param {string} source
 * @param {string} glue of the core it renders with
 */
async function nodeModule(source, glue) {
  const outfile = path.join(BUILD, `${path.relative(path.join(ROOT, 'web'), source).replaceAll('/', '-')}.mjs`);
  await esbuild.build({
    ...COMMON,
    entryPoints: [source],
    outfile,
    platform: 'node',
    packages: 'external',
    alias: { '#bce': glue },
    plugins: [styleText],
  });
  // A fresh copy each time: Node keeps modules by their address.
  return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}

/** The address, relative to the page, of the one file of dist/site with such a name. @param {RegExp} name */
async function published(name) {
  const found = (await readdir(SITE)).find((entry) => name.test(entry));
  if (!found) throw new Error(`dist/site has no file like ${name}`);
  return `./${found}`;
}

/** What every page needs. */
const pageFiles = async () => ({
  pageStyles: await published(/^page\.css$/),
  font: await published(/^math-.*\.woff2$/),
  icon: await published(/^icon\.svg$/),
});

/** For an edition that has more to build. Handed to it: it cannot import what is still at work. */
export const TOOLS = { COMMON, PLUGINS, bundleScript, bundleStyles, nodeModule, pageFiles, published, drawn };
/** @typedef {typeof TOOLS} Tools */

/** The module that renders the pages, at work. @returns {Promise<typeof import('../prerender/page.js')>} */
export async function prerender() {
  const glue = path.join(ROOT, 'build/wasm/wasm/bce.mjs');
  const rendered = await nodeModule(path.join(ROOT, 'web/prerender/page.ts'), glue);
  await rendered.start(await readFile(glue.replace(/mjs$/, 'wasm')));
  return rendered;
}

/** What the guide says of this build. */
const guideFacts = () => {
  const folder = 'https://example.org/bce/';
  const lines = (/** @type {Readonly<Record<string, string>>} */ directives) =>
    written(directives).replaceAll('; ', ';\n');
  return {
    policy: { site: lines(DIRECTIVES), element: lines(forElement(folder)), frame: lines(forFrame(folder)) },
    hash: integrities(SITE)['bce-lesson.js'] ?? '',
  };
};

/**
 * Writes the page of every locale, the guide, its picture and what stands in a frame; what they lead to is in dist/site.
 * @param {string} folder
 * @param {string} [address] of the folder that will be published, with which pages can say where they are
 */
export async function writePages(folder, address) {
  const { embedFile, embedPage, GUIDE, guidePage, LOCALES, oembedFile, oembedOf, page, pageFile, picture, WIDTH } =
    await prerender();
  const shared = {
    ...(await pageFiles()),
    script: await published(/^bce-lesson\.js$/),
    lessonStyles: await published(/^lesson\.css$/),
    wasm: await published(/^bce-[^-]*\.wasm$/),
    pageScript: await published(/^page\.js$/),
    embedStyles: await published(/^embed\.css$/),
    embedScript: await published(/^embed\.js$/),
  };
  const guideFiles = {
    ...shared,
    text: await published(/^content-en-lesson-.*\.js$/),
    guideStyles: await published(/^guide\.css$/),
    guideScript: await published(/^guide\.js$/),
    frameScript: await published(/^bce-frame\.js$/),
  };
  const tables = tablesOf(describe({ study: false }).manifest);
  await writeFile(path.join(folder, GUIDE), await guidePage(guideFiles, tables, guideFacts(), address));
  for (const locale of LOCALES) {
    const preview = `preview-${locale}.png`;
    await writeFile(path.join(folder, preview), await drawn(picture(locale), WIDTH, BUILD));
    const text = await published(new RegExp(`^content-${locale}-lesson-.*\\.js$`));
    const document = await page(locale, { ...shared, text, picture: `./${preview}` }, address);
    await writeFile(path.join(folder, pageFile(locale)), document);
    await writeFile(path.join(folder, embedFile(locale)), await embedPage(locale, { ...shared, text }, address));
    if (!address) continue;
    const response = oembedOf(locale, `./${preview}`, address);
    await writeFile(path.join(folder, oembedFile(locale)), `${JSON.stringify(response, null, 2)}\n`);
  }
}

/** @param {string} name @param {Record<string, string>} hashes */
const writeIntegrity = (name, hashes) => writeFile(path.join(SITE, name), `${JSON.stringify(hashes, null, 2)}\n`);

/** The address that the site will have, from SITE_URL: its folder's. */
function siteAddress() {
  const given = process.env['SITE_URL'];
  if (!given) return undefined;
  if (!/^https?:/.test(given) || !URL.canParse(given)) throw new Error(`SITE_URL is no web address: ${given}`);
  return given.replace(/\/?$/, '/');
}

/** @param {{ log?: (line: string) => void }} [options] */
export async function build({ log = () => {} } = {}) {
  log('core: C++ to WebAssembly');
  await buildCore();
  await rm(SITE, { recursive: true, force: true });
  await mkdir(SITE, { recursive: true });
  await mkdir(BUILD, { recursive: true });
  log('font');
  await writeFile(path.join(BUILD, 'math.woff2'), await mathFont());
  log('script and styles');
  for (const entry of ENTRIES) await bundleScript(path.join(ROOT, 'web/entry', `${entry}.ts`), 'entry');
  for (const name of ['page', 'guide']) await bundleScript(path.join(ROOT, `web/entry/${name}.ts`), 'entry');
  for (const name of SCRIPTS) await bundleScript(path.join(ROOT, `web/entry/${name}.ts`), 'script');
  for (const name of ['lesson', 'page', 'embed', 'guide'])
    await writeFile(path.join(SITE, `${name}.css`), await bundleStyles(path.join(ROOT, `web/styles/${name}.css`)));
  await cp(path.join(ROOT, 'web/entry/icon.svg'), path.join(SITE, 'icon.svg'));
  await writeLicenses();
  log('pages');
  await writePages(SITE, siteAddress());
  const hashes = integrities(SITE);
  await writeIntegrity('integrity.json', hashes);
  // The study edition, which may be missing: nothing public needs it.
  const study = path.join(ROOT, 'web/study/build.mjs');
  if (existsSync(study)) {
    log('study edition');
    const { buildStudy } = await import(pathToFileURL(study).href);
    await buildStudy({ root: ROOT, site: SITE, locale: STUDY_LOCALE }, TOOLS);
    const added = Object.entries(integrities(SITE)).filter(([file]) => !(file in hashes));
    await writeIntegrity('study-integrity.json', Object.fromEntries(added));
  }
  log('package');
  await writePackage(bundleScript);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await build({ log: (line) => console.log(line) });
  } catch (error) {
    const failure = /** @type {{ cmd?: string, stdout?: string, stderr?: string }} */ (error);
    if (failure.cmd) console.error(`$ ${failure.cmd}\n${failure.stdout ?? ''}${failure.stderr ?? ''}`);
    else console.error(error);
    process.exitCode = 1;
  }
}
