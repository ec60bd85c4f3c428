/** What is said wherever something is kept in the browser. */

/** Why it is not. */
export type KeptFault = 'unavailable' | 'full' | 'newer';

export interface KeptText {
  /** What is kept, where, and from when on. */
  what: string;
  /** Leads to all that is kept. */
  more: string;
  /** It holds for the visit alone. */
  faults: Record<KeptFault, string>;
}
