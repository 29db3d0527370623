import { defineConfig } from 'playwright/test';

/** The journeys: the built program in the real Electron, against a simulator of the test's own. */
export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each journey runs a whole program; more at once than this and they measure the machine instead of the desk.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
});
