/** What the page of the study app says around its places: all of it is in the page, and none in a script. */
import type { Place } from './places.js';

export interface ShellText {
  /** For tabs and search engines. */
  title: string;
  description: string;
  heading: string;
  navigation: string;
  /** Leads to the free lesson. */
  lesson: string;
  /** The heading of each place, and what it is good for. */
  places: Record<Place, { heading: string; about: string }>;
  noScript: string;
  /** The address leads to no place. */
  unknown: string;
  waiting: string;
  failed: string;
  again: string;
  home: {
    next: string;
    /** Headings of the groups that the places come in. */
    groups: Record<'practise' | 'walkthroughs' | 'own', string>;
  };
  /** What the app says of itself to the system that it is installed on. */
  app: { name: string; shortName: string };
}
