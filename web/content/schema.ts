/**
 * The shape of the lesson's text. One folder per locale fills it, with a file for each element;
 * a sentence that is missing there does not compile, and no sentence for a learner stands anywhere else.
 *
 * Prose is a string with three marks:
 *   *word*      emphasis
 *   `formula`   read and printed by core, as `-ln(p)`
 *   {formula}   its value, computed by core and formatted for the locale, as {ln 2}; {y} and
 *               {p} are the numbers of the practice problem
 * Texts about the learner's own numbers are functions of numbers already formatted for the locale.
 */
import type {
  AnswerFault,
  Axis,
  DataCode,
  Dropped,
  Library,
  ParseCode,
  StepId,
  Unit,
  Verdict,
  WrongTurn,
} from '../../wasm/contract/core.js';
import type { ReferenceId } from './references.js';

export type Prose = string;

/** Parts of the lesson in the order of the page; also the ids in the address and in `sections`. */
export const SECTION_IDS = [
  'overview',
  'when-to-use',
  'why-it-matters',
  'symbols',
  'derivation',
  'graph',
  'behaviour',
  'study-cues',
  'practice',
  'applications',
  'tips',
  'mistakes',
  'questions',
  'sources',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Sections that are more than text: each has a view, or an element, of its own. */
export type MadeSectionId = 'symbols' | 'derivation' | 'practice' | 'questions' | 'sources';

/** A paragraph, or what a paragraph cannot show. */
export type Block =
  | Prose
  | { list: readonly Prose[] }
  | { terms: readonly (readonly [term: Prose, text: Prose])[] }
  | { table: { caption: Prose; columns: readonly Prose[]; rows: readonly (readonly Prose[])[] } };

/** What can be shown beside the curve. */
export type Overlay = 'tangent' | 'squared_error' | 'classification_error' | 'libraries';

/** What a phone's keyboard lacks. */
export type AnswerSymbol = 'ln' | 'minus' | 'over' | 'open' | 'close' | 'root';

/** Why a text is no probability. */
export type EntryCode = 'entry_empty' | 'not_a_number' | 'not_a_probability';

/** Something that was done to a pasted table beside taking it. */
export type PasteNote = 'heading' | 'swapped' | 'wide';

/** Why a number that was typed into a field of the data set cannot be used. */
export type CellCode =
  | Extract<DataCode, `label_${string}` | `probability_${string}`>
  | 'probability_above_one'
  | 'not_a_number'
  | 'cell_empty';

/** What the derivation assumes. */
export type Assumption = Exclude<Dropped, 'nothing'>;

/** Where a formula could not be read, for a sentence that makes sense without seeing it. */
export interface ParseFault {
  /** What is at fault; empty where something is missing. */
  piece: string;
  /** What stands before it; empty at the start. */
  before: string;
  /** Which character it is, counted from 1. */
  nth: string;
}

/** What every element needs. */
export interface CommonText {
  /** BCP 47. */
  locale: string;
  direction: 'ltr' | 'rtl';
  title: string;
  /** Names a formula that is wider than its place and can be scrolled. */
  wideFormula: string;
  infinity: string;
  minusInfinity: string;
}

export interface GraphText extends CommonText {
  graph: {
    /** Name of the figure. */
    figure: string;
    labelLegend: string;
    happened: string;
    didNotHappen: string;
    softLabel: string;
    softValue(y: string): string;
    axisLegend: string;
    axes: Record<Axis, { name: string; short: Prose; label: Prose }>;
    yAxis: Record<'nats' | 'bits', Prose>;
    slider: Record<Axis, string>;
    keys: Record<Axis, string>;
    /** Typing a probability. */
    entry: { label: string; errors: Record<EntryCode, string> };
    readings: Record<'probability' | 'logit' | 'loss' | 'slope' | 'slopeInLogit' | 'split', string>;
    symbols: { slope: string; slopeInLogit: string; entropy: string; divergence: string };
    units: Record<'nats' | 'bits', string>;
    unitLegend: string;
    marks: { crossing(loss: string): string; lowest(height: string): string };
    overlayLegend: string;
    overlays: Record<Overlay, string>;
    sound: string;
    libraries: Record<Library, string>;
    comparison: {
      caption: string;
      columns: { loss: string; value: string; slope: string };
      crossEntropy: string;
      note: Prose;
    };
    reported: {
      caption: string;
      columns: { library: string; value: string; slope: string };
      truth: string;
      note: Prose;
    };
    table: { summary: string; caption(y: string): string; p: Prose; loss: Prose };
    take: { link: string; linked: string; linkFailed: string; svg: string; png: string; file: string };
    /** The state in words; also what a screen reader hears when the learner stops. */
    sentence(state: { y: string; p: string; loss: string; unit: string; trend: string }): string;
    sentenceSoft(state: {
      y: string;
      p: string;
      loss: string;
      entropy: string;
      divergence: string;
      unit: string;
      trend: string;
    }): string;
    sentenceInfinite(state: { y: string; p: string }): string;
    sentenceZero(state: { y: string; p: string }): string;
    trends: Record<'flat' | `${'gently' | 'clearly' | 'steeply'}_${'up' | 'down'}`, string>;
    /** Value text of the slider. */
    valueText: Record<Axis, (state: { at: string; loss: string }) => string>;
  };
}

export interface PracticeText extends CommonText {
  practice: {
    problem: Prose;
    ask: Prose;
    field: string;
    /** What counts as right; stands beside the field. */
    policy: Prose;
    check: string;
    /** Names the row of symbols, and each of them. */
    symbols: string;
    symbol: Record<AnswerSymbol, string>;
    /** From the least help to the most. */
    hints: readonly Prose[];
    hint(nth: string): string;
    /** What it costs to open a hint, where that is counted. */
    hintCost: Record<'free' | 'costs', string>;
    /** How many attempts have been used up, by wrong answers and by hints. */
    attempts(count: number): string;
    readAs: string;
    /** Where log was typed without a base. */
    naturalLog: Prose;
    typed: string;
    units: Record<Unit, string>;
    /** How the answer is found, as a formula. */
    solution(numbers: { p: string; loss: string }): string;
    /** In `right` and `truncated` {solution} stands for it. */
    verdicts: Record<Exclude<Verdict, 'unreadable' | 'other_unit' | 'wrong_turn'> | AnswerFault, Prose>;
    otherUnit: Record<Exclude<Unit, 'nats'>, Prose>;
    turns: Record<WrongTurn, Prose>;
    unreadable: Record<ParseCode, (fault: ParseFault) => string>;
    more: Prose;
    studyLink: string;
  };
}

export interface DerivationText extends CommonText {
  derivation: {
    intro: Prose;
    assumptionsTitle: string;
    assumptions: Record<Assumption, Prose>;
    assumptionNumber(n: string): string;
    /** Names the choice of the one to turn off. */
    dropLegend: string;
    dropNothing: string;
    turnedOff: string;
    /** What the letters of the three formulas stand for. */
    notation: Prose;
    dataTitle: string;
    dataIntro: Prose;
    columns: { row: string; label: Prose; probability: Prose; remove: string };
    labelOf(row: string): string;
    probabilityOf(row: string): string;
    removeRow(row: string): string;
    add: string;
    reset: string;
    /** Brings the table before back; pressed again, the one after. */
    restore: string;
    pasteHint: Prose;
    /** What became of a pasted text; `of` so many lines `rows` were taken. */
    pasted: { done(rows: string): string; cut(state: { rows: string; of: string }): string; nothing: string } & Record<
      PasteNote,
      string
    >;
    full(most: string): string;
    noRows: string;
    /** Said once above the steps while a field cannot be used. */
    stale: string;
    cell: Record<CellCode, string>;
    /** Which field is meant, and what is wrong with it; heard, not seen. */
    fault(state: { field: string; reason: string }): string;
    /** `needs` says where and why a step uses what is assumed; `check` stands before the value from the step before. */
    steps: Record<
      StepId,
      { title: string; needs: Partial<Record<Assumption, Prose>>; why: readonly Prose[]; check?: Prose }
    >;
    stepNumber(n: string): string;
    walk: {
      name: string;
      previous: string;
      next: string;
      all: string;
      hint: string;
      /** Where the learner is; before the first step, what there is. */
      position(state: { n: string; of: string; title: string }): string;
      whole: string;
      link: string;
      linked: string;
      linkFailed: string;
    };
    forYourData: string;
    /** What becomes of the steps on rows that break the assumption which is turned off. */
    breach: {
      title: string;
      /** Heard after a change. */
      broken(step: string): string;
      /** While no row breaks it. */
      idle: Record<Assumption, Prose>;
      binary_labels(numbers: { instead: string; floor: string }): readonly Prose[];
      independence(numbers: { rows: string; instead: string }): readonly Prose[];
      /** One prediction at least is exactly wrong; `others` is the product of those between 0 and 1, if there are any. */
      wrong(numbers: { others: string | undefined }): readonly Prose[];
      /** Some are at 0 or 1, and right. */
      right: readonly Prose[];
    };
    /** In place of a step's own words before its check, where what is compared is infinite. */
    limit: string;
    agrees: string;
    differs: string;
    underflowed: Prose;
    /** In place of the check, where step 1 has lost the digits that it would compare. */
    uncompared: Prose;
    resultTitle: string;
    result: Prose;
    /** Between the mean loss and the loss of one example. */
    single: Prose;
    source: Prose;
    /** Heard once the learner pauses after a change. */
    announce(state: { meanLoss: string; rows: string }): string;
    announceInfinite: string;
  };
}

/** The whole lesson. */
export interface LessonText extends GraphText, PracticeText, DerivationText {
  subtitle: Prose;
  alsoKnownAs: Prose;
  /** What stays: without scripts, and while the script is long in coming. */
  staticNotice: { noScript: string; waiting: string };
  /** Where the free lesson ends; shown where there is a study edition to go to. */
  study: { notice: string; link: string };
  /** Names the list of links to the sections. */
  contents: string;
  headings: Record<SectionId, string>;
  /** Sections of text; of the graph, what stands around it. */
  sections: Record<Exclude<SectionId, MadeSectionId | 'graph'>, readonly Block[]>;
  symbols: {
    columns: readonly [string, string, string];
    rows: readonly (readonly [symbol: Prose, name: Prose, values: Prose])[];
    /** Of the button that shows where a letter stands. */
    light(letter: string): string;
  };
  /** Around the graph. */
  graphSection: { intro: Prose; afterword: readonly Prose[] };
  questions: readonly (readonly [question: Prose, answer: Prose])[];
  /** What each of them is good for. */
  sources: Record<ReferenceId, Prose>;
}

/** What the prerendered page says around the lesson, and of it to those who find and share it; no element needs it. */
export interface PageText {
  title: string;
  description: string;
  /** The language, in itself. */
  language: string;
  /** The language and where it is spoken so, as Open Graph writes it. */
  territory: string;
  /** Names the links to the other languages. */
  languages: string;
  /** Opens the dialog for who wants the lesson on a page of their own; and where that could not be loaded. */
  embed: string;
  embedFailed: string;
  /** There is a newer build than the one that is shown; and the button that loads it. */
  update: string;
  updateNow: string;
  /** Leads to the guide for publishers, which is in English alone. */
  guide: string;
  /** For catalogues of what can be learnt from. */
  learning: { kind: readonly string[]; level: string; teaches: readonly string[] };
}

/** The dialog that makes the code with which a publisher embeds the lesson. */
export interface EmbedText {
  /** What the lesson is called, for a frame or a link to it in this language. */
  lesson: string;
  title: string;
  intro: string;
  close: string;
  kindLegend: string;
  kinds: Record<'frame' | 'element', { name: string; about: string }>;
  sectionsLegend: string;
  allSections: string;
  someSections: string;
  themeLegend: string;
  themes: Record<'auto' | 'light' | 'dark', string>;
  localeLegend: string;
  /** What the point of the graph starts from; the fields may stay empty. */
  startLegend: string;
  start: Record<'p' | 'y', string>;
  /** What a field takes, and what stands for an empty one. */
  startHint(usual: string): string;
  follow: string;
  followHint: string;
  preview: string;
  code: string;
  copy: string;
  copied: string;
  /** The code is selected then. */
  copyFailed: string;
}

/** The tables of the guide, which are made from the elements themselves. */
export type GuideTable = 'attributes' | 'properties' | 'events' | 'cssProperties' | 'cssParts';

/** What is shown at work in the guide. */
export type GuideExample = 'graph' | 'practice' | 'frame';

/** What the guide has from the build. */
export interface GuideFacts {
  /** Policies, a directive a line: of the lesson's own pages, of a page with an element, and of one with a frame. */
  policy: Record<'site' | 'element' | 'frame', string>;
  /** The hash of bce-lesson.js. */
  hash: string;
  /** By section names a setting takes. */
  sections: readonly string[];
}

/** `code` between backticks, *emphasis* and [links](https://…) are marked in its sentences. */
export type GuideBlock =
  | string
  | { list: readonly string[] }
  | { code: string; name: string }
  | { table: GuideTable; name: string }
  | { columns: readonly string[]; rows: readonly (readonly string[])[]; name: string }
  | { example: GuideExample; caption: string };

/** The guide for who puts the lesson on a page of their own. */
export interface GuideText {
  title: string;
  description: string;
  heading: string;
  intro: string;
  back: string;
  contents: string;
  copy: string;
  copied: string;
  copyFailed: string;
  /** Where a table has nothing yet. */
  none: string;
  sections: readonly { id: string; heading: string; blocks: readonly GuideBlock[] }[];
}
