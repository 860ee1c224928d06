import type { AskChart } from '../../components/page/chart/chart-bands.ts';
import { watchOwn } from '../../core/io/storage-shared.ts';
import { marketId } from '../../core/market/asset.ts';
import type { TableReading } from '../../core/market/shown-position.ts';
import { pastBy } from '../shared/market-actions.ts';
import { askWorker } from '../shared/ask-worker.ts';

/** Those who hear when the worker has been told what the page's own table shows, of which lines may come. */
const onTable = new Set<() => void>();

/** Tells the worker what the page's own table shows. */
export async function tellTable(reading: TableReading): Promise<void> {
  await askWorker<'show-table'>({ kind: 'show-table', reading });
  for (const hear of onTable) hear();
}

const { askMapWindow, askOrders } = pastBy(askWorker);

/** What stands on the page's chart: the past of all exposure, the forced orders that were heard, and the user's own lines. */
export const askChart: AskChart = {
  heat: {
    past: (asked) => askMapWindow({ map: 'exposure', venue: 'all', ...asked }),
    orders: askOrders,
  },
  own: {
    ask: async (market, quote) => {
      const { instrument } = market;
      const reply = await askWorker<'own-lines'>({
        kind: 'own-lines',
        market: marketId(market),
        instrument,
        quote,
      });
      return reply.ok ? reply.value : null;
    },
    watchOwn: (onChange) => {
      const end = watchOwn(onChange);
      onTable.add(onChange);
      return () => {
        end();
        onTable.delete(onChange);
      };
    },
  },
};
