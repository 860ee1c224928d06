import { say } from '../../core/i18n/say-own.ts';
import { type Bell, isLive } from '../../core/market/bell.ts';
import { DAY_MS } from '../../core/market/time.ts';
import { IconButton } from '../overlay/icon-button.tsx';
import { formatPercent, formatPrice } from '../ui/format.ts';
import type { Bells } from './use-bells.ts';

interface BellListProps extends Pick<Bells, 'shown' | 'again' | 'put' | 'remove'> {
  /** USD a coin, now. */
  readonly price: number | null;
  readonly multiplier: number;
  readonly decimals: number;
  readonly nowMs: number;
}

/** The bells of a market, the highest first. */
export const BellList = ({ shown, ...rest }: BellListProps) => (
  <ul class="bell-list">
    {shown.map((bell) => (
      <BellRow key={bell.id} {...rest} bell={bell} />
    ))}
  </ul>
);

interface BellRowProps extends Omit<BellListProps, 'shown'> {
  readonly bell: Bell;
}

function BellRow({ bell, price, multiplier, decimals, nowMs, again, put, remove }: BellRowProps) {
  const band = bandText(bell.low * multiplier, bell.high * multiplier, decimals);
  const away = price === null ? null : nearEdge(bell, price) / price - 1;
  return (
    <li class={isLive(bell, nowMs) ? '' : 'over'}>
      <span class="bell-price">
        <b class="figure">{band}</b>{' '}
        {away !== null && <span class="secondary figure">{formatPercent(away, 1, true)}</span>}{' '}
        {bell.place !== 'price' && <span class="secondary">{say(`bell.on.${bell.place}`)}</span>}
      </span>
      <IconButton
        label={say('bell.remove', { band })}
        path="M4 4l8 8M12 4l-8 8"
        onClick={() => remove(bell.id)}
      />
      <span class="bell-when secondary">
        <label>
          <input
            type="checkbox"
            aria-label={say('bell.repeats.at', { band })}
            checked={bell.repeats}
            onChange={() => put({ ...bell, repeats: !bell.repeats })}
          />{' '}
          {say('bell.repeats')}
        </label>
        <Until {...{ bell, band, nowMs, put, again }} />
        {bell.rangAtMs !== null && <span>{say('bell.rang', { time: bell.rangAtMs })}</span>}
        {bell.rangAtMs !== null && !bell.repeats && (
          <button
            type="button"
            class="button small"
            aria-label={say('bell.again.at', { band })}
            onClick={() => again(bell)}
          >
            {say('bell.again')}
          </button>
        )}
      </span>
    </li>
  );
}

const DAYS = [1, 7, 30] as const;

/** When it ends, and what can be chosen instead. A bell whose time is over begins anew with the choice. */
function Until({
  bell,
  band,
  nowMs,
  put,
  again,
}: Pick<BellRowProps, 'bell' | 'nowMs' | 'put' | 'again'> & { readonly band: string }) {
  const { untilMs } = bell;
  const isOver = untilMs !== null && untilMs <= nowMs;
  const choose = (days: string) => {
    const chosen = days === 'forever' ? null : nowMs + Number(days) * DAY_MS;
    if (isOver) again(bell, chosen);
    else put({ ...bell, untilMs: chosen });
  };
  return (
    <select
      aria-label={say('bell.until.at', { band })}
      value={untilMs === null ? 'forever' : 'kept'}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {untilMs !== null && (
        <option value="kept">{say(isOver ? 'bell.over' : 'bell.until', { time: untilMs })}</option>
      )}
      {DAYS.map((days) => (
        <option key={days} value={days}>
          {say('bell.days', { days })}
        </option>
      ))}
      <option value="forever">{say('bell.forever')}</option>
    </select>
  );
}

/** One price, or two with what stands between. */
export function bandText(low: number, high: number, decimals: number): string {
  const [from, to] = [formatPrice(low, decimals), formatPrice(high, decimals)];
  return from === to ? from : say('range', { low: from, high: to });
}

const nearEdge = ({ low, high }: Bell, price: number): number =>
  price > high ? high : price < low ? low : price;
