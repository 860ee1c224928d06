import { tickStep } from './ticks.ts';

/** What a press on a price of a map does. Maps on exchange pages have none: the page would see it. */
export interface TakePrice {
  /** In the units of the map. */
  readonly onTake: (price: number) => void;
  /** Tells it to those who use keys. */
  readonly about: string;
}

/** The round price next to one that was pressed where a pixel is `perPixel` wide. */
export function roundPressed(price: number, perPixel: number): number {
  const step = tickStep(perPixel);
  return Number((Math.round(price / step) * step).toPrecision(12));
}
