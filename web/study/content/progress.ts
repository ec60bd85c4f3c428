/** What <bce-progress> says. */
import type { ExerciseKind } from '../../../wasm/contract/study/study.js';
import type { KeptText } from './kept.js';

export interface Counts {
  added: string;
  changed: string;
  removed: string;
}

export interface ProgressText {
  kept: KeptText;
  /** Where there is nothing: what to do. */
  none: string;
  start: string;
  walks: {
    heading: string;
    columns: readonly [place: string, reached: string];
    steps(counts: { step: string; of: string }): string;
    done: string;
  };
  skills: {
    heading: string;
    columns: readonly [skill: string, attempts: string, right: string, helped: string];
    kinds: Record<ExerciseKind | 'line', string>;
    /** The task at the end of a walkthrough, which is the one thing that is practised there. */
    task(place: string): string;
  };
  turns: {
    heading: string;
    about: string;
    times(count: number, shown: string): string;
    cards: string;
  };
  data: {
    heading: string;
    what: readonly string[];
    /** What there is, by kind. */
    holds: Record<
      'progress' | 'skills' | 'turns' | 'notes' | 'bookmarks' | 'reviews',
      (count: number, shown: string) => string
    >;
    now(holds: string): string;
    nothing: string;
    /** Of a file without anything in it. */
    none: string;
    save: string;
    /** The name of the file, less its end. */
    file(day: string): string;
    saved: string;
    open: string;
    opening: string;
    faults: Record<'too_large' | 'not_json' | 'not_ours' | 'newer' | 'damaged' | 'unreadable' | 'too_many', string>;
    opened(file: { when: string; holds: string }): string;
    ways: Record<'merge' | 'replace', { name: string; about: string; does(counts: Counts): string }>;
    same: string;
    cancel: string;
    cancelled: string;
    done: Record<'merge' | 'replace' | 'clear', string>;
    undo: string;
    undone: string;
    clear: string;
    sure: { question: string; yes: string; no: string };
  };
}
