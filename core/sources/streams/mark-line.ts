import type { Ticker } from '../../market/observations.ts';
import { mergeTickers, type MarkPriceStream } from '../../venues/venue.ts';
import { checkTicker } from '../checks.ts';
import { type Connection, type ConnectionOptions, createConnection } from './connection.ts';

interface MarkLineOptions extends Pick<ConnectionOptions, 'sockets' | 'clock'> {
  readonly stream: MarkPriceStream;
  readonly onTicker: (ticker: Ticker) => void;
}

/** A line of its own beside that of forced orders, whose silence must mean that nobody was forced. */
export function createMarkLine({ sockets, clock, stream, onTicker }: MarkLineOptions): Connection {
  const read = (text: string): Ticker | null => {
    const nowMs = clock.nowMs();
    const part = stream.parse(text, nowMs);
    const ticker = part && mergeTickers([part]);
    if (ticker !== null) checkTicker(ticker, nowMs);
    return ticker;
  };
  const onFrame = (text: string): void => {
    let ticker = null;
    try {
      ticker = read(text);
    } catch {
      // A frame that cannot be believed tells nothing; the venue is asked instead.
    }
    if (ticker !== null) onTicker(ticker);
  };
  return createConnection({ sockets, clock, stream, onFrame });
}
