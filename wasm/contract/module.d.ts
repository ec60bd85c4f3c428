/** The Emscripten module itself, as the build writes it. Only web/engine imports it. */
import type { CoreModule, Outcome } from './core.js';

/**
 * The functions of the contract, unchecked: what they are given they take for what it says. A view they
 * take as its sides, and some values they give packed. web/engine/guard.ts makes a CoreModule of it.
 */
export type RawModule = Readonly<Record<keyof CoreModule, (...values: unknown[]) => Outcome<unknown, string>>>;

declare const createModule: (options: { wasmBinary: Uint8Array }) => Promise<RawModule>;
export default createModule;
