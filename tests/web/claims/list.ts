/** The claims as a page to read. */
import { resolveConfig, format } from 'prettier';
import { fileURLToPath } from 'node:url';
import en from '../../../web/content/en/lesson.js';
import { valueText } from '../../../web/views/prose.js';
import { core } from '../../wasm/core.js';
import type { Claim, Claims } from './claim.js';
import { derivation } from './derivation.js';
import { graph } from './graph.js';
import { lesson } from './lesson.js';
import { page } from './page.js';
import { practice } from './practice.js';

export const LIST = new URL('./README.md', import.meta.url);

export const PARTS: readonly (readonly [title: string, claims: Claims])[] = [
  ['The lesson’s text', lesson],
  ['The graph', graph],
  ['The practice problem', practice],
  ['The derivation', derivation],
  ['Around the lesson', page],
];

const INTRODUCTION = `# What the lesson claims, and how each claim is verified

Written by \`npm run claims\` from the tables beside this file; a test keeps it equal to them, them equal to the
English text, word for word, and runs every check. The other languages are held to the same formulas and numbers.

- **Checked**: arithmetic of the test’s own (whole numbers with sixty decimal places), sampling, or the state of
  an element, against the core that the page runs.
- **Tested**: a test does what the sentence says.
- **Argued**: it follows in one line.
- **Cited**: the source says so.

Names of controls, headings, questions and instructions claim nothing; the tables list them with that reason.
`;

/** The section of the page that a text stands in. */
function placeOf(path: string): string {
  const [first = '', second = ''] = path.split('.');
  const section =
    { graphSection: 'graph', symbols: 'symbols', questions: 'questions', sources: 'sources' }[first] ?? second;
  return first === 'sections' || section !== second ? en.headings[section as keyof typeof en.headings] : '';
}

/** As the page shows it, with the values in their places. */
const shown = (says: string): string =>
  says.replace(/\{([^}]+)\}/g, (mark, formula: string) =>
    formula === 'solution' ? mark : valueText(formula, { core, text: en, live: true }),
  );

/** What a sentence stands on. */
function verification(claim: Claim): string {
  switch (claim.by) {
    case 'check':
      return `**Checked.** ${claim.how}${claim.source ? ` **Cited.** ${claim.source}` : ''}`;
    case 'test':
      return `**Tested.** ${claim.file}: “${claim.title}”`;
    case 'argument':
      return `**Argued.** ${claim.how}`;
    case 'source':
      return `**Cited.** ${claim.how}`;
    case 'no claim':
      return `No claim. ${claim.how}`;
  }
}

export async function list(): Promise<string> {
  const parts = PARTS.map(([title, claims]) => {
    let place = '';
    const rows = Object.entries(claims).flatMap(([path, parts]) => {
      const made = parts.filter(({ by }) => by !== 'no claim');
      const heading = title === PARTS[0]?.[0] && made.length > 0 ? placeOf(path) : place;
      const lines = made.map((claim) => `1. “${shown(claim.says)}”\n   ${verification(claim)}`);
      if (heading === place) return lines;
      place = heading;
      return [`\n### ${heading}\n`, ...lines];
    });
    return `## ${title}\n\n${rows.join('\n')}`;
  });
  const options = await resolveConfig(fileURLToPath(LIST));
  return format([INTRODUCTION, ...parts].join('\n\n'), { ...options, parser: 'markdown' });
}
