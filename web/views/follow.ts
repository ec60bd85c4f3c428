/** What changes far more often than the rest of a view is followed on its own: the view around it is not made anew. */
import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

/** A value, and the places of a view that show it. */
export class Followed<T> {
  value: T;
  readonly #places = new Set<(value: T) => void>();

  constructor(value: T) {
    this.value = value;
  }

  /** Shows a new value now; a rendering of the whole view would show it as well. */
  show(): void {
    for (const show of this.#places) show(this.value);
  }

  /** Adds a place; the result takes it away. */
  place(show: (value: T) => void): () => void {
    this.#places.add(show);
    return () => this.#places.delete(show);
  }
}

class Follow<T> extends AsyncDirective {
  #followed: Followed<T> | undefined;
  #view: (value: T) => unknown = () => noChange;
  #leave = (): unknown => undefined;

  /** In Node there is only the first time. */
  override render(followed: Followed<T>, view: (value: T) => unknown): unknown {
    this.#view = view;
    if (this.#followed !== followed) {
      this.#leave();
      this.#followed = followed;
      if (this.isConnected) this.reconnected();
    }
    return view(followed.value);
  }

  protected override disconnected(): void {
    this.#leave();
  }

  protected override reconnected(): void {
    this.#leave = this.#followed?.place((value) => this.setValue(this.#view(value))) ?? this.#leave;
  }
}

/** `view` of the value: a template, or what an attribute or a property is set to. */
export const follow = directive(Follow) as <T>(followed: Followed<T>, view: (value: T) => unknown) => unknown;
