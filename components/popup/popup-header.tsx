import { pricedAtOf } from '../../core/report/with-quote.ts';
import { formatAge, formatPrice, glanceDecimals } from '../ui/format.ts';
import { clockSentence } from '../ui/clock-sentence.ts';
import { useStore } from '../ui/use-store.ts';
import type { PopupActions } from './popup-actions.ts';
import type { PopupStore } from './popup-store.ts';
import { useMarkets } from './use-markets.ts';

interface PopupHeaderProps {
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'onWatch' | 'onPermission'>;
  readonly base: string;
  /** Null while a new position is being entered. */
  readonly onNew: (() => void) | null;
}

/** Older figures are not shown as if they were of now. */
const STALE_MS = 120_000;

/** The market of the position with the age of its figures, and what is missing for it. */
export function PopupHeader({ store, actions, base, onNew }: PopupHeaderProps) {
  const market = useMarkets(store)[base];
  const nowMs = useStore(store, (state) => state.nowMs);
  const clock = useStore(store, (state) => clockSentence(state.clockOffsetMs));
  const missing = useStore(store, (state) => state.missingOrigins);
  const report = market?.report ?? null;
  const isStale = report !== null && nowMs - report.at > STALE_MS;
  const hosts = missing.map((origin) => origin.replace(/^https:\/\/|\/\*$/g, '')).join(', ');
  return (
    <>
      <header>
        <h1>Position risk</h1>
        {onNew !== null && (
          <button type="button" class="button small" onClick={onNew}>
            New position
          </button>
        )}
        <span class={`secondary figure ${isStale ? 'warn' : ''}`}>
          {report?.price == null
            ? `${base || 'No coin'}: no figures yet`
            : `${base} ${formatPrice(report.price, glanceDecimals(report.price, report.tickSize))}, ${formatAge(nowMs - pricedAtOf(report))} ago`}
        </span>
      </header>
      {base !== '' && market !== undefined && (report === null || isStale) && (
        <p class="notice">
          <span>
            {report === null
              ? `${base} is not watched: no price or map of it.`
              : `${base} is no longer watched.`}
          </span>
          <button type="button" class="button" onClick={() => actions.onWatch(base)}>
            Load {base}
          </button>
        </p>
      )}
      {clock !== null && (
        <p class="notice warn">
          <span>{clock}</span>
        </p>
      )}
      {missing.length > 0 && (
        <p class="notice warn">
          <span>Plimsoll may not read {hosts}. Without it the map lacks that venue.</span>
          <button type="button" class="button" onClick={actions.onPermission}>
            Allow
          </button>
        </p>
      )}
    </>
  );
}
