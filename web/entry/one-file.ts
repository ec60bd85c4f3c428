/** The script of the lesson as one file. It is handed the bytes of the core, by unpack.ts, and fetches nothing. */
// First, because it prepares Lit to take over what was prerendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import text from '#text';
import { BceDerivation } from '../elements/bce-derivation.js';
import { BceGraph } from '../elements/bce-graph.js';
import { BceLesson } from '../elements/bce-lesson.js';
import { BcePractice } from '../elements/bce-practice.js';
import { define, locateCore } from '../elements/lesson-element.js';
import { cores, createCore } from '../engine/load.js';
import { locateTexts } from '../engine/texts.js';

declare const core: Uint8Array;

// Where others have the address of a file, it has been started already.
const here = new URL('#core', document.baseURI);
const starting = createCore(core);
cores().set(here.href, starting);
starting.catch(() => undefined);
locateCore(here, () => undefined);

// The language of the file, whatever is asked for.
locateTexts(() => Promise.resolve({ default: text }));

define('bce-lesson', BceLesson);
define('bce-graph', BceGraph);
define('bce-practice', BcePractice);
define('bce-derivation', BceDerivation);
