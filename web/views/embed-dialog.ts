/**
 * The dialog that makes the code for embedding, as elements. It is built once and has native controls, which
 * hold what was chosen; only the preview and the code change. Without Lit, which the lesson's script does not
 * hand on: a second copy would have to be loaded, and its policy for Trusted Types be allowed twice.
 */
import { LOCALES, type Locale } from '../content/locales.js';
import { SECTION_IDS, type EmbedText, type SectionId } from '../content/schema.js';
import { THEMES } from '../state/frame.js';
import { INITIAL } from '../state/graph.js';
import { formatExact } from './numbers.js';

export interface EmbedDialogText {
  /** The dialog's own. */
  locale: Locale;
  texts: Readonly<Record<Locale, EmbedText>>;
  /** Of the sections. */
  headings: Readonly<Record<SectionId, string>>;
}

export interface EmbedDialogView {
  dialog: HTMLDialogElement;
  form: HTMLFormElement;
  /** Shown only where some sections are chosen, where the graph is among them, and for a frame. */
  parts: Readonly<Record<'sections' | 'start' | 'follow', HTMLElement>>;
  preview: HTMLElement;
  code: HTMLTextAreaElement;
  copy: HTMLButtonElement;
  said: HTMLElement;
}

type Child = Node | string;

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | true>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value === true ? '' : value);
  element.append(...children);
  return element;
}

/** A language in its own words. */
function languageName(locale: Locale): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1);
}

interface Choice {
  value: string;
  words: readonly Child[];
}

/** One of several, of which the first is chosen. */
const choices = (name: string, legend: string, of: readonly Choice[]): HTMLElement =>
  make(
    'fieldset',
    { class: `choices ${name}` },
    make('legend', {}, legend),
    ...of.map(({ value, words }, i) =>
      make(
        'label',
        { class: 'choice small' },
        make('input', { type: 'radio', name, value, ...(i === 0 ? { checked: true } : {}) }),
        make('span', {}, ...words),
      ),
    ),
  );

const check = (attributes: Readonly<Record<string, string | true>>, ...words: readonly Child[]): HTMLElement =>
  make('label', { class: 'check' }, make('input', { type: 'checkbox', ...attributes }), make('span', {}, ...words));

export function embedDialogView({ locale, texts, headings }: EmbedDialogText): EmbedDialogView {
  const text = texts[locale];
  const number = (name: 'p' | 'y', usual: number) =>
    make(
      'p',
      { class: 'number' },
      make('label', { for: name }, text.start[name]),
      make('input', {
        id: name,
        name,
        type: 'number',
        inputmode: 'decimal',
        min: '0',
        max: '1',
        step: 'any',
        'aria-describedby': `${name}-hint`,
      }),
      make('small', { id: `${name}-hint` }, text.startHint(formatExact(usual, locale))),
    );
  const sections = make(
    'fieldset',
    { class: 'choices sections' },
    make('legend', { class: 'unseen' }, text.someSections),
    ...SECTION_IDS.map((value) => check({ name: 'section', value }, headings[value])),
  );
  const start = make(
    'fieldset',
    { class: 'choices start' },
    make('legend', {}, text.startLegend),
    number('p', INITIAL.at),
    number('y', INITIAL.y),
  );
  const follow = check({ name: 'follow', checked: true }, text.follow, make('small', {}, text.followHint));
  const others = LOCALES.filter((other) => other !== locale);
  const form = make(
    'form',
    {},
    choices(
      'kind',
      text.kindLegend,
      (['frame', 'element'] as const).map((value) => ({
        value,
        words: [make('span', {}, text.kinds[value].name, make('small', {}, text.kinds[value].about))],
      })),
    ),
    follow,
    choices('show', text.sectionsLegend, [
      { value: 'all', words: [text.allSections] },
      { value: 'some', words: [text.someSections] },
    ]),
    sections,
    start,
    choices(
      'theme',
      text.themeLegend,
      THEMES.map((value) => ({ value, words: [text.themes[value]] })),
    ),
    choices(
      'locale',
      text.localeLegend,
      [locale, ...others].map((value) => ({ value, words: [make('span', { lang: value }, languageName(value))] })),
    ),
  );
  const preview = make('div', { class: 'preview', role: 'group', 'aria-labelledby': 'preview', tabindex: '0' });
  const code = make('textarea', {
    id: 'code',
    readonly: true,
    rows: '6',
    spellcheck: 'false',
    autocomplete: 'off',
    dir: 'ltr',
  });
  const copy = make('button', { type: 'button' }, text.copy);
  const said = make('p', { class: 'copied', role: 'status' });
  const dialog = make(
    'dialog',
    { 'aria-labelledby': 'title', 'aria-describedby': 'intro' },
    make(
      'div',
      { class: 'head' },
      make('h2', { id: 'title', tabindex: '-1', autofocus: true }, text.title),
      make('form', { method: 'dialog' }, make('button', { class: 'quiet' }, text.close)),
    ),
    make(
      'div',
      { class: 'body' },
      make('div', { class: 'wishes' }, make('p', { id: 'intro' }, text.intro), form),
      make(
        'div',
        { class: 'outcome' },
        make('h3', { id: 'preview' }, text.preview),
        preview,
        make('h3', {}, make('label', { for: 'code' }, text.code)),
        code,
        make('div', { class: 'under' }, copy, said),
      ),
    ),
  );
  return { dialog, form, parts: { sections, start, follow }, preview, code, copy, said };
}
