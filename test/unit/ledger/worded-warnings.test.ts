import { expect, test } from 'vitest';

import { INITIAL_ALERT_STATE } from '../../../core/alerts/alert-state.ts';
import { warningWords } from '../../../core/i18n/warning-words.ts';
import { readRow } from '../../../core/ledger/tables/list.ts';

/** As version 0.2 stored it. */
const worded = {
  id: 'BTCUSDT:touch:r115:1768480496000',
  rule: 'level',
  at: 1_768_480_496_000,
  price: 94_200,
  title: 'Resistance 94,150 to 94,789 touched',
  text: 'Price reached 94,200, at the resistance 94,150 to 94,789 (touched 4 times).',
  cause: 'up',
  gravity: 1,
  isQuiet: false,
};
const rowOf = (given: readonly unknown[]) => ({
  state: { ...INITIAL_ALERT_STATE, given },
  lookedAtMs: 1_768_480_496_000,
  price: 94_200,
  untold: [worded.id],
});

test('a warning that was stored in words keeps them, and all else that is known of it', () => {
  const [warning] = readRow('alerts', rowOf([worded]))!.state.given;

  expect(warningWords(warning!)).toEqual({ title: worded.title, text: worded.text });
  expect(warning).toMatchObject({ id: worded.id, rule: 'level', price: 94_200, cause: 'up', gravity: 1 });
});

test('a row that was read is read as it is', () => {
  const row = readRow('alerts', rowOf([worded]));

  expect(readRow('alerts', row)).toEqual(row);
});

test('what is neither in words nor in codes costs the row', () => {
  const { title: _title, ...half } = worded;

  expect(readRow('alerts', rowOf([half]))).toBeNull();
});
