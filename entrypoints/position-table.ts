import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { followTable } from '../components/page/position-table/follow-table.ts';
import { POSITION_TABLE_NAME } from '../components/page/position-table/position-table-name.ts';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [POSITION_TABLE_NAME]: followTable });
});
