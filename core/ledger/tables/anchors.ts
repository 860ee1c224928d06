import type { StockAnchor } from '../../engine/public/stock-anchor.ts';

/** What public positions have said of the stock of leverage: `anchors` under `[market]`. */
export interface AnchorRow {
  readonly anchor: StockAnchor;
}
