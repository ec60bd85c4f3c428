/** Packs dist/package, installs it into an empty project as anybody would, and builds the hosts with it. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import * as esbuild from 'esbuild';
import { build } from 'vite';
import webpack from 'webpack';
import { APPS, BUILT, INSTALLED, ROOT } from './places.mjs';

/** The empty project with the package in it; offline, because the package stands on nothing else. */
function install() {
  for (const folder of [BUILT, join(APPS, 'node_modules')]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  /** @param {string} cwd @param {readonly string[]} values */
  const npm = (cwd, ...values) => execFileSync('npm', values, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  npm(join(ROOT, 'dist/package'), 'pack', '--pack-destination', BUILT);
  const archives = readdirSync(BUILT).map((name) => join(BUILT, name));
  npm(APPS, 'install', '--offline', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', ...archives);
}

/** Files that are put on a server as they are. */
function withoutBundler() {
  cpSync(join(APPS, 'plain'), join(BUILT, 'plain'), { recursive: true });
  cpSync(INSTALLED, join(BUILT, 'plain/package'), { recursive: true });
}

/** @type {Readonly<Record<string, import('vite').UserConfig>>} */
const WITH_VITE = {
  react: {},
  vue: { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('bce-') } } })] },
  svelte: { plugins: [svelte({ configFile: false })] },
};

/** @param {string} name @param {import('vite').BuildEnvironmentOptions} options @param {import('vite').UserConfig} [more] */
const vite = (name, options, more = {}) =>
  build({
    ...WITH_VITE[name],
    ...more,
    root: join(APPS, name),
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: { emptyOutDir: true, ...options },
  });

/** A page that React has rendered in Node, where the elements are not. */
async function reactServed() {
  const out = join(BUILT, 'react-served');
  const server = join(BUILT, 'react-server');
  await vite('react', { outDir: out, rolldownOptions: { input: join(APPS, 'react/served.html') } });
  const ssr = { outDir: server, ssr: join(APPS, 'react/server.tsx') };
  await vite('react', ssr, { ssr: { noExternal: true } });
  const { render } = await import(pathToFileURL(join(server, 'server.js')).href);
  const page = readFileSync(join(out, 'served.html'), 'utf8').replace('<!--app-->', render());
  writeFileSync(join(out, 'index.html'), page);
}

async function withWebpack() {
  const out = join(BUILT, 'webpack');
  const stats = await promisify(webpack)({
    mode: 'production',
    context: join(APPS, 'bundled'),
    entry: './main.js',
    // It asks for late files by elements of its own, whose addresses it then has to vouch for.
    output: { path: out, filename: 'main.js', trustedTypes: true },
    performance: { hints: false },
  });
  if (!stats || stats.hasErrors() || stats.hasWarnings()) throw new Error(stats?.toString() ?? 'webpack said nothing');
  copyFileSync(join(APPS, 'bundled/webpack.html'), join(out, 'index.html'));
}

/** esbuild leaves addresses of files as they are; the files are put beside what it writes. */
async function withEsbuild() {
  const out = join(BUILT, 'esbuild');
  await esbuild.build({
    entryPoints: [join(APPS, 'bundled/main.js')],
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    logLevel: 'warning',
  });
  const beside = readdirSync(INSTALLED).filter((name) => /\.(wasm|woff2)$/.test(name));
  for (const name of beside) copyFileSync(join(INSTALLED, name), join(out, name));
  copyFileSync(join(APPS, 'bundled/esbuild.html'), join(out, 'index.html'));
}

export default async function prepare() {
  install();
  withoutBundler();
  for (const name of Object.keys(WITH_VITE)) await vite(name, { outDir: join(BUILT, name) });
  await reactServed();
  await withWebpack();
  await withEsbuild();
}
