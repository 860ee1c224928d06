import { configure } from '@testing-library/preact';

/** What a view loads later comes or it does not: a busy machine may take its time. */
configure({ asyncUtilTimeout: 60_000 });
