import { say } from '../../core/i18n/say.ts';
import type { OpenInterestReport, OpenInterestYear } from '../../core/market/market-report.ts';
import { DAY_MS } from '../../core/market/time.ts';
import { Changing } from '../ui/changing.tsx';
import { formatAge, formatPercent, formatUsd } from '../ui/format.ts';
import { Sparkline } from '../ui/sparkline.tsx';

interface OpenInterestPartProps {
  readonly openInterest: OpenInterestReport;
  readonly nowMs: number;
}

/** Open interest against its peak, its last day, and its last year beside the price. */
export function OpenInterestPart({ openInterest, nowMs }: OpenInterestPartProps) {
  const { usd, year, dayChange, dayBase } = openInterest;
  if (usd === null) return null;
  return (
    <section class="open-interest" title={aboutOf(openInterest, usd, nowMs)}>
      <p>
        <span class="label">{say('open-interest')}</span> <Changing text={sentenceOf(openInterest, usd)} />
      </p>
      {dayChange !== null && (
        <p class="day" title={say('open-interest.day.about')}>
          <span class="label">{say('open-interest.day')}</span>{' '}
          <Changing text={formatPercent(dayChange, 1, true)} />
          {dayBase !== undefined && <Sparkline label={say('open-interest.day.about')} values={dayBase} />}
        </p>
      )}
      {year !== undefined && (
        <p class="year">
          <span class="label">{spanText(year)}</span>
          <Sparkline
            label={yearText(year)}
            values={year.usd}
            beside={year.price}
            marked={stepOf(openInterest)}
          />
        </p>
      )}
    </section>
  );
}

/** Nearer to its peak than this it is at it. */
const AT_PEAK = 0.005;

function sentenceOf({ drawdown, peakUsd, peakAt, peakEstimate }: OpenInterestReport, usd: number): string {
  if (drawdown === null || peakUsd === null || peakAt === null) return formatUsd(usd);
  if (drawdown < AT_PEAK) return say('open-interest.top', { usd });
  const figures = { usd, share: formatPercent(drawdown, 0), peak: peakUsd, at: peakAt };
  return say(peakEstimate === undefined ? 'open-interest.under' : 'open-interest.under.estimate', figures);
}

/** Each venue's part with its age, who told the peak, and since when anything is known. */
function aboutOf(
  { perVenue, peakEstimate, knownSince, year }: OpenInterestReport,
  usd: number,
  nowMs: number,
): string {
  const venues = perVenue.map(({ venue, usd: share, at, held }) =>
    say(held ? 'open-interest.venue.held' : 'open-interest.venue', {
      venue,
      usd: share,
      age: formatAge(nowMs - at),
    }),
  );
  return [
    say('open-interest.about', { usd }),
    ...venues,
    ...(peakEstimate === undefined ? [] : [estimateText(peakEstimate)]),
    ...(year === undefined ? [] : [yearText(year)]),
    ...(knownSince === undefined ? [] : [say('open-interest.since', { at: knownSince })]),
  ].join('\n');
}

const yearText = ({ isEstimate, fromAt }: OpenInterestYear): string =>
  say(isEstimate ? 'open-interest.year.estimate' : 'open-interest.year', { at: fromAt });

const YEAR_MS = 360 * DAY_MS;

const spanText = ({ usd, stepMs }: OpenInterestYear): string =>
  usd.length * stepMs < YEAR_MS ? formatAge(usd.length * stepMs) : say('open-interest.a-year');

function estimateText({
  lowUsd,
  highUsd,
  told,
  scaled,
}: NonNullable<OpenInterestReport['peakEstimate']>): string {
  const who = { told, scaled };
  return lowUsd < highUsd
    ? say('open-interest.peak.between', { ...who, low: lowUsd, high: highUsd })
    : say('open-interest.peak.share', who);
}

/** The step of the year that holds the peak; null where it lies before. */
function stepOf({ year, peakAt }: OpenInterestReport): number | null {
  if (year === undefined || peakAt === null || peakAt < year.fromAt) return null;
  return Math.min(year.usd.length - 1, Math.floor((peakAt - year.fromAt) / year.stepMs));
}
