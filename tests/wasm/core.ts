/** The core as the build made it, for tests that run in Node. */
import { readFile } from 'node:fs/promises';
import { createCore } from '../../web/engine/load.js';

export const WASM = new URL('../../build/wasm/wasm/bce.wasm', import.meta.url);

export const core = await createCore(await readFile(WASM));
