import { defineConfig } from '@playwright/test';

/** What times things, or films frames; another browser beside it would be in both. */
const TIMED = [
  '**/*cost.spec.ts',
  '**/chart-motion.spec.ts',
  '**/chart-soak.spec.ts',
  '**/order-book.spec.ts',
  '**/popup-speed.spec.ts',
];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  projects: [
    { name: 'loaded profile', testMatch: '**/loaded-profile.setup.ts', retries: 0 },
    // A journey mostly waits for its market to load: two at a time fill two cores.
    {
      name: 'journeys',
      testMatch: '**/*.spec.ts',
      testIgnore: TIMED,
      workers: 2,
      dependencies: ['loaded profile'],
    },
    { name: 'timed', testMatch: TIMED, workers: 1, dependencies: ['loaded profile'] },
  ],
  timeout: 90_000,
  // A browser on a shared machine stalls now and then; what passes the second time is named flaky in the summary.
  retries: 1,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
