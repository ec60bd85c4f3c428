import type { HomeText } from '../home.js';

/** What home says of what to do next. */
export default {
  start: {
    name: 'Solve your first example',
    about: 'One patient, one prediction, a few short lines. Each is checked as you type it.',
  },
  continue: {
    name: (place) => `Go on with: ${place}`,
    about: ({ step, of }) => `You have got to step ${step} of ${of}.`,
  },
  cards: {
    name: ({ due, many }) => (many === 1 ? 'One card is due' : `${due} cards are due`),
    about: 'It takes a minute or two, and today is when it helps most.',
  },
} satisfies HomeText;
