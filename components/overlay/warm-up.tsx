import { fixedText } from '../../core/i18n/amount-text.ts';
import type { WarmUp as WarmUpReport } from '../../core/market/market-report.ts';

interface WarmUpProps {
  /** Null before the first report. */
  readonly warmUp: WarmUpReport | null;
  /** A map of the bars so far is drawn already. */
  readonly isBesideMap?: boolean;
}

/** Stands where the bands will be while history is read, or above the first of them. */
export function WarmUp({ warmUp, isBesideMap = false }: WarmUpProps) {
  const loaded = warmUp?.barsLoaded ?? 0;
  const needed = warmUp?.barsNeeded ?? 1;
  const text =
    warmUp === null ? 'Reading history' : `${fixedText(loaded, 0)} of ${fixedText(needed, 0)} bars`;
  return (
    <div class={isBesideMap ? 'warm-up beside-map' : 'warm-up'}>
      <p>Warming up: {text}</p>
      <progress max={needed} {...(warmUp === null ? {} : { value: loaded })} aria-label="Bars loaded" />
      {!isBesideMap && (
        <p class="secondary">Plimsoll reads thirty days of bars and open interest before it draws a map.</p>
      )}
    </div>
  );
}
