import type { ProgressText } from '../progress.js';
import kept from './kept.js';

const counted = (one: string, more: string) => (count: number, shown: string) => `${shown} ${count === 1 ? one : more}`;

/** What <bce-progress> says. */
export default {
  kept,
  none: 'Nothing yet. Once you have solved a line or checked an answer, what came of it stands here.',
  start: 'Solve an example',
  walks: {
    heading: 'How far you have come',
    columns: ['Place', 'Furthest step'],
    steps: ({ step, of }) => `${step} of ${of}`,
    done: 'done',
  },
  skills: {
    heading: 'What you have practised',
    columns: ['Skill', 'Answers', 'Right', 'With help'],
    kinds: {
      loss_for_one: 'Loss for y = 1',
      loss_for_zero: 'Loss for y = 0',
      loss_at_logit: 'Loss from a logit',
      find_p: 'Probability behind a loss',
      batch_mean: 'Mean over a batch',
      nats_to_bits: 'Nats to bits',
      better_model: 'Which model is better?',
      spot_the_error: 'Spot the error',
      line: 'Lines of a solution',
    },
    task: (place) => `${place}: the task`,
  },
  turns: {
    heading: 'Wrong turns met',
    about: 'Each of them is a card now, so that you meet it again before it meets you.',
    times: counted('time', 'times'),
    cards: 'Go to the cards',
  },
  data: {
    heading: 'What is kept',
    what: [
      'How far you have come, what came of the answers you checked, the wrong turns you met, when each card comes back, your notes and your bookmarks. Not what you typed as an answer, and nothing that says who you are.',
      'It stays in this browser, on this device. Whoever clears the browser’s data clears it as well; a file keeps it safe, or takes it to another device.',
    ],
    holds: {
      progress: counted('place', 'places'),
      skills: counted('skill', 'skills'),
      turns: counted('wrong turn', 'wrong turns'),
      notes: counted('note', 'notes'),
      bookmarks: counted('bookmark', 'bookmarks'),
      reviews: counted('card', 'cards'),
    },
    now: (holds) => `Kept now: ${holds}.`,
    nothing: 'Nothing is kept yet.',
    none: 'nothing',
    save: 'Save all of it as a file',
    file: (day) => `binary-cross-entropy-${day}`,
    saved: 'The file is with your downloads.',
    open: 'Take in a file',
    opening: 'The file is being read.',
    faults: {
      too_large: 'That file is larger than anything this app writes, so it has not been read. Nothing has changed.',
      not_json: 'That is not a file of this app, or it was cut off. Nothing has changed.',
      not_ours: 'That is a file of something else. Nothing has changed.',
      newer:
        'That file was written by a later version of this app. Load the page anew and try again. Nothing has changed.',
      damaged: 'That file has been damaged or changed, so none of it has been taken in. Nothing has changed.',
      unreadable: 'The browser could not read that file. Nothing has changed.',
      too_many:
        'Together that would be more than can be kept. Delete some notes, or let the file replace what is here. Nothing has changed.',
    },
    opened: ({ when, holds }) => `The file is from ${when} and holds ${holds}.`,
    ways: {
      merge: {
        name: 'Merge',
        about: 'Adds what is only in the file. Where both have something, the one that is further or later stays.',
        does: ({ added, changed }) => `Adds ${added}, changes ${changed}, removes nothing.`,
      },
      replace: {
        name: 'Replace',
        about: 'Leaves exactly what the file holds.',
        does: ({ added, changed, removed }) => `Adds ${added}, changes ${changed}, removes ${removed}.`,
      },
    },
    same: 'Would change nothing.',
    cancel: 'Leave all as it is',
    cancelled: 'All is as it was.',
    done: {
      merge: 'The file has been merged.',
      replace: 'What was here has been replaced by the file.',
      clear: 'Everything has been deleted.',
    },
    undo: 'Undo',
    undone: 'All is as it was before.',
    clear: 'Delete everything',
    sure: {
      question: 'Delete progress, cards, notes and bookmarks from this browser?',
      yes: 'Yes, delete everything',
      no: 'No, keep it',
    },
  },
} satisfies ProgressText;
