import type { ShellText } from '../shell.js';

/** What the page of the study app says around its places. */
export default {
  title: 'Binary Cross-Entropy Loss: study app',
  description:
    'Solve for the binary cross-entropy loss line by line, with any numbers, practise on exercises without end, and see where the formula comes from.',
  heading: 'Binary Cross\u2011Entropy',
  navigation: 'Study app',
  lesson: 'The free lesson',
  places: {
    '': {
      heading: 'Study',
      about:
        'What the free lesson shows, you do here yourself: with any numbers, as often as you like, and at your own pace.',
    },
    solve: {
      heading: 'Solve it yourself',
      about: 'Any label and any prediction, line by line, with the graph beside it.',
    },
    exercises: { heading: 'Exercises', about: 'Eight kinds, as many as you want, harder as you do well.' },
    walkthroughs: { heading: 'Walkthroughs', about: 'Where the formula comes from, and what it does.' },
    'walkthroughs/logits': {
      heading: 'From logits',
      about: 'How libraries compute the loss from a score, and what happens to those who do not.',
    },
    'walkthroughs/gradient': {
      heading: 'The gradient',
      about: 'Why the slope over the logit is p − y, and how far a numerical check can be trusted.',
    },
    'walkthroughs/entropy': {
      heading: 'Entropy, cross-entropy, KL',
      about: 'What a soft label costs at best, what a wrong belief costs on top, and why honesty pays.',
    },
    'walkthroughs/training': {
      heading: 'Training',
      about: 'Logistic regression by gradient descent, a step at a time, beside squared error.',
    },
    'walkthroughs/predictions': {
      heading: 'Your own predictions',
      about: 'A file of labels and probabilities, scored here: it does not leave your browser.',
    },
    cards: { heading: 'Cards', about: 'A few questions a day, each when you are about to forget it.' },
    notes: { heading: 'Notes', about: 'What you wrote down, and where.' },
    progress: { heading: 'Progress', about: 'What you have done, and what went wrong most often.' },
    settings: { heading: 'Settings', about: 'Colours, and what is kept in this browser.' },
  },
  noScript:
    'The app checks what you type, so it needs JavaScript and WebAssembly. The worked solution below reads without them.',
  unknown: 'There is no such place here, so this is the start. The link may be from another version of the app.',
  waiting: 'One moment …',
  failed:
    'This part could not be loaded. Everything else still works; once the network is back, try again or load the page anew.',
  again: 'Try again',
  home: {
    next: 'What to do next',
    groups: { practise: 'Practise', walkthroughs: 'Walkthroughs', own: 'Your own' },
  },
  app: { name: 'Binary Cross-Entropy: study app', shortName: 'BCE study' },
} satisfies ShellText;
