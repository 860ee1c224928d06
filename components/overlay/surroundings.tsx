import { assetText } from '../../core/market/asset.ts';
import type { MarketReport, WarningReport } from '../../core/market/market-report.ts';
import { isVenueId } from '../../core/market/venue-id.ts';
import { useStore } from '../ui/use-store.ts';
import { AssetNote } from './asset-note.tsx';
import { ContextLine } from './context-line.tsx';
import { FundingItem } from './funding-item.tsx';
import { LiquidationsPart } from './liquidations-part.tsx';
import { OpenInterestPart } from './open-interest-part.tsx';
import { OtherVenue } from './other-venue.tsx';
import { PublicNearest } from './public-nearest.tsx';
import type { PanelStore } from './panel-store.ts';
import { Sources } from './sources.tsx';
import { useMinute } from './use-minute.ts';
import { WaitingOrders } from './waiting-orders.tsx';
import { WarningTrack } from './warnings.tsx';

interface SurroundingsProps {
  readonly store: PanelStore;
  readonly report: MarketReport;
  readonly decimals: number;
}

/** What is to be known of the market before its figures are read. */
export function MarketNotes({ store, report }: Pick<SurroundingsProps, 'store'> & NotesProps) {
  const market = useStore(store, (state) => state.market);
  const nowMs = useMinute(store);
  return (
    <>
      {report !== null && <AssetNote report={report} nowMs={Math.max(report.at, nowMs)} />}
      {market !== null && (
        <OtherVenue site={market.venue} base={assetText(market)} isPolled={isPolled(market.venue, report)} />
      )}
    </>
  );
}

interface NotesProps {
  /** Null before the first. */
  readonly report: MarketReport | null;
}

/** Before the first report only the sites of venues that are never polled are known. */
const isPolled = (site: string, report: MarketReport | null): boolean =>
  isVenueId(site) && (report === null || report.sources.some(({ venue }) => venue === site));

/** Context, past warnings and sources. */
export function Surroundings({
  store,
  report,
  decimals,
  warnings,
}: SurroundingsProps & { readonly warnings: readonly WarningReport[] }) {
  const nowMs = Math.max(report.at, useMinute(store));
  return (
    <>
      <OpenInterestPart openInterest={report.openInterest} nowMs={nowMs} />
      <ContextLine report={report} nowMs={nowMs}>
        <FundingItem store={store} positioning={report.positioning} ageMs={nowMs - report.at} />
      </ContextLine>
      <LiquidationsPart liquidations={report.liquidations} />
      <PublicNearest known={report.publicPositions} price={report.price} decimals={decimals} />
      <WaitingOrders known={report.waitingOrders} price={report.price} {...{ decimals, nowMs }} />
      <WarningTrack warnings={warnings} nowMs={nowMs} decimals={decimals} />
      <Sources
        sources={report.sources}
        known={report.publicPositions}
        listening={report.listening}
        nowMs={nowMs}
      />
    </>
  );
}
