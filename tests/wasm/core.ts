/** The core as the build made it, for tests that run in Node. */
import { VIEW_FIELDS, type Kind } from '../../web/engine/guard.js';
import { readFile } from 'node:fs/promises';
import { createCore } from '../../web/engine/load.js';

export const WASM = new URL('../../build/wasm/wasm/bce.wasm', import.meta.url);

export const core = await createCore(await readFile(WASM));

/** As how many arguments these kinds cross: a view as its sides. */
export const argCount = (kinds: readonly Kind[]): number =>
  kinds.flatMap((kind) => (kind === 'view' ? VIEW_FIELDS : [kind])).length;
