/** The core on its own, for a script that needs no elements. Its file lies beside this one. */
import wasmFile from '#bce.wasm';
import type { CoreModule } from '../../wasm/contract/core.js';
import { loadCore as load } from '../engine/load.js';

export type * from '../../wasm/contract/core.js';
export { createCore } from '../engine/load.js';
export { valueOf } from '../engine/value.js';

/** The core, fetched and started at the first call. */
export const loadCore = (): Promise<CoreModule> => load(new URL(wasmFile, import.meta.url));
