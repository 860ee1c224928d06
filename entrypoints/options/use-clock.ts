import { useEffect, useState } from 'preact/hooks';

import { openViewClock, type ViewClock } from '../../core/io/view-clock.ts';

/** The venues' time; null until it was read how far the device's clock is off. */
export function useClock(): ViewClock | null {
  const [clock, setClock] = useState<ViewClock | null>(null);
  useEffect(() => void openViewClock().then(setClock), []);
  return clock;
}
