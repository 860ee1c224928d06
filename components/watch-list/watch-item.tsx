import { say } from '../../core/i18n/say-glance.ts';
import type { ClusterReport } from '../../core/market/market-report.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import {
  formatChance,
  formatClock,
  formatPercent,
  formatPrice,
  formatUsd,
  glanceDecimals,
} from '../ui/format.ts';
import { BandScale } from './band-scale.tsx';
import { isHot, type WatchRow } from './watch-row.ts';

interface WatchItemProps {
  readonly row: WatchRow;
  readonly nowMs: number;
  readonly tradeAt: VenueId;
  readonly onOpen: () => void;
  /** Has the map of a coin beyond the first loaded while this is open. */
  readonly onMap: () => void;
}

/** A coin at a glance; a press opens the venue's page. */
export function WatchItem({ row, nowMs, tradeAt, onOpen, onMap }: WatchItemProps) {
  const { asset, basis, price, dayChange, own } = row;
  const isNear = isHot(row);
  const decimals = price === null ? 0 : glanceDecimals(price, row.tickSize);
  return (
    <li class={`watch-row${isNear ? ' hot' : ''}`}>
      <button
        type="button"
        class="watch-open"
        title={say('list.open', { asset, venue: tradeAt })}
        onClick={onOpen}
      >
        <span class="watch-head">
          <b>{asset}</b>
          <span class="figure">{price === null ? '' : formatPrice(price, decimals)}</span>
          {dayChange !== null && <span class="figure secondary">{formatPercent(dayChange, 1, true)}</span>}
          {own !== null && <OwnRisk {...{ own }} />}
        </span>
        {basis === 'map' && price !== null && <Bands {...{ row, price, decimals }} />}
        <span class="watch-foot secondary">
          <Standing {...{ row, nowMs }} />
        </span>
      </button>
      {(basis === 'bulk' || basis === 'none') && (
        <button
          type="button"
          class="button small"
          title={say('list.map.about', { asset })}
          aria-label={say('list.map.about', { asset })}
          onClick={onMap}
        >
          {say('list.map')}
        </button>
      )}
    </li>
  );
}

function OwnRisk({ own }: { readonly own: NonNullable<WatchRow['own']> }) {
  const distance = formatPercent(own.distance, 1, true);
  return (
    <span class="watch-own figure">
      <span class="dot" aria-hidden="true" />
      <span class="visually-hidden">
        {own.chance === null
          ? say('list.own', { distance })
          : say('list.own.chance', { distance, chance: formatChance(own.chance) })}
      </span>
      <span aria-hidden="true">{`${own.isEstimate ? '≈ ' : ''}${distance}`}</span>
    </span>
  );
}

interface BandsProps {
  readonly row: WatchRow;
  readonly price: number;
  readonly decimals: number;
}

function Bands({ row, price, decimals }: BandsProps) {
  const { down, up } = row;
  return (
    <span class="watch-bands">
      <Band band={down} side="long" {...{ decimals }} />
      <BandScale {...{ price, down, up }} />
      <Band band={up} side="short" {...{ decimals }} />
      {isHot(row) && <span class="visually-hidden">{say('list.hot')}</span>}
    </span>
  );
}

interface BandProps {
  readonly band: ClusterReport | null;
  readonly side: ClusterReport['side'];
  readonly decimals: number;
}

/** Distance, dollars and chance of the nearest band of a side. */
function Band({ band, side, decimals }: BandProps) {
  if (band === null) return <span class={`watch-band ${side}`}>–</span>;
  const range = `${formatPrice(band.low, decimals)}–${formatPrice(band.high, decimals)}`;
  const distance = formatPercent(band.distance, 1, true);
  const usd = band.exposureUsd.p50;
  const chance = band.touch === null ? null : formatChance(band.touch.h24);
  const about = say(`list.${side}`, { range, distance, usd });
  return (
    <span class={`watch-band figure ${side}`} title={about}>
      <span class="visually-hidden">
        {chance === null ? about : `${about}, ${say('list.chance', { chance })}`}
      </span>
      <b aria-hidden="true">{distance}</b>
      <span class="secondary" aria-hidden="true">
        {formatUsd(usd)}
        {chance !== null && ` ${chance}`}
      </span>
    </span>
  );
}

/** Open interest and funding, or why there is none. */
function Standing({ row, nowMs }: Pick<WatchItemProps, 'row' | 'nowMs'>) {
  const { basis, openInterestUsd, openInterestDayChange, fundingRate8h, nextFundingAt } = row;
  if (basis === 'none') return <span>{say('list.unknown')}</span>;
  if (basis === 'unlisted') return <span>{say('list.unlisted')}</span>;
  const rate = formatPercent(fundingRate8h, 3, true);
  const isAhead = nextFundingAt !== null && nextFundingAt > nowMs;
  const change = openInterestDayChange === null ? '' : formatPercent(openInterestDayChange, 1, true);
  return (
    <>
      {openInterestUsd !== null && (
        <span class="figure" title={say('list.open-interest.about')}>
          {say('list.open-interest', { usd: openInterestUsd, change }).trim()}
        </span>
      )}
      <Closed closed={row.closed} />
      {fundingRate8h !== null && (
        <span class="figure" title={say('list.funding.about')}>
          {isAhead
            ? say('list.funding.clock', { rate, clock: formatClock(nextFundingAt - nowMs) })
            : say('list.funding', { rate })}
        </span>
      )}
      {basis === 'loading' && <span>{say('list.loading')}</span>}
    </>
  );
}

/** What was force-closed in a day; by side, and in the last hour, for who points at it. */
function Closed({ closed }: Pick<WatchRow, 'closed'>) {
  const { h1 = null, h24 = null } = closed ?? {};
  if (h24 === null) return null;
  const usd = h24.longUsd + h24.shortUsd;
  const day = { long: h24.longUsd, short: h24.shortUsd };
  const about = [say(h24.isLowerBound ? 'list.closed.day.least' : 'list.closed.day', day)];
  if (h1 !== null) {
    const hour = { long: h1.longUsd, short: h1.shortUsd };
    about.push(say(h1.isLowerBound ? 'list.closed.hour.least' : 'list.closed.hour', hour));
  }
  return (
    <span class="figure" title={about.join(' ')}>
      {say(h24.isLowerBound ? 'list.closed.least' : 'list.closed', { usd })}
    </span>
  );
}
