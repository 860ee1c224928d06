import { fixedText } from '../../core/i18n/amount-text.ts';
import type { WarmUp as WarmUpReport } from '../../core/market/market-report.ts';

interface WarmUpProps {
  /** Null before the first report. */
  readonly warmUp: WarmUpReport | null;
  /** A map of the bars so far is drawn already, or there is no room for more than a line. */
  readonly isBrief?: boolean;
}

/** Stands where the bands will be while history is read, or above the first of them. */
export function WarmUp({ warmUp, isBrief = false }: WarmUpProps) {
  const loaded = warmUp?.barsLoaded ?? 0;
  const needed = warmUp?.barsNeeded ?? 1;
  const text =
    warmUp === null ? 'Reading history' : `${fixedText(loaded, 0)} of ${fixedText(needed, 0)} bars`;
  return (
    <div class={isBrief ? 'warm-up brief' : 'warm-up'}>
      <p>Warming up: {text}</p>
      <progress max={needed} {...(warmUp === null ? {} : { value: loaded })} aria-label="Bars loaded" />
      {!isBrief && (
        <p class="secondary">Plimsoll reads thirty days of bars and open interest before it draws a map.</p>
      )}
    </div>
  );
}
