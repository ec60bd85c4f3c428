/** The script of the page and of every embed of the whole lesson: all elements, all texts. */
// First, because it prepares Lit to take over what was prerendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './start.js';
import { BceDerivation } from '../elements/bce-derivation.js';
import { BceGraph } from '../elements/bce-graph.js';
import { BceLesson } from '../elements/bce-lesson.js';
import { BcePractice } from '../elements/bce-practice.js';
import { define } from '../elements/lesson-element.js';
import { locateTexts } from '../engine/texts.js';

locateTexts((locale) => import(`../content/${locale}/lesson.js`));

define('bce-lesson', BceLesson);
define('bce-graph', BceGraph);
define('bce-practice', BcePractice);
define('bce-derivation', BceDerivation);
