/** The loss as a tone: higher is worse. Made only when somebody turns it on. */
export class LossSound {
  #context: AudioContext | undefined;
  #tone: OscillatorNode | undefined;
  #volume: GainNode | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  /**
   * Sounds for a moment at the height of the loss in the frame, from 0 (no loss) to 1 (the top).
   * At an end of the axis two short tones say so: low for no loss, high for an infinite one.
   */
  play(height: number, end: 'none' | 'zero' | 'infinite'): void {
    const { context, tone, volume } = this.#start();
    const now = context.currentTime;
    // Three octaves: equal steps of loss are equal steps for the ear.
    const pitch = 160 * 2 ** (3 * Math.min(1, Math.max(0, height)));
    tone.frequency.cancelScheduledValues(now);
    volume.gain.cancelScheduledValues(now);
    if (end === 'none') {
      tone.frequency.setTargetAtTime(pitch, now, 0.02);
      volume.gain.setTargetAtTime(0.12, now, 0.02);
      volume.gain.setTargetAtTime(0, now + 0.25, 0.06);
    } else {
      tone.frequency.setValueAtTime(end === 'zero' ? 160 : 1280, now);
      volume.gain.setValueAtTime(0, now);
      for (const beat of [0, 0.16]) {
        volume.gain.setTargetAtTime(0.15, now + beat, 0.01);
        volume.gain.setTargetAtTime(0, now + beat + 0.07, 0.01);
      }
    }
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#context?.suspend(), 1500);
  }

  /** Lets go of the loudspeaker. */
  stop(): void {
    clearTimeout(this.#quiet);
    this.#tone?.stop();
    void this.#context?.close();
    this.#context = this.#tone = this.#volume = undefined;
  }

  #start() {
    const context = (this.#context ??= new AudioContext());
    void context.resume();
    if (!this.#tone || !this.#volume) {
      this.#volume = new GainNode(context, { gain: 0 });
      this.#tone = new OscillatorNode(context, { type: 'sine' });
      this.#tone.connect(this.#volume).connect(context.destination);
      this.#tone.start();
    }
    return { context, tone: this.#tone, volume: this.#volume };
  }
}
