import { unsafeCSS, type PropertyValues } from 'lit';
import { valueOf } from '../../engine/value.js';
import type { Scale } from '../../../wasm/contract/study/predictions.js';
import type { PredictionsText } from '../content/predictions.js';
import { studyCore } from '../engine/study-core.js';
import { sniffed, type Layout } from '../state/csv.js';
import {
  begun,
  ended,
  EXAMPLE,
  found,
  opening,
  progressed,
  read,
  type Origin,
  type PredictionsState,
} from '../state/predictions.js';
import { beginningOf, type ReadingAsked, type ReadingSaid } from '../state/reading.js';
import { chooses, isTask, type Plan } from '../state/walk.js';
import styles from '../styles/predictions.css';
import { partView, sourceView, taskView, type PredictionsHandlers } from '../views/predictions.js';
import { WalkElement } from './walk-element.js';

/** The exercise that the task is. */
const TASK = ['batch_mean', 2] as const;

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string };
}

let allowed: string | undefined;

/** The address of the worker, as a page takes it that checks where scripts come from. */
function workerAddress({ href }: URL): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  return (allowed ??=
    trustedTypes?.createPolicy('bce-study-worker', { createScriptURL: () => href }).createScriptURL('') ?? href);
}

/**
 * @summary Predictions of the learner's own, from a file that is not uploaded: what they cost, and why.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BcePredictions extends WalkElement<{ predictions: PredictionsText }> {
  static override styles = [...[WalkElement.styles].flat(), unsafeCSS(styles)];
  static override properties = { data: { state: true } };

  /** Where the script of the worker is, which the entry knows; without one the page reads by itself. @internal */
  static worker: URL | undefined;

  declare private data: PredictionsState | undefined;

  #file: Blob = new Blob();
  #worker: Worker | undefined;
  /** Of what is being read: what comes of another is out of date. */
  #turn = 0;

  constructor() {
    super();
    this.data = undefined;
  }

  override disconnectedCallback(): void {
    if (this.data?.phase === 'reading') this.#stop('cancelled');
    super.disconnectedCallback();
  }

  protected override makePlan(): Plan {
    const core = studyCore();
    return {
      place: 'walkthroughs/predictions',
      skill: 'batch_mean',
      steps: [chooses(0), chooses(2), chooses(0), chooses(1)],
      task: (seed) => ({
        type: 'number',
        label: 0,
        given: 'probability',
        at: 0,
        answer: valueOf(core.exercise(seed, ...TASK)).answer,
        judge: (typed, mark) => valueOf(core.judgeExercise(typed, seed, ...TASK, mark)),
      }),
    };
  }

  protected override get words() {
    return this.text.predictions;
  }

  protected override firstUpdated(changes: PropertyValues): void {
    super.firstUpdated(changes);
    if (!this.data) void this.#open({ type: 'example' }, new Blob([EXAMPLE]));
  }

  protected override scene(step: number): unknown {
    if (step !== this.state.at) return undefined;
    if (isTask(this.plan, step)) return taskView(valueOf(studyCore().exercise(this.state.seed, ...TASK)), this.setting);
    const { data } = this;
    if (!data) return undefined;
    return [
      sourceView(data, this.setting, this.#data, step === 0),
      data.report && partView(step, data.report, this.setting),
    ];
  }

  /** Looks at the beginning, and reads the rest where it is clear how. */
  async #open(origin: Origin, file: Blob): Promise<void> {
    this.#stop();
    const turn = this.#turn;
    this.#file = file;
    this.data = opening(origin, file.size);
    try {
      const beginning = await beginningOf(file);
      if (turn !== this.#turn) return;
      this.data = found(this.data, sniffed(beginning));
    } catch {
      if (turn === this.#turn) this.data = ended(this.data, 'failed');
      return;
    }
    if (this.data.phase === 'reading' && this.data.layout) this.#read(this.data.layout);
    if (this.data.phase === 'asked') void this.updateComplete.then(() => this.focusOn('.layout summary'));
  }

  #read(layout: Layout): void {
    this.#stop();
    const turn = this.#turn;
    if (!this.data) return;
    this.data = begun(this.data, layout);
    const hear = (said: ReadingSaid) => {
      if (turn !== this.#turn || !this.data) return;
      if (said.type === 'progress') this.data = progressed(this.data, said);
      else if (said.type === 'failed') this.#stop('failed');
      else {
        this.data = read(studyCore(), this.data, said.reading);
        this.#stop();
      }
    };
    const asked: ReadingAsked = { file: this.#file, layout };
    const { worker } = BcePredictions;
    try {
      if (worker) this.#worker = new Worker(workerAddress(worker), { type: 'module' });
    } catch {
      // A page whose policy does not let it in.
    }
    if (!this.#worker) {
      void this.#readHere(asked, turn, hear);
      return;
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ReadingSaid>) => hear(data));
    this.#worker.addEventListener('error', () => void this.#readHere(asked, turn, hear));
    this.#worker.postMessage(asked);
  }

  /** In the page itself, where no worker may be had. */
  async #readHere({ file, layout }: ReadingAsked, turn: number, hear: (said: ReadingSaid) => void): Promise<void> {
    const { readPredictions } = await import('../state/reading.js');
    const told = (progress: { bytes: number; rows: number }) => hear({ type: 'progress', ...progress });
    await readPredictions(studyCore(), file, layout, told, () => turn !== this.#turn).then(
      (reading) => hear({ type: 'done', reading }),
      () => hear({ type: 'failed' }),
    );
  }

  /** Ends what is being read, if anything is; `why` is said. */
  #stop(why?: 'cancelled' | 'failed'): void {
    this.#turn += 1;
    this.#worker?.terminate();
    this.#worker = undefined;
    if (why && this.data) this.data = ended(this.data, why);
  }

  readonly #data: PredictionsHandlers = this.safely({
    paste: (event: SubmitEvent) => {
      event.preventDefault();
      const pasted = this.renderRoot.querySelector<HTMLTextAreaElement>('#pasted')?.value ?? '';
      void this.#open({ type: 'pasted' }, new Blob([pasted]));
    },
    file: (event: Event) => {
      const { target } = event;
      const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
      if (file) void this.#open({ type: 'file', name: file.name }, file);
      // So that the same file may be chosen again.
      if (target instanceof HTMLInputElement) target.value = '';
    },
    example: () => void this.#open({ type: 'example' }, new Blob([EXAMPLE])),
    relaid: (event: SubmitEvent) => {
      event.preventDefault();
      const layout = this.data?.layout;
      if (!layout) return;
      const find = (selector: string) =>
        this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(selector)?.value;
      const scale = (['probability', 'percentage', 'logit'] as const).find(
        (name) => name === find('.layout input[name=scale]:checked'),
      );
      this.#read({
        ...layout,
        label: Number(find('#label') ?? layout.label),
        value: Number(find('#value') ?? layout.value),
        header: this.renderRoot.querySelector<HTMLInputElement>('#header')?.checked ?? layout.header,
        scale: scale ?? layout.scale,
      });
    },
    readAs: (scale: Scale) => {
      if (this.data?.layout) this.#read({ ...this.data.layout, scale });
    },
    cancel: () => {
      this.#stop('cancelled');
      void this.updateComplete.then(() => this.focusOn('.source summary'));
    },
  });
}
