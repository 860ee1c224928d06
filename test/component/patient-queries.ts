import { configure } from '@testing-library/preact';
import { afterAll, vi } from 'vitest';

/** What a view loads later comes or it does not: a busy machine may take its time. */
configure({ asyncUtilTimeout: 60_000 });

// What is cut off while it is loaded fails for every file that comes after in the same process.
afterAll(() => vi.dynamicImportSettled());
