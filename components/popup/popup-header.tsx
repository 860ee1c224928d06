import { say } from '../../core/i18n/say-own.ts';
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
        <h1>{say('popup.title')}</h1>
        {onNew !== null && (
          <button type="button" class="button small" onClick={onNew}>
            {say('popup.new')}
          </button>
        )}
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
      </header>
      {base !== '' && market !== undefined && (report === null || isStale) && (
        <p class="notice">
          <span>
            {report === null ? say('popup.not-watched', { base }) : say('popup.no-longer-watched', { base })}
          </span>
          <button type="button" class="button" onClick={() => actions.onWatch(base)}>
            {say('popup.load', { base })}
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
          <span>{say('popup.no-access', { hosts })}</span>
          <button type="button" class="button" onClick={actions.onPermission}>
            {say('popup.allow')}
          </button>
        </p>
      )}
    </>
  );
}
