/**
 * What every script of the study edition stands on, in one file beside them. esbuild's own splitting makes a file for
 * each set of scripts that something is used by, a dozen to begin with, and the order in which they run is not that of
 * the imports; here is one file, in the order that study-shared.ts says, and each place adds one of its own.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** @typedef {import('../tools/build.mjs').Tools} Tools */
/** @typedef {import('esbuild').Plugin} Plugin */

/** The modules that a script stands on, and what each exports. @param {string} entry @param {Record<string, string>} alias @param {Tools} tools */
async function reached(entry, alias, { COMMON, PLUGINS }) {
  const common = { ...COMMON, alias, plugins: [...PLUGINS, laterIsOutside], write: false, metafile: true };
  // Where packages lie elsewhere, behind a link, the way to them leads out of the root.
  const located = (/** @type {string} */ file) => path.resolve(COMMON.absWorkingDir ?? '', file);
  const whole = await esbuild.build({ ...common, entryPoints: [entry], outdir: 'nowhere' });
  const inputs = Object.keys(whole.metafile?.inputs ?? {}).filter((file) => /\.(ts|js|css)$/.test(file));
  const files = inputs.map(located).filter((file) => file !== entry);
  const each = await esbuild.build({ ...common, entryPoints: files, splitting: true, outdir: 'nowhere' });
  const outputs = Object.values(each.metafile?.outputs ?? {});
  return new Map(
    files.map((file) => {
      const output = outputs.find(({ entryPoint }) => entryPoint && located(entryPoint) === file);
      return /** @type {const} */ ([file, output?.exports ?? []]);
    }),
  );
}

/** What is asked for later is no part of what is there. @type {Plugin} */
const laterIsOutside = {
  name: 'later-is-outside',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/**
 * Writes the file, and gives the plugin by which other scripts take from it what is in it.
 * @param {string} entry
 * @param {Record<string, string>} alias
 * @param {Tools} tools
 * @param {{ folder?: string, policy: string }} options
 */
export async function shareFrom(entry, alias, tools, { folder, policy }) {
  const modules = await reached(entry, alias, tools);
  const files = [...modules.keys()];
  /** One name for each export of each module. @param {string} file @param {string} name */
  const known = (file, name) => `${name}_${files.indexOf(file)}`;
  /** @param {string} from @param {string} file @param {(name: string) => string} line */
  const exporting = (from, file, line) =>
    `export { ${(modules.get(file) ?? []).map(line).join(', ')} } from ${JSON.stringify(from)};`;

  /** @type {Plugin} */
  const gives = {
    name: 'gives',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) =>
        path === entry
          ? {
              contents: [
                await readFile(path, 'utf8'),
                ...files.map((file) => exporting(file, file, (name) => `${name} as ${known(file, name)}`)),
              ].join('\n'),
              loader: 'ts',
            }
          : undefined,
      );
    },
  };
  const file = `./${await tools.bundleScript(entry, 'late', alias, folder, { plugins: [gives], policy })}`;

  /** @type {Plugin} */
  const takes = {
    name: 'takes',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, kind, pluginData, ...from }) => {
        if (from.namespace === 'shared') return { path, external: true };
        if (kind !== 'import-statement' || pluginData === takes) return undefined;
        const found = await build.resolve(path, { ...from, kind, pluginData: takes });
        if (found.path === entry) return { path: file, external: true };
        // By number: what a file is called comes from what is in it and from such paths, and is the same in any folder.
        return modules.has(found.path) ? { path: `${files.indexOf(found.path)}`, namespace: 'shared' } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'shared' }, (of) => {
        const source = files[Number(of.path)] ?? '';
        return { contents: exporting(file, source, (name) => `${known(source, name)} as ${name}`), loader: 'js' };
      });
    },
  };
  return { file, takes };
}
