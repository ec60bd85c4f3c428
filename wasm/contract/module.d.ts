/** The Emscripten module itself, as the build writes it. Only web/engine imports it. */
import type { CoreModule, Token } from './core.js';

/** Unchecked: what it is given it takes for what the contract says. web/engine/guard.ts checks. */
export type RawModule = CoreModule;

/**
 * `tokens` makes a formula of the codes in which it crosses (kMarks in wasm/bindings/convert.cpp);
 * they are gone when it returns.
 */
declare const createModule: (options: {
  wasmBinary: Uint8Array;
  tokens(codes: Float64Array): readonly Token[];
}) => Promise<RawModule>;
export default createModule;
