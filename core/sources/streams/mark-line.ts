import type { Ticker } from '../../market/observations.ts';
import { mergeTickers } from '../../venues/merge-tickers.ts';
import type { MarkPriceStream } from '../../venues/venue.ts';
import { checkTicker } from '../checks.ts';
import { type Connection, type ConnectionOptions, createConnection } from './connection.ts';

interface MarkLineOptions extends Pick<ConnectionOptions, 'sockets' | 'clock'> {
  readonly stream: MarkPriceStream;
  /** A frame came: `read` gives what it says, null where nothing of it is to be believed. */
  readonly onFrame: (read: () => Ticker | null) => void;
}

/** A line of its own beside that of forced orders, whose silence must mean that nobody was forced. */
export function createMarkLine({ sockets, clock, stream, onFrame }: MarkLineOptions): Connection {
  const read = (text: string): Ticker | null => {
    const nowMs = clock.nowMs();
    const part = stream.parse(text, nowMs);
    const ticker = part && mergeTickers([part]);
    if (ticker !== null) checkTicker(ticker, nowMs);
    return ticker;
  };
  const believed = (text: string): Ticker | null => {
    try {
      return read(text);
    } catch {
      // A frame that cannot be believed tells nothing; the venue is asked instead.
      return null;
    }
  };
  return createConnection({ sockets, clock, stream, onFrame: (text) => onFrame(() => believed(text)) });
}
