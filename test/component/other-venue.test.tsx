import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';

import { OtherVenue } from '../../components/overlay/other-venue.tsx';

afterEach(cleanup);

test('a page of a venue that is not polled is told whose figures these are', () => {
  const { container } = render(<OtherVenue site="dydx" base="BTC" isPolled={false} />);

  expect(container.textContent).toBe('Figures are of BTC on the venues that are polled, not of dYdX.');
});

test('nothing is said on the page of one that is', () => {
  expect(render(<OtherVenue site="gate" base="BTC" isPolled={true} />).container.textContent).toBe('');
});
