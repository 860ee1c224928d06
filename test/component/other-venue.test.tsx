import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';

import { OtherVenue } from '../../components/overlay/other-venue.tsx';
import { VENUE_IDS } from '../../core/market/venue-id.ts';

afterEach(cleanup);

test('a page of a venue that is not polled is told whose figures these are', () => {
  const { container } = render(<OtherVenue site="dydx" base="BTC" />);

  expect(container.textContent).toBe('Figures are of BTC on the venues that are polled, not of dYdX.');
});

test.each(VENUE_IDS)('nothing is said on %s', (site) => {
  expect(render(<OtherVenue site={site} base="BTC" />).container.textContent).toBe('');
});
