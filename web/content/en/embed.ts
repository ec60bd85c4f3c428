import type { EmbedText } from '../schema.js';
import { common } from './common.js';

export default {
  lesson: common.title,
  title: 'Embed this lesson',
  intro: 'Choose what your page shows, then copy the code into it.',
  close: 'Close',
  kindLegend: 'Put it in as',
  kinds: {
    frame: { name: 'a frame', about: 'goes wherever HTML can be pasted' },
    element: { name: 'an element', about: 'takes the font and size of your page' },
  },
  sectionsLegend: 'What it shows',
  allSections: 'the whole lesson',
  someSections: 'some sections',
  themeLegend: 'Colours',
  themes: { auto: 'as the reader’s system', light: 'light', dark: 'dark' },
  localeLegend: 'Language',
  startLegend: 'Where the graph starts',
  start: { p: 'Probability p', y: 'Label y' },
  startHint: (usual) => `from 0 to 1; empty is ${usual}`,
  follow: 'Make it as high as its content',
  followHint: 'with a script of one kilobyte; without it the frame has a fixed height and scrolls inside',
  preview: 'Preview',
  code: 'Code for your page',
  copy: 'Copy the code',
  copied: 'The code is copied.',
  copyFailed: 'The code could not be copied. It is selected now: copy it with your keyboard.',
} satisfies EmbedText;
