import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';

import { WarningFoot } from '../../components/overlay/warning-foot.tsx';

let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {});
  return () => {
    cleanup();
    // What draws them waits for a frame, too.
    frames.splice(0).forEach((callback) => callback(0));
    vi.unstubAllGlobals();
  };
});

const show = (count: number) =>
  act(() => {
    for (let shown = 0; shown < count; shown += 1) frames.splice(0).forEach((callback) => callback(0));
  });

function ask() {
  const onYes = vi.fn();
  const isSeen = vi.fn(() => true);
  const choices = [{ id: 'dismiss', label: 'Dismiss', question: 'Dismiss for good?', onYes }];
  render(
    <WarningFoot guard={{ watch: () => () => {}, isSeen }} choices={choices}>
      an hour ago
    </WarningFoot>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  return { onYes, isSeen };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('one press asks, and after the question was seen for thirty frames a second one does it', async () => {
  const { onYes } = ask();
  expect(screen.getByText('Dismiss for good?')).toBeTruthy();

  await show(29);
  expect(screen.getByRole('button', { name: 'Yes' }).getAttribute('aria-disabled')).toBe('true');
  await show(1);
  press('Yes');

  expect(onYes).toHaveBeenCalledOnce();
  expect(await screen.findByRole('button', { name: 'Dismiss' })).toBeTruthy();
});

test('an answer that comes too early does nothing, and has the frames counted anew', async () => {
  const { onYes } = ask();

  await show(20);
  press('Yes');
  await show(20);
  press('Yes');
  expect(onYes).not.toHaveBeenCalled();

  await show(30);
  press('Yes');
  expect(onYes).toHaveBeenCalledOnce();
});

test('frames in which the page covers it do not count', async () => {
  const { onYes, isSeen } = ask();

  await show(20);
  isSeen.mockReturnValue(false);
  await show(1);
  isSeen.mockReturnValue(true);
  await show(29);
  press('Yes');

  expect(onYes).not.toHaveBeenCalled();
});

test('a question that is never seen takes itself back', async () => {
  const { isSeen } = ask();
  isSeen.mockReturnValue(false);

  await show(600);

  expect(screen.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
  expect(frames).toEqual([]);
});

test('no leaves all as it was', async () => {
  const { onYes } = ask();

  press('No');

  expect(await screen.findByRole('button', { name: 'Dismiss' })).toBeTruthy();
  expect(onYes).not.toHaveBeenCalled();
});
