import { say } from '../../core/i18n/say-own.ts';
import { pricedAtOf } from '../../core/report/with-quote.ts';
import { formatAge, formatPrice, glanceDecimals } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import type { PopupActions } from './popup-actions.ts';
import type { PopupStore } from './popup-store.ts';
import { useMarkets } from './use-markets.ts';

interface DeskMarketProps {
  readonly store: PopupStore;
  /** The position's coin; empty where none is entered. */
  readonly base: string;
}

/** Older figures are not shown as if they were of now. */
const STALE_MS = 120_000;

function useDeskMarket({ store, base }: DeskMarketProps) {
  const market = useMarkets(store)[base];
  const nowMs = useStore(store, (state) => state.nowMs);
  const report = market?.report ?? null;
  return { market, report, nowMs, isStale: report !== null && nowMs - report.at > STALE_MS };
}

/** Price of the position's coin, with its age. */
export function DeskPrice(props: DeskMarketProps) {
  const { base } = props;
  const { report, nowMs, isStale } = useDeskMarket(props);
  return (
    <span class={`secondary figure ${isStale ? 'warn' : ''}`}>
      {report?.price == null
        ? base === ''
          ? say('popup.no-coin')
          : say('popup.no-figures', { base })
        : say('popup.figures', {
            base,
            price: formatPrice(report.price, glanceDecimals(report.price, report.tickSize)),
            age: formatAge(nowMs - pricedAtOf(report)),
          })}
    </span>
  );
}

/** That nothing watches the position's coin, with what changes it. */
export function NotWatched(props: DeskMarketProps & Pick<PopupActions, 'onWatch'>) {
  const { base, onWatch } = props;
  const { market, report, isStale } = useDeskMarket(props);
  if (base === '' || market === undefined || (report !== null && !isStale)) return null;
  return (
    <p class="notice">
      <span>
        {report === null ? say('popup.not-watched', { base }) : say('popup.no-longer-watched', { base })}
      </span>
      <button type="button" class="button" onClick={() => onWatch(base)}>
        {say('popup.load', { base })}
      </button>
    </p>
  );
}
