/** <bce-derivation> alone, for a page that has no other part of the lesson. */
import './start.js';
import { BceDerivation } from '../elements/bce-derivation.js';
import { define } from '../elements/lesson-element.js';
import { locateTexts } from '../engine/texts.js';

locateTexts((locale) => import(`../content/${locale}/derivation.js`));

define('bce-derivation', BceDerivation);
