/** What every entry does first: says where the core is, and brings the font of the formulas. */
import wasmFile from '#bce.wasm';
import fontFile from '#math.woff2';
import { locateCore } from '../elements/lesson-element.js';

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
