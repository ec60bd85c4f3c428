/** The script of the page and of every embed: defines the elements and says where their files are. */
// First, because it prepares Lit to take over what was prerendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import wasmFile from '#bce.wasm';
import fontFile from '#math.woff2';
import { BceDerivation } from '../elements/bce-derivation.js';
import { BceGraph } from '../elements/bce-graph.js';
import { BceLesson } from '../elements/bce-lesson.js';
import { BcePractice } from '../elements/bce-practice.js';
import { define, locateCore } from '../elements/lesson-element.js';

const MATH_FONT = 'BCE Math';

locateCore(new URL(wasmFile, import.meta.url));

// A font face inside a shadow root has no effect, so the document gets it; the page has it already.
if (![...document.fonts].some((face) => face.family.replace(/["']/g, '') === MATH_FONT)) {
  const face = new FontFace(MATH_FONT, `url(${JSON.stringify(new URL(fontFile, import.meta.url).href)})`, {
    display: 'optional',
  });
  document.fonts.add(face);
  // Now, beside the core, so that it is there when the first formula is; without it formulas are
  // set in a font of the system.
  face.load().catch(() => undefined);
}

define('bce-lesson', BceLesson);
define('bce-graph', BceGraph);
define('bce-practice', BcePractice);
define('bce-derivation', BceDerivation);
