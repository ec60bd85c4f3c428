/** The script of the study app. The build puts the study module in the place of the public one. */
import './study-shared.js';
import workerFile from '#predictions-worker';
import wasmFile from '#bce.wasm';
import { define } from '../../elements/lesson-element.js';
import { loadCore } from '../../engine/load.js';
import { locateTexts } from '../../engine/texts.js';
import { showWhatIsNext } from '../elements/home.js';
import { keepWhatIsDone } from '../elements/keeping.js';
import { openShell, type Late } from '../elements/shell.js';
import type { MadePlace } from '../state/places.js';

/** The words of the places that have been fetched, each under its name: what the text of every language falls back on. */
const words = {};

// In English, whatever is asked for, until there is more.
locateTexts(async () => {
  const { default: text } = await import('../content/en/study.js');
  return { default: Object.assign(Object.create(words), text) };
});

/** A place is fetched with its words, and answers once it has them. */
function late<Module>(
  name: string,
  text: () => Promise<{ default: object }>,
  element: () => Promise<Module>,
  defined: (module: Module) => void,
): Late {
  return async () => {
    const [{ default: own }, module] = await Promise.all([text(), element()]);
    Object.assign(words, { [name]: own });
    defined(module);
  };
}

/** What only the app has: no page of somebody else's can, and no manifest tells of it. */
const defineInApp = define;

/** What each place is shown with. */
const ELEMENTS: Readonly<Record<MadePlace, Late>> = {
  solve: late(
    'solve',
    () => import('../content/en/solve.js'),
    () => import('../elements/bce-walkthrough.js'),
    ({ BceWalkthrough }) => define('bce-walkthrough', BceWalkthrough),
  ),
  exercises: late(
    'exercises',
    () => import('../content/en/exercises.js'),
    () => import('../elements/bce-exercises.js'),
    ({ BceExercises }) => define('bce-exercises', BceExercises),
  ),
  'walkthroughs/logits': late(
    'logits',
    () => import('../content/en/logits.js'),
    () => import('../elements/bce-logits.js'),
    ({ BceLogits }) => define('bce-logits', BceLogits),
  ),
  'walkthroughs/gradient': late(
    'gradient',
    () => import('../content/en/gradient.js'),
    () => import('../elements/bce-gradient.js'),
    ({ BceGradient }) => define('bce-gradient', BceGradient),
  ),
  'walkthroughs/entropy': late(
    'entropy',
    () => import('../content/en/entropy.js'),
    () => import('../elements/bce-entropy.js'),
    ({ BceEntropy }) => define('bce-entropy', BceEntropy),
  ),
  cards: late(
    'cards',
    () => import('../content/en/cards.js'),
    () => import('../elements/bce-cards.js'),
    ({ BceCards }) => defineInApp('bce-cards', BceCards),
  ),
  notes: late(
    'notes',
    () => import('../content/en/notes.js'),
    () => import('../elements/bce-notes.js'),
    ({ BceNotes }) => defineInApp('bce-notes', BceNotes),
  ),
  progress: late(
    'progress',
    () => import('../content/en/progress.js'),
    () => import('../elements/bce-progress.js'),
    ({ BceProgress }) => defineInApp('bce-progress', BceProgress),
  ),
  'walkthroughs/training': late(
    'training',
    () => import('../content/en/training.js'),
    () => import('../elements/bce-training.js'),
    ({ BceTraining }) => define('bce-training', BceTraining),
  ),
  'walkthroughs/predictions': late(
    'predictions',
    () => import('../content/en/predictions.js'),
    () => import('../elements/bce-predictions.js'),
    ({ BcePredictions }) => {
      BcePredictions.worker = new URL(workerFile, import.meta.url);
      define('bce-predictions', BcePredictions);
    },
  ),
  settings: late(
    'settings',
    () => import('../content/en/settings.js'),
    () => import('../elements/bce-settings.js'),
    ({ BceSettings }) => defineInApp('bce-settings', BceSettings),
  ),
};

/** The bookmark and the notes of what a place shows; it stands in the elements of the places. */
const keep = late(
  'keep',
  () => import('../content/en/keep.js'),
  () => import('../elements/bce-keep.js'),
  ({ BceKeep }) => defineInApp('bce-keep', BceKeep),
);

/** What keeps something belongs to the app; somebody else's page has the others. */
const { cards: _c, notes: _n, progress: _p, settings: _s, ...GUESTS } = ELEMENTS;

// On a page of somebody else's there are elements, and no app around them.
if (document.querySelector('main[data-app]')) {
  openShell(document, ELEMENTS);
  keepWhatIsDone(document);
  showWhatIsNext(document, () => import('../content/en/home.js'));
  // Whatever the learner turns to needs it; a place that finds that it is missing says so.
  loadCore(new URL(wasmFile, import.meta.url)).catch(() => undefined);
  // After what the learner came for.
  document.addEventListener('bce-ready', () => void keep().catch(() => undefined), { once: true });
} else for (const fetched of Object.values(GUESTS)) fetched().catch(() => undefined);
