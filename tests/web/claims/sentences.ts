/** Every text of the English lesson with the way to it. */
import en from '../../../web/content/en/lesson.js';
import page from '../../../web/content/en/page.js';
import { FAILED } from '../../../web/content/locales.js';

type Texts = [path: string, text: string][];

/** For each name that is asked for: the name, in brackets; unless it is one of `known`. */
const told = (known: Readonly<Record<string, string>> = {}) =>
  new Proxy({}, { get: (_, name) => (String(name) in known ? known[String(name)] : `⟨${String(name)}⟩`) });

/** Texts that say different things of different numbers: what each is told, by what it then is called. */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'graph.sentenceInfinite': { hard: told({ y: '0' }), soft: told() },
  'practice.attempts': { one: 1, more: 2 },
  'practice.unreadable.missing_operand': { after: told(), first: told({ before: '' }) },
  'derivation.breach.wrong': { others: told(), alone: told({ others: '' }) },
};

function textsIn(value: unknown, path: string): Texts {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const variants = VARIANTS[path];
    if (!variants) return textsIn(value(/^\(?\s*\(?\{|^\(\)/.test(String(value)) ? told() : '⟨it⟩'), path);
    const said = Object.entries(variants).flatMap(([name, numbers]) =>
      textsIn(value(numbers), path).map(([path, text]): Texts[number] => [`${path}.${name}`, text]),
    );
    // What is the same in every variant is said once.
    const seen = new Set<string>();
    return said.filter(([path, text]) => {
      const key = `${path.replace(/\.[^.]+$/, '')} ${text}`;
      return !seen.has(key) && seen.add(key);
    });
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

export const sentences = (): Texts => [...textsIn(en, ''), ...textsIn(page, 'page'), ...textsIn(FAILED.en, 'failed')];
