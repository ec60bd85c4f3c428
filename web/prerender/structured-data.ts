/**
 * What the page says of itself to catalogues and search engines, in the vocabulary of schema.org. All
 * of it can be read on the page; the solution of the problem, which the page keeps back, is not here.
 */
import type { Graph } from 'schema-dts';
import { REFERENCES, type Reference } from '../content/references.js';
import type { LessonText, PageText } from '../content/schema.js';
import type { Setting } from '../views/prose.js';
import { plainText } from './plain-text.js';

/** Within the page; whoever reads them puts the page's address in front. */
const [LESSON, PROBLEM] = ['#lesson', '#problem'];

const citation = ({ authors, title, year, href, kind }: Reference) => ({
  '@type': kind,
  name: title,
  url: href,
  ...(authors.length > 0 ? { author: authors.map((name) => ({ '@type': 'Person' as const, name })) } : {}),
  ...(year ? { datePublished: String(year) } : {}),
});

export function structuredData(
  setting: Setting<LessonText>,
  page: PageText,
  { url, picture }: { url: string | undefined; picture: string },
): Graph {
  const { text } = setting;
  const plain = (prose: string) => plainText(prose, setting);
  const where = url ? { url } : {};
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'LearningResource',
        '@id': LESSON,
        ...where,
        name: plain(text.title),
        headline: page.title,
        description: page.description,
        image: picture,
        inLanguage: text.locale,
        learningResourceType: page.learning.kind,
        educationalLevel: page.learning.level,
        interactivityType: 'mixed',
        teaches: page.learning.teaches,
        isAccessibleForFree: true,
        hasPart: { '@id': PROBLEM },
        citation: Object.values(REFERENCES).map(citation),
      },
      {
        '@type': 'Quiz',
        '@id': PROBLEM,
        name: plain(text.headings.practice),
        about: plain(text.title),
        inLanguage: text.locale,
        isPartOf: { '@id': LESSON },
        hasPart: {
          '@type': 'Question',
          name: plain(text.practice.ask),
          text: `${plain(text.practice.problem)} ${plain(text.practice.ask)}`,
          comment: text.practice.hints.map((hint) => ({ '@type': 'Comment' as const, text: plain(hint) })),
        },
      },
      {
        '@type': 'FAQPage',
        '@id': '#questions',
        ...where,
        name: plain(text.headings.questions),
        inLanguage: text.locale,
        isPartOf: { '@id': LESSON },
        mainEntity: text.questions.map(([question, answer]) => ({
          '@type': 'Question' as const,
          name: plain(question),
          acceptedAnswer: { '@type': 'Answer' as const, text: plain(answer) },
        })),
      },
    ],
  };
}
