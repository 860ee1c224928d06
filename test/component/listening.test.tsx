import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { ListeningOptions } from '../../components/options/listening.tsx';
import { ListeningQuestion } from '../../components/overlay/listening-question.tsx';
import type { VenueId } from '../../core/market/venue-id.ts';
import {
  type Listening,
  type ListeningChange,
  UNASKED_LISTENING,
} from '../../core/ledger/settings/listening.ts';

afterEach(cleanup);

const VENUES = ['binance', 'okx'] as const;
const OPEN_BEFORE: Listening = { isAnswered: false, venues: VENUES, ownPages: true };

function showOptions(listening: Listening) {
  const onChange = vi.fn<(change: ListeningChange) => void>();
  render(
    <ListeningOptions
      listening={listening}
      venues={VENUES}
      byRequest={new Set<VenueId>(['okx'])}
      onChange={onChange}
    />,
  );
  return onChange;
}

describe('the question in the panel', () => {
  test('says what a socket carries, and offers the options or the page’s own venue', () => {
    const onOptions = vi.fn();
    const onOwnPages = vi.fn();
    const { container } = render(
      <ListeningQuestion listening={UNASKED_LISTENING} onOptions={onOptions} onOwnPages={onOwnPages} />,
    );

    const line = screen.getByText('Hear forced orders of other venues too?');
    expect(line.closest('details')?.open).toBe(false);
    fireEvent.click(line);
    expect(container.textContent).toContain('cookies');
    expect(container.textContent).not.toContain('Until now');
    fireEvent.click(screen.getByRole('button', { name: 'Choose venues' }));
    fireEvent.click(screen.getByRole('button', { name: 'Only the page’s own' }));
    expect(onOptions).toHaveBeenCalledOnce();
    expect(onOwnPages).toHaveBeenCalledOnce();
  });

  test('tells who had sockets open that they were', () => {
    const { container } = render(
      <ListeningQuestion listening={OPEN_BEFORE} onOptions={vi.fn()} onOwnPages={vi.fn()} />,
    );

    expect(container.textContent).toContain('Until now Plimsoll listened to all venues');
  });

  test('is gone once it is answered', () => {
    const { container } = render(
      <ListeningQuestion
        listening={{ ...OPEN_BEFORE, isAnswered: true }}
        onOptions={vi.fn()}
        onOwnPages={vi.fn()}
      />,
    );

    expect(container.textContent).toBe('');
  });
});

describe('whom to listen to, in the options', () => {
  test('is asked once, with what a no costs', () => {
    const onChange = showOptions(UNASKED_LISTENING);

    expect(screen.getByText(/Without it Binance is heard on its own pages alone/u)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Listen to all of them' }));

    expect(onChange).toHaveBeenCalledWith({ isAnswered: true, venues: ['binance', 'okx'] });
  });

  test('a no keeps the page’s own venue', () => {
    const onChange = showOptions(OPEN_BEFORE);

    fireEvent.click(screen.getByRole('button', { name: 'Only the page’s own' }));

    expect(onChange).toHaveBeenCalledWith({ isAnswered: true, venues: [] });
  });

  test('has a switch a venue afterwards, and says what happens without it', () => {
    const onChange = showOptions({ isAnswered: true, venues: ['binance'], ownPages: true });

    expect(screen.getByLabelText(/^OKX.*asked every five minutes/u)).toBeTruthy();
    fireEvent.click(screen.getByLabelText(/^Binance/u));
    expect(onChange).toHaveBeenLastCalledWith({ isAnswered: true, venues: { remove: ['binance'] } });
    fireEvent.click(screen.getByLabelText(/page that is open/u));
    expect(onChange).toHaveBeenLastCalledWith({ isAnswered: true, ownPages: false });
  });
});
