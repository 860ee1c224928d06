import type { ChartLine } from '../bands/chart-line.ts';
import { MarketMap } from '../overlay/market-map.tsx';
import type { PanelBodyProps } from '../overlay/panel-body.tsx';
import { hasFiguresPlace } from '../overlay/panel-condition.ts';
import { MarketNotes } from '../overlay/surroundings.tsx';
import { WarmUp } from '../overlay/warm-up.tsx';
import type { TakePrice } from '../ui/take-price.ts';

interface SideMarketProps extends Omit<PanelBodyProps, 'layout'> {
  readonly ownLines: readonly ChartLine[];
  readonly take: TakePrice;
  readonly onMoment: (isPast: boolean) => void;
}

/** The map, with the user's own prices in it. */
export function SideMarket(props: SideMarketProps) {
  const { store, report, condition } = props;
  if (!hasFiguresPlace(condition)) return null;
  return (
    <div class="panel-body">
      <MarketNotes {...{ store, report }} />
      <Map {...props} />
    </div>
  );
}

function Map(props: SideMarketProps) {
  const { report } = props;
  if (report === null) return <WarmUp warmUp={null} />;
  const { map, price, warmUp } = report;
  if (map === null || price === null) return <WarmUp warmUp={warmUp} />;
  return (
    <>
      {!warmUp.done && <WarmUp warmUp={warmUp} isBrief />}
      <MarketMap {...props} {...{ report, map, price }} areClustersApart />
    </>
  );
}
