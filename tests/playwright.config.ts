import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';

export default defineConfig({
  testDir: '.',
  testMatch: ['browser/**/*.spec.ts', 'a11y/**/*.spec.ts'],
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // axe takes half a minute where other work is going on.
  timeout: 60_000,
  use: {
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
