/** The same core in Node, which fetches no files. */
import { readFile } from 'node:fs/promises';
import wasmFile from '#bce.wasm';
import type { CoreModule } from '../../wasm/contract/core.js';
import { createCore } from '../engine/load.js';

export { createCore } from '../engine/load.js';
export { valueOf } from '../engine/value.js';

let core: Promise<CoreModule> | undefined;

/** The core, read and started at the first call. */
export const loadCore = (): Promise<CoreModule> =>
  (core ??= readFile(new URL(wasmFile, import.meta.url)).then(createCore));
