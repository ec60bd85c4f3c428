/** What every entry does first: says where the core is, and the font of the formulas. */
import wasmFile from '#bce.wasm';
import fontFile from '#math.woff2';
import { locateCore } from '../elements/lesson-element.js';

const MATH_FONT = 'BCE Math';

// A font face inside a shadow root has no effect, so the document gets it; the page has it already.
let face = [...document.fonts].find(({ family }) => family.replace(/["']/g, '') === MATH_FONT);
if (!face) {
  face = new FontFace(MATH_FONT, `url(${JSON.stringify(new URL(fontFile, import.meta.url).href)})`, {
    display: 'optional',
  });
  document.fonts.add(face);
}
const font = face;

// The font comes beside the core, so that it is there when the first formula is; without it formulas are set in a
// font of the system.
locateCore(new URL(wasmFile, import.meta.url), () => font.load().catch(() => undefined));
