/** What is being typed, until it has been handed on: after a pause, and where the page may be about to go. */

/** So long after the last key. */
const PAUSE_MS = 400;

export class Drafts {
  readonly #typed = new Map<string, string>();
  readonly #write: (id: string, text: string) => void;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(write: (id: string, text: string) => void) {
    this.#write = write;
  }

  /** Hears the page go. Undone by `rest`. */
  listen(): void {
    addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.flush);
  }

  rest(): void {
    this.flush();
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.flush);
  }

  typed(id: string, text: string): void {
    this.#typed.set(id, text);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.flush, PAUSE_MS);
  }

  readonly flush = (): void => {
    clearTimeout(this.#pause);
    const typed = [...this.#typed];
    this.#typed.clear();
    for (const [id, text] of typed) this.#write(id, text);
  };
}

/** A name for a note that no other has. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
