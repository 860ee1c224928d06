import type { Book } from './book-markup.ts';
import { printPrice } from './ticker.ts';

const ROW_PX = 19;

/** An order book on a canvas: what it says cannot be read. */
export function createPaintedBook(host: HTMLElement): Book {
  const canvas = document.createElement('canvas');
  host.append(canvas);
  return {
    fill: ({ asks, bids, stepDigits }) => {
      const prices = [...asks.toReversed(), ...bids].map(([price]) => price);
      canvas.width = host.clientWidth;
      canvas.height = prices.length * ROW_PX;
      const context = canvas.getContext('2d');
      if (context === null) return;
      context.font = '12px system-ui, sans-serif';
      const style = getComputedStyle(document.documentElement);
      prices.forEach((price, index) => {
        context.fillStyle = style.getPropertyValue(index < asks.length ? '--down' : '--up');
        context.fillText(printPrice(price, stepDigits), 14, (index + 0.7) * ROW_PX);
      });
    },
  };
}
