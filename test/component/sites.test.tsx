import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';

import { Sites } from '../../components/options/sites.tsx';
import { SITE_MATCHES, SITES } from '../../core/sites/registry.ts';

afterEach(cleanup);

const rowOf = (name: string) =>
  within(screen.getByText((_, element) => element?.tagName === 'LI' && element.textContent.startsWith(name)));

test('every site has a row, and none asks for what was granted at install', () => {
  render(<Sites granted={new Set(SITE_MATCHES)} onGrant={vi.fn<() => void>()} />);

  expect(screen.getAllByRole('listitem')).toHaveLength(SITES.length);
  expect(rowOf('Binance').queryByRole('button')).toBeNull();
  expect(screen.getAllByRole('button')).toHaveLength(SITES.length - SITE_MATCHES.length);
});

test('one click asks for all hosts of a site, another gives them back', () => {
  const onGrant = vi.fn<(patterns: readonly string[], wanted: boolean) => void>();
  const gate = ['https://www.gate.com/*', 'https://www.gate.io/*'];
  const { rerender } = render(<Sites granted={new Set([gate[0]!])} onGrant={onGrant} />);

  fireEvent.click(rowOf('Gate').getByRole('button', { name: 'Allow the panel on Gate' }));
  rerender(<Sites granted={new Set(gate)} onGrant={onGrant} />);
  fireEvent.click(rowOf('Gate').getByRole('button', { name: 'Stop the panel on Gate' }));

  expect(onGrant.mock.calls).toEqual([
    [gate, true],
    [gate, false],
  ]);
});

test('a site of the install that was taken away in the browser can be asked for again', () => {
  render(<Sites granted={new Set()} onGrant={vi.fn<() => void>()} />);

  expect(rowOf('Binance').getByRole('button', { name: 'Allow the panel on Binance' })).toBeTruthy();
});
