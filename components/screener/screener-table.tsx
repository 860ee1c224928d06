import { say } from '../../core/i18n/say-glance.ts';
import { MOST_LISTED } from '../../core/ledger/settings/watch-list.ts';
import { assetOfMarket, assetText } from '../../core/market/asset.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import type { Ranking } from '../../core/screener/rank-markets.ts';
import type { ScreenedFigure, ScreenedMarket } from '../../core/screener/screened-market.ts';
import type { PopupActions } from '../popup/popup-actions.ts';
import { COLUMNS } from './columns.ts';
import { whyUnknown } from './history.ts';

interface ScreenerTableProps {
  /** The columns. */
  readonly figures: readonly ScreenedFigure[];
  readonly markets: readonly ScreenedMarket[];
  /** Markets that are wanted, also those that are not drawn. */
  readonly all: number;
  readonly ranking: Ranking;
  readonly watchList: readonly string[];
  /** For how long answers were kept. */
  readonly hours: number;
  readonly onRank: (change: Pick<Ranking, 'by' | 'isDescending'>) => void;
  readonly onList: PopupActions['onList'];
}

/** One row a market; a heading is pressed to rank by it, and again to turn the order round. */
export function ScreenerTable(props: ScreenerTableProps) {
  const { figures, markets, all, ranking, onRank } = props;
  const name = say('screener.table', { count: markets.length, all });
  return (
    <div class="screener-scroll" role="region" aria-label={name} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('screener.market')}</th>
            {figures.map((figure) => (
              <Heading key={figure} {...{ figure, ranking, onRank }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {markets.map((market) => (
            <Row key={market.market} {...props} {...{ market }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps extends Pick<ScreenerTableProps, 'ranking' | 'onRank'> {
  readonly figure: ScreenedFigure;
}

function Heading({ figure, ranking: { by, isDescending }, onRank }: HeadingProps) {
  const isBy = by === figure;
  const order = isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isBy ? order : 'none'}>
      <button
        type="button"
        title={say(`screener.${figure}.about`)}
        onClick={() => onRank({ by: figure, isDescending: isBy ? !isDescending : true })}
      >
        {say(`screener.${figure}`)}
      </button>
    </th>
  );
}

interface RowProps extends Pick<
  ScreenerTableProps,
  'figures' | 'watchList' | 'hours' | 'onList' | 'ranking'
> {
  readonly market: ScreenedMarket;
}

function Row({ figures, market, watchList, hours, onList, ranking }: RowProps) {
  const asset = assetText(assetOfMarket(market.market));
  const isListed = watchList.includes(market.market);
  const isFull = !isListed && watchList.length >= MOST_LISTED;
  const label = isListed
    ? say('screener.remove', { asset })
    : isFull
      ? say('screener.full', { most: MOST_LISTED })
      : say('screener.add', { asset });
  return (
    <tr>
      <th scope="row" title={market.venues.map((venue) => VENUE_NAMES[venue]).join(', ')}>
        <button
          type="button"
          class="icon-button"
          aria-label={label}
          title={label}
          aria-pressed={isListed}
          disabled={isFull}
          onClick={() => onList(isListed ? { remove: [market.market] } : { add: [market.market] })}
        >
          {isListed ? '✓' : '+'}
        </button>
        {asset}
      </th>
      {figures.map((figure) => {
        const value = market[figure];
        return (
          <td
            key={figure}
            class={ranking.by === figure ? 'by' : undefined}
            title={value === null ? whyUnknown(figure, market, hours) : undefined}
          >
            {value === null ? '–' : COLUMNS[figure](value)}
          </td>
        );
      })}
    </tr>
  );
}
