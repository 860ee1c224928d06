import { defineConfig } from '@playwright/test';

const IN_FIREFOX = '**/firefox-*.spec.ts';

export default defineConfig({
  outputDir: 'test-results/e2e',
  // What a journey waits for is mostly not the machine: three at a time fill two cores.
  workers: 3,
  projects: [
    // What follows waits for it: begun first, it is done before the tests beside it are.
    { name: 'loaded profile', testDir: 'test/e2e', testMatch: '**/first-visit.setup.ts' },
    // Built probe and overlay in a page, with storage of the test's own: no worker, no history of a market.
    {
      name: 'inject',
      testDir: 'test/inject',
      testIgnore: IN_FIREFOX,
      fullyParallel: true,
      // They wait for little.
      workers: 2,
      // What a page costs goes by its pixels; a test that needs more of them says so.
      use: { viewport: { width: 1100, height: 700 } },
    },
    // One after the other in one browser, and so beside the journeys: at the end of the others nothing could run beside it.
    {
      name: 'inject in Firefox',
      testDir: 'test/inject',
      testMatch: IN_FIREFOX,
      dependencies: ['loaded profile'],
    },
    // Their tests share what a worker has, its exchange and its browser, whatever file they stand in. Files are begun in the
    // order of their names: the one that is one long journey, in another browser, first.
    { name: 'journeys', testDir: 'test/e2e', fullyParallel: true, dependencies: ['loaded profile'] },
    // By hand, on a machine that does nothing else.
    {
      name: 'bench',
      testDir: 'test/bench',
      workers: 1,
      use: { viewport: { width: 1440, height: 900 } },
      dependencies: ['loaded profile'],
    },
  ],
  timeout: 90_000,
  // What passes the second time has failed.
  retries: 0,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
