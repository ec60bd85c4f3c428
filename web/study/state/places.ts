/** The places of the study app, by the part of the address that names them. */
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
