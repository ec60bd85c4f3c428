/** What the learner did, told to whoever keeps it. */
import type { Place } from './places.js';
export type Did =
  | Readonly<{ type: 'step'; place: Place; step: number; of: number }>
  | Readonly<{ type: 'task'; place: Place; right: boolean; helped: boolean; skill?: string; turn?: string }>;
export class DidEvent extends Event {
  readonly did: Did;
  constructor(did: Did) {
    super('bce-did', { bubbles: true, composed: true });
    this.did = did;
  }
}
