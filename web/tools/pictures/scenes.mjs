/** What the reference pictures show: every section, and the states in which it looks different. Data alone. */

/**
 * What is done before a picture is taken, in order: a selector, and what to type there, a key to press,
 * or nothing to click. A selector goes into shadow roots.
 * @typedef {readonly [selector: string, what?: { type?: string, press?: string, paste?: string, hover?: true }]} Act
 */
/**
 * @typedef {object} Scene
 * @property {string} name of the file
 * @property {string} [of] the element that is taken; the first screen without it
 * @property {number} width
 * @property {'light' | 'dark' | 'forced'} scheme
 * @property {string} [page] index.html without it
 * @property {boolean} [still] without JavaScript
 * @property {readonly Act[]} [acts]
 */

/** @type {(name: string, of: string | undefined, look: string, more?: Partial<Scene>) => Scene} */
const scene = (name, of, look, more = {}) => {
  const [width = '', scheme = ''] = look.split(' ');
  const taken = {
    name: `${name}-${width}-${scheme}`,
    width: Number(width),
    scheme: /** @type {Scene['scheme']} */ (scheme),
  };
  return { ...taken, ...(of ? { of } : {}), ...more };
};

/** The sections that are text; the others are pictured with their states. */
const TEXT = [
  'overview',
  'when-to-use',
  'why-it-matters',
  'symbols',
  'behaviour',
  'study-cues',
  'applications',
  'tips',
  'mistakes',
  'questions',
  'sources',
];

/** @type {(answer: string) => readonly Act[]} */
const answered = (answer) => [
  ['#answer', { type: answer }],
  ['#answer', { press: 'Enter' }],
];
/** @type {(row: number, column: 1 | 2, text: string) => Act} */
const cell = (row, column, text) => [
  `bce-derivation .data tbody tr[data-row="${row - 1}"] td:nth-of-type(${column}) input`,
  { type: text },
];
/** @type {(what: string) => readonly Act[]} */
const without = (what) => [[`bce-derivation input[value=${what}]`]];
/** @type {(text: string) => Act} */
const pasted = (text) => ['bce-derivation .data input', { paste: text }];

const OPEN_NEXT = '.walk .buttons button:nth-of-type(2)';

/** @type {readonly Scene[]} */
export const SCENES = [
  // The first screen.
  scene('opening', undefined, '360 light'),
  scene('opening', undefined, '768 dark'),
  scene('opening', undefined, '1280 light'),
  scene('opening', undefined, '768 forced'),
  scene('opening-es', undefined, '360 dark', { page: 'es.html' }),
  scene('opening-still', undefined, '768 light', { still: true }),
  scene('opening-term', '.opening', '768 light', { acts: [['.hero [data-part=negative]', { hover: true }]] }),

  ...TEXT.map((id) => scene(id, `section#${id}`, '360 light')),
  ...['overview', 'why-it-matters', 'study-cues', 'tips'].map((id) => scene(id, `section#${id}`, '1280 dark')),
  scene('overview-es', 'section#overview', '360 light', { page: 'es.html' }),
  scene('symbols-pressed', 'section#symbols', '768 light', { acts: [['.symbols button[data-part=p]']] }),
  scene('questions-open', 'section#questions', '360 light', { acts: [['.questions details:nth-of-type(2) summary']] }),
  scene('questions-still', 'section#questions', '768 light', { still: true }),

  // The graph at every width and in every scheme, for it is drawn.
  ...[320, 768, 1280].flatMap((width) =>
    ['light', 'dark', 'forced'].map((scheme) => scene('graph', 'bce-graph', `${width} ${scheme}`)),
  ),
  scene('graph-soft', 'bce-graph .graph', '360 light', {
    acts: [['bce-graph .soft-slider', { press: 'ArrowLeft*35' }]],
  }),
  scene('graph-still', 'bce-graph .graph', '360 light', { still: true }),
  scene('graph-infinite', 'bce-graph .graph', '768 light', {
    acts: [
      ['bce-graph input[value=squared_error], bce-graph .extras label:nth-of-type(2) input'],
      ['bce-graph .extras label:nth-of-type(3) input'],
      ['bce-graph .slider[part]', { press: 'Home' }],
    ],
  }),
  scene('graph-libraries', 'bce-graph .graph', '768 dark', {
    acts: [['bce-graph .extras label:nth-of-type(4) input'], ['bce-graph input[value=logit]']],
  }),
  scene('graph-entry', 'bce-graph .readings', '360 light', {
    acts: [
      ['bce-graph .entry', { type: '85' }],
      ['bce-graph .entry', { press: 'Tab' }],
    ],
  }),

  // The practice problem: what is said of an answer.
  scene('practice', 'bce-practice', '768 light'),
  scene('practice', 'bce-practice', '360 dark'),
  scene('practice-right', 'bce-practice', '360 light', { acts: answered('-ln(0.85)') }),
  scene('practice-right', 'bce-practice', '1280 forced', { acts: answered('0.1625') }),
  scene('practice-near', 'bce-practice', '360 light', { acts: answered('0.164') }),
  scene('practice-turn', 'bce-practice', '360 dark', { acts: answered('log10(0.85)') }),
  scene('practice-unreadable', 'bce-practice', '360 light', { acts: answered('-ln(0.85') }),
  scene('practice-hints', 'bce-practice', '360 light', {
    acts: [['bce-practice .hint:nth-of-type(1) summary'], ['bce-practice .hint:nth-of-type(2) summary']],
  }),
  scene('practice-es', 'bce-practice', '360 light', { page: 'es.html', acts: answered('0,0706') }),
  scene('practice-still', 'bce-practice', '360 light', { still: true }),

  // The derivation, whole once; then what changes.
  scene('derivation', 'bce-derivation', '768 light'),
  scene('derivation', 'bce-derivation', '360 dark'),
  scene('derivation-labels', 'bce-derivation #step-1', '768 light', { acts: without('binary_labels') }),
  scene('derivation-independence', 'bce-derivation #step-1', '360 light', { acts: without('independence') }),
  scene('derivation-wrong', 'bce-derivation #step-2', '768 dark', { acts: without('inner_probabilities') }),
  scene('derivation-right', 'bce-derivation #step-2', '360 light', {
    acts: [...without('inner_probabilities'), cell(2, 2, '0'), cell(1, 2, '1'), ['#step-2 summary', { press: 'Tab' }]],
  }),
  scene('derivation-dropped', 'bce-derivation .assumptions', '360 light', { acts: without('independence') }),
  scene('derivation-underflow', 'bce-derivation #step-1', '360 light', {
    acts: [pasted(Array(12).fill('1\t1e-30').join('\n')), ['bce-derivation .data input', { press: 'Tab' }]],
  }),
  scene('derivation-rows', 'bce-derivation .data', '360 light', {
    acts: [pasted(`label;prediction\n${Array(14).fill('1;0,9').join('\n')}`)],
  }),
  scene('derivation-faults', 'bce-derivation .data', '768 light', {
    acts: [pasted('y\tp\n1\t0.9\nyes\t85\n0\t\n2\t1'), ['bce-derivation .data input', { press: 'Tab' }]],
  }),
  scene('derivation-walk', 'bce-derivation .steps', '360 light', { acts: [[OPEN_NEXT], [OPEN_NEXT]] }),
  scene('derivation-walk-screen', undefined, '360 dark', { acts: [[OPEN_NEXT], [OPEN_NEXT], [OPEN_NEXT]] }),
  scene('derivation-still', 'bce-derivation .data', '360 light', { still: true }),
];

/** Sheets of paper, each page a picture. @type {readonly { name: string, page: string, format: 'A4' | 'Letter' }[]} */
export const SHEETS = [
  { name: 'printed', page: 'index.html', format: 'A4' },
  { name: 'printed-es', page: 'es.html', format: 'Letter' },
];
