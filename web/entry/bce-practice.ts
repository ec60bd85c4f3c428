/** <bce-practice> alone, for a page that has no other part of the lesson. */
import './start.js';
import { BcePractice } from '../elements/bce-practice.js';
import { define } from '../elements/lesson-element.js';
import { locateTexts } from '../engine/texts.js';

locateTexts((locale) => import(`../content/${locale}/practice.js`));

define('bce-practice', BcePractice);
