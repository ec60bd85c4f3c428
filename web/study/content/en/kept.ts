import type { KeptText } from '../kept.js';

/** What is said wherever something is kept. */
export default {
  what: 'Kept in this browser from the first time that there is something to keep; nothing is sent anywhere.',
  more: 'See, save or delete what is kept',
  faults: {
    unavailable:
      'This browser does not let anything be kept here, in a private window for instance. Everything works, but only until the page is closed.',
    full: 'The browser’s store is full, so the latest is kept only until this page is closed. It is tried again each time that there is more to keep.',
    newer:
      'Another window has opened a later version of this app, so nothing more can be kept from here. Load this page anew to go on with that version.',
  },
} satisfies KeptText;
