/** The works that the lesson stands on, as their title pages have them: in no language but their own. */

export interface Reference {
  authors: readonly string[];
  title: string;
  /** What it appeared in, with volume, number and pages. */
  within?: string;
  publisher?: string;
  year?: number;
  /** What names it for ever: an ISBN or a DOI. */
  identifier?: string;
  href: string;
  kind: 'Book' | 'ScholarlyArticle' | 'WebPage';
}

export const REFERENCES = {
  cross_entropy: {
    authors: [],
    title: 'Cross-entropy',
    within: 'Wikipedia',
    href: 'https://en.wikipedia.org/wiki/Cross-entropy',
    kind: 'WebPage',
  },
  deep_learning: {
    authors: ['Ian Goodfellow', 'Yoshua Bengio', 'Aaron Courville'],
    title: 'Deep Learning',
    publisher: 'MIT Press',
    year: 2016,
    identifier: 'ISBN 978-0-262-03561-3',
    href: 'https://www.deeplearningbook.org/',
    kind: 'Book',
  },
  pattern_recognition: {
    authors: ['Christopher M. Bishop'],
    title: 'Pattern Recognition and Machine Learning',
    publisher: 'Springer',
    year: 2006,
    identifier: 'ISBN 978-0-387-31073-2',
    href: 'https://link.springer.com/book/9780387310732',
    kind: 'Book',
  },
  proper_scoring: {
    authors: ['Tilmann Gneiting', 'Adrian E. Raftery'],
    title: 'Strictly Proper Scoring Rules, Prediction, and Estimation',
    within: 'Journal of the American Statistical Association 102 (477), 359–378',
    year: 2007,
    identifier: 'DOI 10.1198/016214506000001437',
    href: 'https://doi.org/10.1198/016214506000001437',
    kind: 'ScholarlyArticle',
  },
} as const satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof REFERENCES;
