/** The script of the study edition. The build puts the study module in the place of the public one. */
// First, because it prepares Lit to take over what was prerendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '../../entry/start.js';
import { define } from '../../elements/lesson-element.js';
import { locateTexts } from '../../engine/texts.js';
import { BceExercises } from '../elements/bce-exercises.js';
import { BceWalkthrough } from '../elements/bce-walkthrough.js';

// In English, whatever is asked for, until there is more.
locateTexts(() => import('../content/en/study.js'));

define('bce-walkthrough', BceWalkthrough);
define('bce-exercises', BceExercises);
