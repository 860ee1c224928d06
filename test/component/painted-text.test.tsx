import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';

import { PaintedText } from '../../components/overlay/painted-text.tsx';

test('a painted text is said by its label, and one without a label is passed over', () => {
  const { container } = render(
    <>
      <PaintedText
        text="Your BTC long is near its liquidation"
        label="A warning of your own"
        width={220}
        lines={2}
      />
      <PaintedText text="2 % away" label="" width={220} lines={2} />
    </>,
  );

  expect(screen.getAllByRole('img').map((one) => one.getAttribute('aria-label'))).toEqual([
    'A warning of your own',
  ]);
  expect(container.querySelectorAll('canvas')[1]?.getAttribute('aria-hidden')).toBe('true');
});
