/** Starts the core. One instance serves every element of a page. */
import createModule from '#bce';
import type { CoreModule } from '../../wasm/contract/core.js';
import { guard } from './guard.js';
import { UNPACK } from './unpack.js';

/** A core of its own from the bytes of bce.wasm: for Node and for tests. `lost` is called where it fails for good. */
export async function createCore(wasmBinary: Uint8Array, lost?: () => void): Promise<CoreModule> {
  return guard(await createModule({ wasmBinary, ...UNPACK }), lost);
}

/** The cores of a page, started or starting, by the address of their file. */
export type Cores = Map<string, Promise<CoreModule>>;

let shared: Cores = new Map();
let ready: CoreModule | undefined;

/** What another script of ours on the page may share. */
export const cores = (): Cores => shared;

/**
 * Takes part in the cores of a script that was there before. The name of the file holds a hash of what is
 * in it, so two versions of the lesson never meet in one core.
 */
export function shareCores(others: Cores): void {
  shared = others;
}

/**
 * The page's core. The first call fetches and starts it; a failed start may be tried again.
 * The bytes are compiled from memory, so that a server with the wrong MIME type does no harm.
 */
export async function loadCore({ href }: URL): Promise<CoreModule> {
  let starting = shared.get(href);
  if (!starting) {
    const forget = () => shared.delete(href);
    starting = fetch(href).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} for ${href}`);
      return createCore(new Uint8Array(await response.arrayBuffer()), forget);
    });
    shared.set(href, starting);
    starting.catch(forget);
  }
  const core = await starting;
  provideCore(core);
  return core;
}

/** Makes `core` the one that elements use: the page's own, or Node's while prerendering. */
export function provideCore(core: CoreModule): void {
  ready = core;
}

/** The core, where it has been started. Elements render only then. */
export function core(): CoreModule {
  if (!ready) throw new Error('The core has not been started.');
  return ready;
}

/** Whether core() may be called. */
export const coreReady = (): boolean => ready !== undefined;
