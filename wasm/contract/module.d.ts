/** The Emscripten module itself, as the build writes it. Only web/engine imports it. */
import type { CoreModule, Outcome, PointReading, Token } from './core.js';

/**
 * The functions of the contract, unchecked: what they are given they take for what it says, and a view they
 * take as its sides. web/engine/guard.ts makes a CoreModule of it.
 */
export type RawModule = Readonly<Record<keyof CoreModule, (...values: unknown[]) => Outcome<unknown, string>>>;

/**
 * `tokens` makes a formula of the codes in which it crosses (wasm/bindings/convert.cpp), `point` a reading of its
 * numbers (wasm/bindings/graph.cpp); they are gone when it returns.
 */
declare const createModule: (options: {
  wasmBinary: Uint8Array;
  tokens(codes: Float64Array): readonly Token[];
  point(numbers: Float64Array): PointReading;
}) => Promise<RawModule>;
export default createModule;
