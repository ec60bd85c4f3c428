/**
 * Writes what npm packs to dist/package: the scripts of dist/site as they are, the core on its own, types,
 * the manifest of the elements, and words on all of it.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, elementsIn, tables, withTables } from './manifest.mjs';
import { elementTypes, importedIn } from './types.mjs';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..');
const SITE = path.join(ROOT, 'dist/site');
const PACKAGE = path.join(ROOT, 'dist/package');
const BUILD = path.join(ROOT, 'build/web');

/** @typedef {import('./build.mjs').Tools['bundleScript']} BundleScript */
/**
 * @typedef {object} Edition
 * @property {Readonly<Record<string, string>>} elements by what is imported, the script that defines them
 * @property {Readonly<Record<string, string>>} scripts by what is imported, the source of a script that defines nothing
 * @property {Readonly<Record<string, { folder: string, alias: Record<string, string> }>>} cores by what is
 *   imported, where its two sources are, and which module it has
 */

/** @type {Edition} */
const PUBLIC = {
  elements: {
    '.': 'bce-lesson.js',
    './graph': 'bce-graph.js',
    './practice': 'bce-practice.js',
    './derivation': 'bce-derivation.js',
  },
  scripts: { './xapi': 'web/entry/bce-xapi.ts' },
  cores: { './core': { folder: 'web/package', alias: {} } },
};

/** Opt-in types, so that nobody needs the packages of a framework that they do not use. */
const FRAMEWORKS = ['react', 'vue', 'svelte'];

/** Stands for what has an effect in a page alone: nothing. */
const NOTHING = './nothing.js';

/** Where elements cannot be: on servers. Before "browser", which some of them take as well. */
const SERVERS = ['edge-light', 'workerd', 'worker'];

/** What a script of dist/site stands on, by the addresses relative to it that it holds. @param {string} script */
async function filesOf(script) {
  /** @type {Set<string>} */
  const found = new Set([script]);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const text = await readFile(path.join(SITE, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/["'`]\.\/([\w-]+\.(?:js|wasm|woff2))["'`]/g)) found.add(name);
  }
  return found;
}

/**
 * The declarations of sources, by TypeScript, with all that they stand on; paths as in the sources.
 * @param {readonly string[]} sources
 * @param {readonly string[]} wanted
 */
async function declare(sources, wanted) {
  const out = path.join(BUILD, 'types');
  const config = path.join(BUILD, 'tsconfig.package.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    rootDir: ROOT,
    outDir: out,
  };
  await rm(out, { recursive: true, force: true });
  const files = sources.map((file) => path.join(ROOT, file));
  await writeFile(
    config,
    JSON.stringify({ extends: path.join(ROOT, 'tsconfig.json'), compilerOptions, files, include: [] }),
  );
  await promisify(execFile)(path.join(ROOT, 'node_modules/.bin/tsc'), ['-p', config, '--pretty', 'false'], {
    cwd: ROOT,
  });
  /** @type {Map<string, string>} */
  const texts = new Map();
  const open = [...wanted];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (texts.has(file)) continue;
    // What is a declaration to begin with, the compiler does not write again.
    const made = path.join(out, file);
    const text = await readFile(existsSync(made) ? made : path.join(ROOT, file), 'utf8');
    texts.set(file, text);
    for (const from of importedIn(text).filter((name) => name.startsWith('.')))
      open.push(path.posix.join(path.posix.dirname(file), from).replace(/\.js$/, '.d.ts'));
  }
  return texts;
}

/** @param {string} file @param {string} text */
async function put(file, text) {
  const target = path.join(PACKAGE, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

/** The edition that may be missing: nothing public needs it. @returns {Promise<Edition | undefined>} */
async function studyEdition() {
  const file = path.join(ROOT, 'web/study/build.mjs');
  return existsSync(file) ? (await import(pathToFileURL(file).href)).studyPackage(ROOT) : undefined;
}

/** @param {string} source */
const typesOf = (source) => `./types/${source.replace(/\.ts$/, '.d.ts')}`;

/**
 * @param {BundleScript} bundleScript
 */
export async function writePackage(bundleScript) {
  await rm(PACKAGE, { recursive: true, force: true });
  await mkdir(PACKAGE, { recursive: true });
  const study = await studyEdition();
  const editions = study ? [PUBLIC, study] : [PUBLIC];
  const elements = Object.assign({}, ...editions.map((edition) => edition.elements));
  const scripts = Object.assign({}, ...editions.map((edition) => edition.scripts));
  const cores = editions.flatMap((edition) => Object.entries(edition.cores));

  /** @type {Record<string, unknown>} */
  const exports = {};
  for (const [name, script] of /** @type {[string, string][]} */ (Object.entries(elements))) {
    for (const file of await filesOf(script)) await cp(path.join(SITE, file), path.join(PACKAGE, file));
    exports[name] = {
      types: `./types/scripts/${script.replace(/\.js$/, '.d.ts')}`,
      ...Object.fromEntries(SERVERS.map((condition) => [condition, NOTHING])),
      browser: `./${script}`,
      node: NOTHING,
      default: `./${script}`,
    };
  }
  for (const [name, source] of /** @type {[string, string][]} */ (Object.entries(scripts))) {
    const script = `${path.basename(source, '.ts')}.js`;
    for (const file of await filesOf(script)) await cp(path.join(SITE, file), path.join(PACKAGE, file));
    exports[name] = { types: typesOf(source), default: `./${script}` };
  }
  for (const [name, { folder, alias }] of cores) {
    /** @param {string} source */
    const bundled = (source) => bundleScript(path.join(ROOT, folder, source), 'entry', alias, PACKAGE);
    const script = await bundled('core.ts');
    exports[name] = {
      types: typesOf(`${folder}/core.ts`),
      browser: `./${script}`,
      node: `./${await bundled('core-node.ts')}`,
      default: `./${script}`,
    };
    const [, file] = /["'`](\.\/[\w-]+\.wasm)["'`]/.exec(await readFile(path.join(PACKAGE, script), 'utf8')) ?? [];
    exports[`${name}.wasm`] = file;
  }
  await put(NOTHING, 'export {};\n');

  const described = describe({ study: study !== undefined });
  const made = elementTypes(described);
  const roots = [...Object.values(scripts), ...cores.map(([, { folder }]) => `${folder}/core.ts`)];
  const needed = Object.values(made)
    .flatMap(importedIn)
    .filter((from) => /^\.\/(web|wasm)\//.test(from))
    .map((from) => from.replace('./', ''));
  const sources = needed
    .map((from) => from.replace(/\.js$/, '.ts'))
    .filter((file) => existsSync(path.join(ROOT, file)));
  const wanted = [...roots, ...needed].map((file) => file.replace(/\.[jt]s$/, '.d.ts'));
  for (const [file, text] of await declare([...roots, ...sources], wanted)) await put(`types/${file}`, text);
  for (const [file, text] of Object.entries(made)) await put(`types/${file}`, text);
  for (const name of FRAMEWORKS) {
    await put(`types/${name}.d.ts`, await readFile(path.join(ROOT, `web/package/${name}.d.ts`), 'utf8'));
    exports[`./${name}`] = { types: `./types/${name}.d.ts`, default: NOTHING };
  }

  await put('custom-elements.json', `${JSON.stringify(described.manifest, null, 2)}\n`);
  exports['./custom-elements.json'] = './custom-elements.json';
  exports['./package.json'] = './package.json';
  // The package's words are about what everybody gets.
  const free = new Set(elementsIn(describe({ study: false }).manifest).map(({ tagName }) => tagName));
  const readme = await readFile(path.join(ROOT, 'web/package/README.md'), 'utf8');
  await put(
    'README.md',
    withTables(
      readme,
      tables(described.manifest, (tag) => free.has(tag)),
    ),
  );
  await cp(path.join(ROOT, 'LICENSE'), path.join(PACKAGE, 'LICENSE'));
  await cp(path.join(SITE, 'licenses.txt'), path.join(PACKAGE, 'licenses.txt'));
  const { name, version, description, license, engines } = JSON.parse(
    await readFile(path.join(ROOT, 'package.json'), 'utf8'),
  );
  const about = {
    name,
    version,
    description,
    keywords: ['binary cross-entropy', 'log loss', 'custom element', 'web component', 'lesson', 'WebAssembly'],
    license,
    type: 'module',
    engines,
    exports,
    types: './types/scripts/bce-lesson.d.ts',
    customElements: 'custom-elements.json',
    sideEffects: Object.values(elements).map((script) => `./${script}`),
  };
  await put('package.json', `${JSON.stringify(about, null, 2)}\n`);
}
