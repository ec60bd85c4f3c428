/** The core of the study edition as the build made it, for tests that run in Node. */
import { readFile } from 'node:fs/promises';
import type { RawModule } from '../../../wasm/contract/module.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import { guard, guardAlso } from '../../../web/engine/guard.js';
import { UNPACK } from '../../../web/engine/unpack.js';
import { STUDY_SIGNATURES } from '../../../web/study/engine/study-core.js';

const BUILT = new URL('../../../build/wasm/wasm/study/bce-study.mjs', import.meta.url);

const { default: createModule } = (await import(BUILT.href)) as {
  default(options: Parameters<typeof import('#bce').default>[0]): Promise<RawModule>;
};
export const raw = await createModule({
  wasmBinary: await readFile(new URL('bce-study.wasm', BUILT)),
  ...UNPACK,
});

guardAlso(STUDY_SIGNATURES);
export const core = guard(raw) as StudyModule;
