import { say } from '../../core/i18n/say.ts';
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
  return (
    <div class={isBrief ? 'warm-up brief' : 'warm-up'}>
      <p>{warmUp === null ? say('warm-up.reading') : say('warm-up.bars', { loaded, needed })}</p>
      <progress
        max={needed}
        {...(warmUp === null ? {} : { value: loaded })}
        aria-label={say('warm-up.loaded')}
      />
      {!isBrief && <p class="secondary">{say('warm-up.about')}</p>}
    </div>
  );
}
