/** <bce-derivation> alone, for a page that has no other part of the lesson. */
import './start.js';
import { BceDerivation } from '../elements/bce-derivation.js';
import { define } from '../elements/lesson-element.js';
import { locateTexts } from '../engine/texts.js';

locateTexts({ en: () => import('../content/en/derivation.js') });

define('bce-derivation', BceDerivation);
