/**
 * What each file of dist/site weighs, and each script that only dist/package has; the record of it, and what it may
 * weigh. Bytes; kB are 1000.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { emscriptenVersion } from './setup.mjs';
import { ROOT, Stop } from './steps.mjs';

const SITE = join(ROOT, 'dist/site');
const PACKAGE = join(ROOT, 'dist/package');
const RECORD = join(ROOT, 'tests/architecture/sizes.json');

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size */
/** @typedef {Record<string, Size>} Sizes by file name without the hash of its content */
/** @typedef {{ emscripten: string | null, zlib: string | undefined, brotli: string | undefined }} MadeWith */
/** @typedef {{ madeWith: MadeWith, files: Sizes }} SizeRecord */

/** "assets/bce-AB12CD34.wasm" is "assets/bce.wasm": esbuild's hashes are eight capitals and digits. @param {string} file */
export const withoutHash = (file) => file.replace(/[-.][0-9A-Z]{8}(?=\.)/g, '');

/** @param {Buffer} bytes @returns {Size} */
const sizeOf = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

/** @param {string} folder */
const filesBelow = (folder) => {
  if (!existsSync(folder)) throw new Stop('dist is not all there yet: npm run build');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
};

/** The sizes of what was built last. @returns {Sizes} */
export const measure = () => {
  const site = filesBelow(SITE);
  const packed = filesBelow(PACKAGE).filter((file) => file.endsWith('.js') && !site.includes(file));
  return Object.fromEntries([
    ...site.map((file) => [withoutHash(file), sizeOf(readFileSync(join(SITE, file)))]),
    ...packed.map((file) => [`package/${withoutHash(file)}`, sizeOf(readFileSync(join(PACKAGE, file)))]),
  ]);
};

/** What the bytes depend on beside the sources. @returns {Promise<MadeWith>} */
export const madeWith = async () => ({
  emscripten: await emscriptenVersion(),
  zlib: process.versions.zlib,
  brotli: process.versions.brotli,
});

/** @returns {SizeRecord | null} */
export const recorded = () => (existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : null);

export const record = async () => {
  /** @type {SizeRecord} */
  const now = { madeWith: await madeWith(), files: measure() };
  writeFileSync(RECORD, `${JSON.stringify(now, null, 2)}\n`);
};

/** What is over the wire, by brotli; every file of which the name fits counts. */
export const BUDGETS = [
  { what: 'public wasm', files: /(^|\/)bce\.wasm$/, most: 27_500 },
  // The styles are in the script; the text is one locale's.
  {
    what: '<bce-lesson>: script, text, wasm',
    files: /^(bce-lesson\.js|content-en-lesson\.js|bce\.wasm)$/,
    most: 78_500,
  },
  { what: '<bce-graph> alone', files: /^(bce-graph\.js|content-en-graph\.js|bce\.wasm)$/, most: 57_000 },
  { what: '<bce-practice> alone', files: /^(bce-practice\.js|content-en-practice\.js|bce\.wasm)$/, most: 51_500 },
  { what: '<bce-derivation> alone', files: /^(bce-derivation\.js|content-en-derivation\.js|bce\.wasm)$/, most: 55_500 },
  { what: 'the core alone', files: /^(package\/core\.js|bce\.wasm)$/, most: 33_500 },
  { what: 'xAPI statements', files: /^bce-xapi\.js$/, most: 1_800 },
  { what: 'what keeps the work, where a host asks for it', files: /^elements-keep\.js$/, most: 2_600 },
  { what: 'math font', files: /math[^/]*\.woff2$/, most: 8_000 },
  { what: 'the page, prerendered', files: /^index\.html$/, most: 30_000 },
  { what: 'the page in Spanish', files: /^es\.html$/, most: 30_000 },
  { what: 'what the page has around the lesson', files: /^(page|elements-offline)\.js$/, most: 1_000 },
  // Fetched when all else is there, by our own page alone; most of it is Workbox.
  { what: 'what keeps the page for when there is no network', files: /^offline\.js$/, most: 7_000 },
  { what: 'the guide, prerendered', files: /^guide\.html$/, most: 20_000 },
  { what: 'what the guide has around it', files: /^guide\.(js|css)$/, most: 2_000 },
  {
    what: 'the dialog for embedding, once it is asked for',
    files: /^(elements|content-\w+)-embed[^/]*\.js$/,
    most: 7_500,
  },
  { what: 'the frame, prerendered', files: /^embed\.html$/, most: 13_000 },
  { what: 'the frame in Spanish', files: /^embed-es\.html$/, most: 13_000 },
  { what: 'the script in the frame', files: /^embed\.js$/, most: 2_200 },
  { what: 'the script around the frame', files: /^bce-frame\.js$/, most: 1_000 },
];

/**
 * How much each budget has taken up.
 * @param {Sizes} sizes
 */
export const spent = (sizes) =>
  BUDGETS.map(({ what, files, most }) => {
    const counted = Object.keys(sizes).filter((file) => files.test(file));
    return { what, most, counted, bytes: counted.reduce((sum, file) => sum + (sizes[file]?.brotli ?? 0), 0) };
  });
