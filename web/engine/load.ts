/** Starts the core. One instance serves every element of a page. */
import createModule from '#bce';
import type { CoreModule } from '../../wasm/contract/core.js';
import { guard } from './guard.js';
import { tokensFrom } from './tokens.js';

/** A core of its own from the bytes of bce.wasm: for Node and for tests. */
export async function createCore(wasmBinary: Uint8Array): Promise<CoreModule> {
  return guard(await createModule({ wasmBinary, tokens: tokensFrom }));
}

let loading: Promise<CoreModule> | undefined;
let ready: CoreModule | undefined;

/**
 * The page's core. The first call fetches and starts it; a failed start may be tried again.
 * The bytes are compiled from memory, so that a server with the wrong MIME type does no harm.
 */
export function loadCore(url: URL | string): Promise<CoreModule> {
  loading ??= fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      return response.arrayBuffer();
    })
    .then((bytes) => createCore(new Uint8Array(bytes)))
    .then(provideCore)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Makes `core` the one that elements use: the page's own, or Node's while prerendering. */
export function provideCore(core: CoreModule): CoreModule {
  ready = core;
  return core;
}

/** The core, where it has been started. Elements render only then. */
export function core(): CoreModule {
  if (!ready) throw new Error('The core has not been started.');
  return ready;
}

/** Whether core() may be called. */
export const coreReady = (): boolean => ready !== undefined;
