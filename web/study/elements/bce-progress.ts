import { unsafeCSS, type TemplateResult } from 'lit';
import type { ProgressText } from '../content/progress.js';
import { clearing, fileOf, fits, MOST_BYTES, planOf, readFile, type Way } from '../state/file.js';
import { applied, countOf, undoing, type Effect, type Snapshot } from '../state/records.js';
import { summaryOf } from '../state/summary.js';
import styles from '../styles/saved.css';
import { progressView, type DataState, type ProgressHandlers } from '../views/progress.js';
import { SavedElement } from './saved-element.js';
import { StudyElement } from './study-element.js';

/** Gives the learner a text as a file. */
function handOver(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // Some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * @summary What the learner has done, and all that is kept of it: saved as a file, taken in from one, deleted.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceProgress extends SavedElement<{ progress: ProgressText }> {
  static override styles = [...StudyElement.styles, unsafeCSS(styles)];

  static override properties = { data: { state: true } };

  declare private data: DataState;

  /** What the last import or clearing did. */
  #last: Promise<readonly Effect[]> | undefined;

  constructor() {
    super();
    this.data = { type: 'still' };
  }

  override render(): TemplateResult {
    const { all, data, fault } = this;
    return progressView(this.setting, { all, summary: summaryOf(all), data, fault }, this.#handlers);
  }

  /** Counts what a file would do to what is there by now: another window may have changed it meanwhile. */
  protected override kept(): void {
    const { data } = this;
    if (data.type === 'opened') this.data = { ...data, plans: this.#plans(data.file) };
  }

  #plans(file: Snapshot) {
    return { merge: planOf(this.all, file, 'merge'), replace: planOf(this.all, file, 'replace') };
  }

  async #read(file: File): Promise<void> {
    if (file.size > MOST_BYTES) {
      this.data = { type: 'refused', fault: 'too_large' };
      return;
    }
    this.data = { type: 'opening' };
    const text = await file.text().catch(() => undefined);
    if (text === undefined) {
      this.data = { type: 'refused', fault: 'unreadable' };
      return;
    }
    const reading = readFile(text);
    if (!reading.ok) {
      this.data = { type: 'refused', fault: reading.fault };
      return;
    }
    const { snapshot, made } = reading;
    this.data = { type: 'opened', made, file: snapshot, plans: this.#plans(snapshot) };
    void this.updateComplete.then(() => this.focusOn('#asked'));
  }

  #done(what: Way | 'clear', last: Promise<readonly Effect[]>): void {
    this.#last = last;
    this.data = { type: 'done', what };
    void this.updateComplete.then(() => this.focusOn('.undo'));
  }

  readonly #handlers: ProgressHandlers = this.safely({
    save: () => {
      if (countOf(this.all) === 0) return;
      const now = Date.now();
      const day = new Date(now).toISOString().slice(0, 10);
      handOver(fileOf(this.all, now), `${this.text.progress.data.file(day)}.json`);
      this.data = { type: 'saved' };
    },
    open: (event: Event) => {
      const field = event.target as HTMLInputElement;
      const file = field.files?.[0];
      if (file) void this.#read(file);
      // So that the same file can be chosen again.
      field.value = '';
    },
    take: (way: Way) => {
      const { data } = this;
      if (data.type !== 'opened') return;
      const { changes } = data.plans[way];
      if (fits(applied(this.all, changes).snapshot)) this.#done(way, this.change(changes));
      else this.data = { type: 'refused', fault: 'too_many' };
    },
    cancel: () => {
      this.data = { type: 'cancelled' };
      void this.updateComplete.then(() => this.focusOn('#kept'));
    },
    ask: () => {
      if (countOf(this.all) === 0) return;
      this.data = { type: 'sure' };
      void this.updateComplete.then(() => this.focusOn('#asked'));
    },
    clear: () => this.#done('clear', this.change(clearing(this.all).changes)),
    undo: () => {
      const last = this.#last;
      this.#last = undefined;
      this.data = { type: 'undone' };
      void last?.then((effects) => this.change(undoing(effects)));
      void this.updateComplete.then(() => this.focusOn('#kept'));
    },
  });
}
