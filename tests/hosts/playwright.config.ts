import { defineConfig } from '@playwright/test';
import shared from '../playwright.config.js';

export default defineConfig({
  ...shared,
  testDir: '.',
  testMatch: ['**/*.spec.ts'],
  testIgnore: '**/node_modules/**',
  outputDir: '../../test-results',
  globalSetup: './prepare.mjs',
});
