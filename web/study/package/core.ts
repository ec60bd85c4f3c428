/** The core of the study edition on its own. The build puts its module in the place of the public one. */
import wasmFile from '#bce.wasm';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import '../engine/study-core.js';
import { createCore as create, loadCore as load } from '../../engine/load.js';

export type * from '../../../wasm/contract/core.js';
export type * from '../../../wasm/contract/study/study.js';
export { valueOf } from '../../engine/value.js';

/** A core of its own from the bytes of its file: for Node and for workers. */
export const createCore = (wasmBinary: Uint8Array): Promise<StudyModule> => create(wasmBinary) as Promise<StudyModule>;

/** The core, fetched and started at the first call. */
export const loadCore = (): Promise<StudyModule> => load(new URL(wasmFile, import.meta.url)) as Promise<StudyModule>;
