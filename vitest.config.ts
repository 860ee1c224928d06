import { availableParallelism } from 'node:os';

import { preact } from '@preact/preset-vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const shared = {
  // A third of the time would go into loading the same modules anew for each file.
  isolate: false,
  // A test hangs or it does not: a busy machine may take its time.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  restoreMocks: true,
  mockReset: true,
  sequence: { shuffle: true },
  setupFiles: ['test/support/no-network.ts', 'core/i18n/speak-english.ts'],
  // Styles are empty in tests, but for what is read of them.
  css: { include: [/tokens\.css/] },
};

/** What Node runs as it is written: without Vite's wrapping of every import it takes a quarter less. */
const native = { ...shared, experimental: { viteModuleRunner: false, nodeLoader: false } };

/** Files that put something of their own in the place of a module: no other may find it there. */
const APART = 'test/background/apart/**/*.test.ts';
/** Files that need a browser's API, which WXT fakes. */
const BROWSER = 'test/background/browser/**/*.test.ts';

export default defineConfig({
  test: {
    // A machine of two cores would get one by default.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { ...native, name: 'unit', include: ['test/{unit,exchange,property}/**/*.test.ts'] } },
      {
        test: {
          ...native,
          // Beside others that stop the clock: a faked database that still waits for something would turn in circles.
          name: 'background',
          include: ['test/background/**/*.test.ts'],
          exclude: [...configDefaults.exclude, APART, BROWSER],
        },
      },
      {
        test: {
          ...native,
          name: 'apart',
          experimental: { viteModuleRunner: false },
          isolate: true,
          include: [APART],
        },
      },
      {
        plugins: [preact()],
        test: {
          ...shared,
          name: 'component',
          environment: 'happy-dom',
          include: ['test/component/**/*.test.tsx'],
          setupFiles: [...shared.setupFiles, 'test/component/patient-queries.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        test: { ...shared, name: 'browser', isolate: true, include: [BROWSER] },
      },
    ],
  },
});
