import type { WarmUp as WarmUpReport } from '../../core/market/market-report.ts';

/** Stands where the bands will be while history is read. */
export function WarmUp({ warmUp }: { readonly warmUp: WarmUpReport | null }) {
  const loaded = warmUp?.barsLoaded ?? 0;
  const needed = warmUp?.barsNeeded ?? 1;
  const text =
    warmUp === null
      ? 'Reading history'
      : `${loaded.toLocaleString('en-US')} of ${needed.toLocaleString('en-US')} bars`;
  return (
    <div class="warm-up">
      <p>Warming up: {text}</p>
      <progress max={needed} {...(warmUp === null ? {} : { value: loaded })} aria-label="Bars loaded" />
      <p class="secondary">Plimsoll reads thirty days of bars and open interest before it draws a map.</p>
    </div>
  );
}
