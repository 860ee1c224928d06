import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // A browser with a worker and a simulated exchange fills a core; more than one at a time makes timing tests lie.
  workers: 1,
  timeout: 90_000,
  // A browser on a shared machine stalls now and then; what passes the second time is named flaky in the summary.
  retries: 1,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
