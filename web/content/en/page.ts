import type { PageText } from '../schema.js';

export default {
  title: 'Binary cross-entropy (log loss): an interactive lesson',
  description:
    'See, try and derive binary cross-entropy: a loss graph you can move, a practice problem that understands your answer, and a derivation that runs on your own numbers.',
  language: 'English',
  territory: 'en_US',
  languages: 'Languages',
  embed: 'Embed this',
  embedFailed: 'What makes the code could not be loaded; reload the page to try again.',
  update: 'A newer version of this page is here. What you have typed here is lost when it loads.',
  updateNow: 'Load it now',
  guide: 'For publishers',
  learning: {
    kind: ['Lesson', 'Interactive simulation', 'Practice problem'],
    level: 'Higher education',
    teaches: [
      'What binary cross-entropy measures, and when to use it',
      'How to compute the binary cross-entropy of one prediction',
      'How binary cross-entropy follows from maximum likelihood',
      'Why its slope keeps a model learning where the squared error does not',
    ],
  },
} satisfies PageText;
