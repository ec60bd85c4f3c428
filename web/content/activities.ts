/** What a course's records call the lesson and its parts. Short, in all languages at once, as records want it. */
import type { Locale } from './locales.js';

export type Activity = 'lesson' | 'graph' | 'practice' | 'derivation';

export const ACTIVITY_NAMES: Readonly<Record<Activity, Readonly<Record<Locale, string>>>> = {
  lesson: { en: 'Binary cross-entropy loss', es: 'Pérdida de entropía cruzada binaria' },
  graph: { en: 'The graph of the loss', es: 'La gráfica de la pérdida' },
  practice: { en: 'Find the loss of one prediction', es: 'Halla la pérdida de una predicción' },
  derivation: { en: 'The derivation of the loss', es: 'La deducción de la pérdida' },
};
