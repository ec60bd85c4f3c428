/** The same core in Node, which fetches no files. */
import { readFile } from 'node:fs/promises';
import wasmFile from '#bce.wasm';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import '../engine/study-core.js';
import { createCore as create } from '../../engine/load.js';

export { valueOf } from '../../engine/value.js';

export const createCore = (wasmBinary: Uint8Array): Promise<StudyModule> => create(wasmBinary) as Promise<StudyModule>;

let core: Promise<StudyModule> | undefined;

/** The core, read and started at the first call. */
export const loadCore = (): Promise<StudyModule> =>
  (core ??= readFile(new URL(wasmFile, import.meta.url)).then(createCore));
