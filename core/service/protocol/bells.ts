import { bell } from '../../ledger/bells.ts';
import { fromOwn, name } from './question.ts';

/** Bells at prices. */
export const bellQuestions = {
  /** A bell that is new, or takes the place of the one of its id; its market is watched from now on. */
  'put-bell': fromOwn({ bell }, async ({ bell: put }, { bells, pollDue }) => {
    const after = await bells.change(() => ({ put: [put] }));
    pollDue();
    return after;
  }),

  'remove-bell': fromOwn({ id: name }, ({ id }, { bells }) => bells.change(() => ({ remove: [id] }))),
};
