import { availableParallelism } from 'node:os';

import { preact } from '@preact/preset-vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const shared = {
  // A third of the time would go into loading the same modules anew for each file.
  isolate: false,
  // A test hangs or it does not: a busy machine may take its time.
  testTimeout: 30_000,
  restoreMocks: true,
  mockReset: true,
  sequence: { shuffle: true },
  setupFiles: ['test/support/no-network.ts', 'core/i18n/speak-english.ts'],
  // Styles are empty in tests, but for what is read of them.
  css: { include: [/tokens\.css/] },
};

/** What Node runs as it is written; without Vite's wrapping of every import it runs a quarter faster, too. */
const native = { ...shared, experimental: { viteModuleRunner: false, nodeLoader: false } };

/** Files that put something of their own in the place of a module or of a part of the browser: no other may find it there. */
const APART = 'test/background/apart/**/*.test.ts';

export default defineConfig({
  test: {
    // A machine of two cores would get one by default.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: { ...native, name: 'unit', include: ['test/unit/**/*.test.ts', 'test/exchange/**/*.test.ts'] },
      },
      { test: { ...native, name: 'property', include: ['test/property/**/*.test.ts'] } },
      {
        plugins: [preact()],
        test: {
          ...shared,
          name: 'component',
          environment: 'happy-dom',
          include: ['test/component/**/*.test.tsx'],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          ...shared,
          name: 'background',
          include: ['test/background/**/*.test.ts'],
          exclude: [...configDefaults.exclude, APART],
        },
      },
      {
        plugins: [WxtVitest()],
        test: { ...shared, name: 'background apart', isolate: true, include: [APART] },
      },
    ],
  },
});
