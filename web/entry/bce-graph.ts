/** <bce-graph> alone, for a page that has no other part of the lesson. */
import './start.js';
import { BceGraph } from '../elements/bce-graph.js';
import { define } from '../elements/lesson-element.js';
import { locateTexts } from '../engine/texts.js';

locateTexts((locale) => import(`../content/${locale}/graph.js`));

define('bce-graph', BceGraph);
