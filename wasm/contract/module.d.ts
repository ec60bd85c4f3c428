/** The Emscripten module itself, as the build writes it. Only web/engine imports it. */
import type { CoreModule } from './core.js';

/** Unchecked: what it is given it takes for what the contract says. web/engine/guard.ts checks. */
export type RawModule = CoreModule;

declare const createModule: (options: { wasmBinary: Uint8Array }) => Promise<RawModule>;
export default createModule;
