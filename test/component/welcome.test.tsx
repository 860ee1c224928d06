import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { Welcome } from '../../components/welcome/welcome.tsx';
import { parsePage } from '../../core/sites/registry.ts';

afterEach(cleanup);

function show(given: { readonly isFirefox?: boolean; readonly notificationsAllowed?: boolean } = {}) {
  const actions = { onNotifications: vi.fn(), onOptions: vi.fn(), onLeave: vi.fn() };
  render(
    <Welcome
      browserName={given.isFirefox === true ? 'firefox' : 'chrome'}
      notificationsAllowed={given.notificationsAllowed ?? false}
      accounts={<p>An address</p>}
      listening={<h2>Whom to listen to</h2>}
      {...actions}
    />,
  );
  return actions;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the welcome page', () => {
  test('goes from colours to a market in six steps', () => {
    show();

    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'What the colours mean',
      'Keep the icon in sight',
      'Be warned outside the page too',
      'Your positions, without typing',
      'Whom to listen to',
      'Open a market',
    ]);
    expect(screen.getByText('An address')).toBeTruthy();
  });

  test('is left before the first step and after the last by one press', () => {
    const { onLeave } = show();

    press('Skip all of this');
    press('Done');

    expect(onLeave).toHaveBeenCalledTimes(2);
  });

  test('asks for notifications only where they are not allowed yet', () => {
    const { onNotifications } = show();
    press('Allow notifications');
    expect(onNotifications).toHaveBeenCalledOnce();
    cleanup();

    show({ notificationsAllowed: true });
    expect(screen.queryByRole('button', { name: 'Allow notifications' })).toBeNull();
    expect(screen.getByText('Notifications are allowed.')).toBeTruthy();
  });

  test.each([
    [false, /then the pin beside Plimsoll/],
    [true, /then “Pin to Toolbar”/],
  ])('says how an icon is pinned in this browser (Firefox: %s)', (isFirefox, how) => {
    show({ isFirefox });

    expect(screen.getByText(how)).toBeTruthy();
  });

  test('leads to a page of Bitcoin’s perpetual on every site where the panel stands from the start', () => {
    show();

    const links = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['Binance', 'Bybit', 'OKX', 'Hyperliquid']);
    for (const { href } of links)
      expect(parsePage(new URL(href), '')).toMatchObject({ base: 'BTC', kind: 'perpetual', multiplier: 1 });
  });
});
