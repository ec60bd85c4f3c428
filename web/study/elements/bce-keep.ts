import { unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import type { KeepText } from '../content/keep.js';
import type { KeptFault } from '../content/kept.js';
import { hasRoom, isMarked, marked, noted, notesAt, type Titled } from '../state/notes.js';
import { plainText, MOST_NOTE } from '../state/records.js';
import own from '../styles/keep.css';
import styles from '../styles/saved.css';
import { keepView, type KeepHandlers, type KeepState } from '../views/keep.js';
import { Drafts, newId } from './drafts.js';
import { SavedElement } from './saved-element.js';
import { StudyElement } from './study-element.js';

const HOME: Titled = { place: '', where: '', title: '' };

/** Where the notes are that are open, and those that have been begun there. */
interface Open {
  at: Titled;
  /** By id: when it was begun, and what it holds. */
  begun: ReadonlyMap<string, Readonly<{ made: number; text: string }>>;
}

/**
 * @summary The bookmark and the notes of what a place shows.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceKeep extends SavedElement<{ keep: KeepText }> {
  static override styles = [...StudyElement.styles, unsafeCSS(styles), unsafeCSS(own)];

  static override properties = {
    // The place names it anew with each rendering.
    anchor: {
      attribute: false,
      hasChanged: (now: unknown, before: unknown) => JSON.stringify(now) !== JSON.stringify(before),
    },
    opened: { state: true },
    told: { state: true },
    toldFault: { state: true },
  };

  /** What is shown: its place, its address in it, and what it is called. @internal */
  declare anchor: Titled | undefined;
  declare private opened: Open | undefined;
  declare private told: KeepState['said'];
  /** What this element tells of: a fault is told in one place alone. */
  declare private toldFault: KeptFault | undefined;

  readonly #drafts = new Drafts((id, text) => this.#save(id, text));

  constructor() {
    super();
    this.anchor = undefined;
    this.opened = undefined;
    this.told = 'nothing';
    this.toldFault = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drafts.listen();
  }

  override disconnectedCallback(): void {
    this.#drafts.rest();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What was said is of the step before.
    if (changed.has('anchor') && this.told !== 'saved') this.told = 'nothing';
  }

  protected override kept(): void {
    // In a place that is out of sight nobody would be told.
    if (this.checkVisibility()) this.toldFault ??= this.tellFault();
    if (this.fault === undefined) this.toldFault = undefined;
  }

  override render(): TemplateResult {
    const here = this.anchor ?? HOME;
    const { opened } = this;
    return keepView(
      this.setting,
      {
        here,
        open: opened?.at,
        marked: isMarked(this.all, here),
        count: notesAt(this.all, here).length,
        notes: this.#notes,
        room: hasRoom(this.all, 'notes'),
        said: this.told,
        fault: this.toldFault,
      },
      this.#handlers,
    );
  }

  /** Those that are kept, as they are being typed, and those that hold nothing yet. */
  get #notes(): { id: string; text: string }[] {
    const { opened } = this;
    if (!opened) return [];
    const kept = notesAt(this.all, opened.at).map(({ id, made, text }) => [id, { made, text }] as const);
    // In the order in which they were begun, so that none moves under the hands of who types.
    return [...new Map([...kept, ...opened.begun])]
      .map(([id, { made, text }]) => ({ id, made, text }))
      .sort((one, other) => one.made - other.made);
  }

  #begin(at: Titled, begun: Open['begun']): void {
    const id = newId();
    this.opened = { at, begun: new Map([...begun, [id, { made: Date.now(), text: '' }]]) };
    void this.updateComplete.then(() => this.focusOn(`#note-${id}`));
  }

  #save(id: string, text: string): void {
    const { opened } = this;
    if (!opened) return;
    const made = this.all.notes.get(id)?.made ?? opened.begun.get(id)?.made ?? Date.now();
    const was = this.all.notes.has(id);
    void this.change([noted(id, opened.at, made, text, Date.now())]);
    if (text.trim() !== '') this.told = 'saved';
    else if (was) this.told = 'emptied';
  }

  readonly #handlers: KeepHandlers = this.safely({
    mark: () => {
      const here = this.anchor ?? HOME;
      const on = !isMarked(this.all, here);
      if (on && !hasRoom(this.all, 'bookmarks')) return;
      void this.change([marked(here, on, Date.now())]);
      this.told = on ? 'marked' : 'unmarked';
    },
    toggle: () => {
      if (this.opened) {
        this.#drafts.flush();
        this.opened = undefined;
        this.told = 'nothing';
        return;
      }
      const at = this.anchor ?? HOME;
      const [first] = notesAt(this.all, at);
      if (!first && !hasRoom(this.all, 'notes')) this.told = 'full';
      else if (!first) this.#begin(at, new Map());
      else {
        this.opened = { at, begun: new Map() };
        void this.updateComplete.then(() => this.focusOn(`#note-${first.id}`));
      }
    },
    typed: (id: string, text: string) => {
      const { opened } = this;
      if (!opened) return;
      const made = opened.begun.get(id)?.made ?? this.all.notes.get(id)?.made ?? Date.now();
      this.opened = { ...opened, begun: new Map([...opened.begun, [id, { made, text }]]) };
      this.#drafts.typed(id, text);
    },
    left: (id: string, text: string) => {
      this.#drafts.flush();
      // From here on it is what is kept, which another window may change.
      const { opened } = this;
      if (opened && plainText(text, MOST_NOTE).trim() !== '') {
        const begun = new Map(opened.begun);
        begun.delete(id);
        this.opened = { ...opened, begun };
      }
    },
    another: () => {
      if (!this.opened) return;
      this.#drafts.flush();
      if (hasRoom(this.all, 'notes')) this.#begin(this.opened.at, this.opened.begun);
      else this.told = 'full';
    },
  });
}
