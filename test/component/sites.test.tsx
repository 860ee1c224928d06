import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';

import { Sites } from '../../components/options/sites.tsx';
import { SITE_GRANTS, SITE_MATCHES, SITES } from '../../core/sites/registry.ts';

afterEach(cleanup);

const rowOf = (name: string) =>
  within(
    screen.getByText(
      (_, element) => element?.tagName === 'LI' && element.textContent.startsWith(`${name} (`),
    ),
  );

test('every site has a row, one more for its pages of other countries, and none asks for what was granted at install', () => {
  render(<Sites granted={new Set(SITE_MATCHES)} onGrant={vi.fn<() => void>()} />);

  expect(screen.getAllByRole('listitem')).toHaveLength(SITE_GRANTS.length);
  expect(rowOf('Binance').queryByRole('button')).toBeNull();
  expect(screen.getAllByRole('button')).toHaveLength(SITE_GRANTS.length - SITE_MATCHES.length);
  for (const { name } of SITES) expect(rowOf(name)).toBeTruthy();
});

test('pages for other countries of a site of the install take a click of their own', () => {
  const onGrant = vi.fn<(patterns: readonly string[], wanted: boolean) => void>();
  render(<Sites granted={new Set(SITE_MATCHES)} onGrant={onGrant} />);

  fireEvent.click(rowOf('OKX’s pages for other countries').getByRole('button'));

  expect(onGrant.mock.calls).toEqual([[['https://my.okx.com/*', 'https://app.okx.com/*'], true]]);
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
