/**
 * Does its work once nothing has happened for a while. One timer serves all the moves of a drag: where it comes early
 * it waits for what is left.
 */
export class Rest {
  readonly #ms: number;
  readonly #work: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #at = 0;

  constructor(ms: number, work: () => void) {
    this.#ms = ms;
    this.#work = work;
  }

  /** Something has happened. */
  disturb(): void {
    this.#at = performance.now() + this.#ms;
    this.#timer ??= setTimeout(this.#wake, this.#ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #wake = (): void => {
    const left = this.#at - performance.now();
    this.#timer = left > 1 ? setTimeout(this.#wake, left) : undefined;
    if (!this.#timer) this.#work();
  };
}
