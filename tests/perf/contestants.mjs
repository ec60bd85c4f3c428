/** The graph in several libraries and ours: how each is built, served, grabbed and read. */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROOT } from '../../web/tools/steps.mjs';

/** The script that a host page loads for the graph alone. */
const OUR_SCRIPT = 'bce-graph.js';

const SITE = join(ROOT, 'dist/site');
const RIVALS = join(ROOT, 'tests/perf/rivals');

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} path of its page on our server
 * @property {string | undefined} grip what is dragged; a page without one is only moved over
 * @property {string} across what the grip is dragged over, from left to right
 * @property {readonly string[]} readings what changes as the point moves, the first at each move; fields by their value, circles by their place
 * @property {readonly string[]} wakes the elements that have to be ready; `document` for a rival
 */

/** @type {(name: string, file: string, grip: string) => Contestant} */
const rival = (name, file, grip) => ({
  name,
  path: `/${file.replace(/\.\w+$/, '')}/`,
  grip,
  across: grip === CANVAS ? '.u-over, canvas' : '#graph, .MafsView',
  readings: ['#p', '#loss'],
  wakes: ['document'],
});
const CANVAS = 'canvas';

const POINT = {
  grip: 'bce-graph .dot',
  across: 'bce-graph .plot',
  // The words follow at their own pace.
  readings: ['bce-graph .dot', 'bce-graph .readings .main dd'],
};
const SOFT_LABEL = {
  grip: 'bce-graph .soft-slider',
  across: 'bce-graph .soft-slider',
  readings: ['bce-graph .soft-slider', 'bce-graph .readings .main dd'],
};
/** @type {(name: string, state: string, what?: typeof POINT) => Contestant} */
const ours = (name, state, what = POINT) => ({
  name,
  path: `/ours/graph.html#p=0.7&show=tangent&${state}`,
  ...what,
  wakes: ['bce-graph'],
});

/** @type {Contestant} */
export const EMPTY = { name: 'empty page', path: '/empty/', grip: undefined, across: 'body', readings: [], wakes: [] };
export const PLAIN = rival('plain', 'plain.mjs', '.point');
const D3 = rival('D3 modules', 'd3.mjs', '.point');
const OTHERS = [
  rival('uPlot', 'uplot.mjs', CANVAS),
  rival('Chart.js', 'chartjs.mjs', CANVAS),
  rival('Mafs + React', 'mafs.jsx', '.mafs-movable-point'),
  rival('JSXGraph', 'jsxgraph.mjs', '#graph ellipse:visible'),
];
export const GRAPH = ours('ours', 'y=1');
/** @type {Contestant} */
export const LESSON = {
  name: 'our whole lesson',
  path: '/ours/index.html#p=0.7&show=tangent&y=1',
  ...POINT,
  wakes: ['bce-lesson', 'bce-graph', 'bce-practice', 'bce-derivation'],
};

/** Those that are loaded and weighed; more of ours are moved. */
export const PAGES = [EMPTY, PLAIN, D3, ...OTHERS, GRAPH, LESSON];
export const MOVED = [
  EMPTY,
  PLAIN,
  D3,
  ...OTHERS,
  GRAPH,
  ours('ours, logit axis', 'y=1&axis=logit'),
  ours('ours, soft label', 'y=0.3'),
  ours('ours, logit axis, soft label', 'y=0.3&axis=logit'),
  LESSON,
  ours('ours, moving y', 'y=0.5', SOFT_LABEL),
];

/** @type {(title: string, head: string, body: string) => string} */
const document = (title, head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** Every file of every contestant by its path. @returns {Promise<Map<string, Buffer>>} */
const files = async () => {
  const { build } = await import('esbuild');
  /** @type {Map<string, Buffer>} */
  const found = new Map();
  const sources = readdirSync(RIVALS).filter((file) => /^(?!shared).*\.(mjs|jsx)$/.test(file));
  const result = await build({
    absWorkingDir: RIVALS,
    entryPoints: sources.map((file) => ({ in: file, out: `${file.replace(/\.\w+$/, '')}/main` })),
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.png': 'dataurl' },
    plugins: [
      {
        // Mafs can set formulas with KaTeX, which nobody uses here and which twice outweighs Mafs.
        name: 'without-katex',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^katex$/ }, () => ({ path: 'katex', namespace: 'none' }));
          onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {}' }));
        },
      },
    ],
  });
  for (const { path, contents } of result.outputFiles) found.set(path, Buffer.from(contents));
  for (const file of sources) {
    const folder = `/${file.replace(/\.\w+$/, '')}/`;
    const place = file.startsWith('mafs')
      ? '<div id="app"></div>'
      : `<div id="graph"></div><p>p = <output id="p"></output>, L = <output id="loss"></output>
<button type="button" id="label">y = 1</button></p>`;
    const head = '<link rel="stylesheet" href="main.css"><script type="module" src="main.js"></script>';
    found.set(`${folder}index.html`, Buffer.from(document(folder, head, place)));
  }
  for (const entry of readdirSync(SITE, { withFileTypes: true }))
    if (entry.isFile()) found.set(`/ours/${entry.name}`, readFileSync(join(SITE, entry.name)));
  const script = `<script type="module" src="${OUR_SCRIPT}"></script>`;
  const graph = '<div style="max-width: 640px"><bce-graph link></bce-graph></div>';
  found.set('/ours/graph.html', Buffer.from(document('ours', script, graph)));
  found.set('/empty/index.html', Buffer.from(document('empty', '', '<p>An empty page.</p>')));
  return found;
};

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

/** Serves all of them, compressed as hard as a host would; `weights` are the bytes that are sent. */
export const serve = async () => {
  const packed = new Map(
    [...(await files())].map(([path, raw]) => {
      const woff = extname(path) === '.woff2';
      return [path, { body: woff ? raw : brotliCompressSync(raw), encoding: woff ? 'identity' : 'br' }];
    }),
  );
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html');
    const file = packed.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Encoding': file.encoding,
      'Content-Length': file.body.length,
      'Cache-Control': 'no-cache',
    });
    response.end(file.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    weights: new Map([...packed].map(([path, { body }]) => [path, body.length])),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
