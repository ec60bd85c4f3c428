/** The places of the study app: what the words of them are listed by. */

/** In the order in which they are offered; the first is home. */
export const PLACES = [
  '',
  'solve',
  'exercises',
  'walkthroughs',
  'walkthroughs/logits',
  'walkthroughs/gradient',
  'walkthroughs/entropy',
  'walkthroughs/training',
  'walkthroughs/predictions',
  'cards',
  'notes',
  'progress',
  'settings',
] as const;

export type Place = (typeof PLACES)[number];
