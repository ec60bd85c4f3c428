/** Of what the page says of itself to those who find and share it. */
import { names, plain, tested, type Claims } from './claim.js';

const BROWSER = 'tests/browser/';

export const page: Claims = {
  'page.title': [plain('Binary cross-entropy (log loss): an interactive lesson', 'A title.')],
  'page.description': [
    tested(
      'See, try and derive binary cross-entropy: a loss graph you can move, a practice problem that understands your answer, and a derivation that runs on your own numbers.',
      'tests/a11y/lesson.spec.ts',
      'the three jobs are done with the keyboard alone, from the top of the page',
    ),
  ],
  ...names('The name of a language or of a place.', {
    'page.language': 'English',
    'page.territory': 'en_US',
    'page.languages': 'Languages',
  }),
  ...names('For catalogues: what kind of thing the page is, and what is taught in it.', {
    'page.learning.kind.0': 'Lesson',
    'page.learning.kind.1': 'Interactive simulation',
    'page.learning.kind.2': 'Practice problem',
    'page.learning.level': 'Higher education',
    'page.learning.teaches.0': 'What binary cross-entropy measures, and when to use it',
    'page.learning.teaches.1': 'How to compute the binary cross-entropy of one prediction',
    'page.learning.teaches.2': 'How binary cross-entropy follows from maximum likelihood',
    'page.learning.teaches.3': 'Why its slope keeps a model learning where the squared error does not',
  }),
  'page.embed': [plain('Embed this', 'Names a button.')],
  'page.guide': [plain('For publishers', 'Names a link.')],
  'page.update': [
    tested(
      'A newer version of this page is here.',
      `${BROWSER}offline.spec.ts`,
      'a new build is told of, goes in when the learner wants it, and never mixes with the old one',
    ),
    plain('What you have typed here is lost when it loads.', 'Says what pressing the button costs.'),
  ],
  'page.updateNow': [plain('Load it now', 'Names a button.')],
  'page.embedFailed': [
    tested(
      'What makes the code could not be loaded;',
      `${BROWSER}embed-dialog.spec.ts`,
      'a sentence says so, and the lesson goes on',
    ),
    plain('reload the page to try again.', 'Asks the reader to do something.'),
  ],
  'failed.still': [
    tested(
      'The moving parts could not be loaded.',
      `${BROWSER}page.spec.ts`,
      'the lesson stays and one sentence says what does not work',
    ),
    tested(
      'The text, the formulas and the graph are complete.',
      `${BROWSER}page.spec.ts`,
      'the lesson stays and one sentence says what does not work',
    ),
  ],
  'failed.bare': [
    tested(
      'This part of the page could not be loaded.',
      `${BROWSER}page.spec.ts`,
      'shows the host’s words where the core is missing, and the lesson once it has come',
    ),
  ],
  'failed.again': [plain('Try again', 'Names a button.')],
  'failed.trying': [plain('Trying again …', 'Says what is under way.')],
};
