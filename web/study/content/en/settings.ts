import type { SettingsText } from '../settings.js';

/** What <bce-settings> says. */
export default {
  colours: 'Colours',
  themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  unkept: 'This browser keeps nothing for this page, so the choice holds until the page is closed.',
  kept: 'What is kept',
  keeps: [
    'The choice of colours, in this browser and nowhere else.',
    'Nothing that you type here is sent anywhere: there is no account, and no server that would hear of it.',
  ],
} satisfies SettingsText;
