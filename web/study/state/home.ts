/** What home says to do next, from what the learner has done so far. */
import { PLACES, type Place } from './places.js';

/** A way that was begun: `step` of `of`; done where they are the same. */
export interface Begun {
  place: Place;
  step: number;
  of: number;
  /** When, in milliseconds as Date has them. */
  at: number;
}

export interface SoFar {
  begun: readonly Begun[];
  /** Cards to be seen today. */
  due: number;
}

/** Told on the document by whoever keeps what was done, at the start and after each change. */
export class SoFarEvent extends Event {
  readonly soFar: SoFar;
  constructor(soFar: SoFar) {
    super('bce-so-far');
    this.soFar = soFar;
  }
}

export type Next =
  | Readonly<{ type: 'start' | 'go'; place: Place }>
  | Readonly<{ type: 'continue'; place: Place; step: number; of: number }>
  | Readonly<{ type: 'cards'; place: 'cards'; due: number }>;

/** In this order, once each; then there are exercises without end. */
const ways = PLACES.filter((place) => place === 'solve' || place.startsWith('walkthroughs/'));

/** What was begun comes first, the last of it; then the cards that are due; then what has not been begun. */
export function nextOf({ begun, due }: SoFar): Next {
  const open = begun
    .filter(({ place, step, of }) => PLACES.includes(place) && step > 0 && step < of)
    .sort((one, other) => other.at - one.at)[0];
  if (open) return { type: 'continue', place: open.place, step: open.step, of: open.of };
  if (due > 0) return { type: 'cards', place: 'cards', due };
  if (begun.length === 0) return { type: 'start', place: 'solve' };
  const done = new Set(begun.filter(({ step, of }) => step >= of).map(({ place }) => place));
  return { type: 'go', place: ways.find((place) => !done.has(place)) ?? 'exercises' };
}
