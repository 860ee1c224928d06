import * as v from 'valibot';

import { share } from '../../market/number-schemas.ts';
import { fields, one, type ValuesOf } from '../fact.ts';

const parts = {
  isOn: one(v.boolean(), false),
  /** 0 to 1 of what the device is set to. */
  volume: one(share, 0.5),
};

/** Whether and how loud a warning is heard. */
export const sound = fields(parts);

export type SoundSettings = ValuesOf<typeof parts>;
