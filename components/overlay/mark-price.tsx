import { say } from '../../core/i18n/say.ts';
import { pricedAtOf, type QuotedReport } from '../../core/report/with-quote.ts';
import { Changing } from '../ui/changing.tsx';
import { formatPrice, formatTime } from '../ui/format.ts';

interface MarkPriceProps {
  readonly report: QuotedReport | null;
  readonly decimals: number;
}

/** The mark price, with its time on hover; nothing before there is one. */
export const MarkPrice = ({ report, decimals }: MarkPriceProps) =>
  report?.price == null ? null : (
    <span class="strip-price" title={say('strip.price', { time: formatTime(pricedAtOf(report)) })}>
      <Changing text={formatPrice(report.price, decimals)} />
    </span>
  );
