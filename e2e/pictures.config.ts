import { defineConfig } from 'playwright/test';

/** The window in every size, theme and state, for people to look at: `npm run pictures`. Not part of the tests. */
export default defineConfig({
  testDir: 'pictures',
  testMatch: '**/*.pictures.ts',
  outputDir: '../test-results',
  timeout: 120_000,
  workers: 1,
  reporter: 'list',
});
