import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';

import { later } from '../../components/ui/later.tsx';

afterEach(cleanup);

const Greeting = ({ name }: { readonly name: string }) => <p>{name}</p>;

test('a part is drawn once its code is there, and at once the next time', async () => {
  const load = vi.fn(async () => Greeting);
  const Part = later(load);
  const { unmount } = render(<Part name="first" />);

  expect(screen.queryByText('first')).toBeNull();
  expect(await screen.findByText('first')).toBeTruthy();

  unmount();
  render(<Part name="second" />);
  expect(screen.getByText('second')).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});

test('a part whose code is gone is left out, and the console says why', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const gone = new Error('the extension was updated');
  const Part = later<{ readonly name: string }>(async () => {
    throw gone;
  });
  await act(() => void render(<Part name="none" />));

  expect(screen.queryByText('none')).toBeNull();
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.any(String), gone);
});
