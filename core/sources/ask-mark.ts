import type { Instrument } from '../market/instrument.ts';
import type { Ticker } from '../market/observations.ts';
import { mergeTickers } from '../venues/merge-tickers.ts';
import type { Venue } from '../venues/venue.ts';
import type { ClockPort } from '../ledger/ports.ts';
import { checkTicker } from './checks.ts';
import { GlitchError } from './glitch-error.ts';
import type { Asked, HostGate } from './host-gate.ts';

/** A price that has to wait longer for its venue's budget is asked for by the next question. */
const WAIT_MS = 1_000;

/**
 * Asks `venue` by one request for its mark price now, and what else comes with it. The host gate's own row is the only
 * one that is written: what was spent has to outlive the worker.
 * @throws what the request and the parser throw, and GlitchError
 */
export async function askForMark(
  { gate, clock }: { readonly gate: HostGate; readonly clock: Pick<ClockPort, 'nowMs' | 'deviceMs'> },
  venue: Venue,
  instrument: Instrument,
): Promise<Asked<Ticker>> {
  const [call] = venue.ticker(instrument);
  if (call === undefined) throw new RangeError(`${venue.id} tells no price`);
  const asked = await gate.ask(venue, call, clock.deviceMs() + WAIT_MS);
  if (asked.kind !== 'answer') return asked;
  const ticker = mergeTickers([asked.value]);
  if (ticker === null) throw new GlitchError('an answer without a mark price');
  checkTicker(ticker, clock.nowMs());
  return { kind: 'answer', value: ticker };
}
